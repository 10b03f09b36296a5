package dev.trimtab.core.model;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import java.util.List;
import java.util.ServiceLoader;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeConfiguration;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeFactory;
import org.opendaylight.yangtools.yang.data.tree.api.TreeType;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;

/**
 * A model that was parsed and is ready for use; immutable.
 *
 * <p>Only the modules that the description implements have nodes and identities here; the others are there to import from.
 */
public final class LoadedModel {
    private static final DataTreeFactory TREES =
            ServiceLoader.load(DataTreeFactory.class).findFirst().orElseThrow();

    private final ModelDescription description;
    private final EffectiveModelContext schema;
    private final EffectiveModelContext treeSchema;
    private final List<ModuleInfo> modules;
    private final SchemaNode root;

    private LoadedModel(ModelDescription description, EffectiveModelContext schema) {
        this.description = description;
        this.schema = schema;
        this.treeSchema = UncountedSchema.of(schema);
        var implemented = ImplementedModules.of(description, schema);
        this.modules = implemented.infos();
        this.root = new SchemaBuilder(schema, implemented).build();
    }

    /**
     * Parses the model's YANG; takes seconds for a thousand modules.
     *
     * @throws ModelLoadException with one sentence naming file, line, statement and reason
     */
    public static LoadedModel load(ModelDescription description) {
        return new LoadedModel(description, YangParsing.parse(AnnotationSchema.prepare(description)));
    }

    public ModelId id() {
        return description.id();
    }

    /** One line for people. */
    public String title() {
        return description.title();
    }

    /** What the model was loaded from. */
    public ModelDescription description() {
        return description;
    }

    /** The implemented modules, by name. */
    public List<ModuleInfo> modules() {
        return modules;
    }

    public SchemaNode root() {
        return root;
    }

    public EffectiveModelContext schema() {
        return schema;
    }

    /**
     * An empty tree for configuration.
     *
     * <p>It checks structure only. What yangtools could count and require besides is left to validation, which reports every
     * violation where yangtools stops at the first, and whose indexes make an edit cost the same in a long list.
     */
    public DataTree newTree() {
        return newTree(TreeType.CONFIGURATION);
    }

    /** An empty tree that holds state too. */
    public DataTree newOperationalTree() {
        return newTree(TreeType.OPERATIONAL);
    }

    private DataTree newTree(TreeType type) {
        var configuration = DataTreeConfiguration.builder(type)
                .setMandatoryNodesValidation(false)
                .setUniqueIndexes(false)
                .build();
        return TREES.create(configuration, treeSchema);
    }

    @Override
    public String toString() {
        return id().toString();
    }
}
