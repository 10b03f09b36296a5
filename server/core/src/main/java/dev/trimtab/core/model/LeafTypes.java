package dev.trimtab.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.common.YangVersion;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.ElementCountConstraint;
import org.opendaylight.yangtools.yang.model.api.LeafListSchemaNode;
import org.opendaylight.yangtools.yang.model.api.LeafSchemaNode;
import org.opendaylight.yangtools.yang.model.api.Module;
import org.opendaylight.yangtools.yang.model.api.ModuleImport;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.TypedDataSchemaNode;
import org.opendaylight.yangtools.yang.model.util.SchemaInferenceStack;

/** Makes the types and defaults of the leaves of one model while its tree is built. */
final class LeafTypes {
    private final EffectiveModelContext schema;
    private final LeafCodecs codecs;

    LeafTypes(EffectiveModelContext schema, ImplementedModules modules) {
        this.schema = schema;
        this.codecs = new LeafCodecs(schema, modules);
    }

    /** Tells where instance-identifiers begin; called before the first type is asked for. */
    void rootIs(SchemaNode root) {
        codecs.rootIs(root);
    }

    LeafType of(TypedDataSchemaNode leaf, SchemaInferenceStack place) {
        return codecs.type(leaf.getType(), leaf.getQName().getModule(), place);
    }

    /** The type of an annotation of {@code module}. */
    LeafType of(TypeDefinition<?> type, QNameModule module) {
        return codecs.type(type, module, SchemaInferenceStack.of(schema));
    }

    /** The defaults of a leaf that may have one: not of keys, and not of what must be there anyway. */
    List<Object> defaults(TypedDataSchemaNode node, LeafType type, SchemaNode parent) {
        List<Object> values = new ArrayList<>();
        for (Object text : defaultTexts(node, parent)) {
            Prefixes prefixes = prefixes(
                    node.getQName().getModule(), node.getType().getQName().getModule());
            values.add(type.codec().parseDefault(text.toString(), prefixes));
        }
        return List.copyOf(values);
    }

    private List<Object> defaultTexts(TypedDataSchemaNode node, SchemaNode parent) {
        return switch (node) {
            case LeafSchemaNode leaf when leaf.isMandatory() || isKey(leaf, parent) -> List.of();
            case LeafListSchemaNode list when !list.getDefaults().isEmpty() -> List.copyOf(list.getDefaults());
            case LeafListSchemaNode list when !typeDefaultCounts(list) -> List.of();
            default -> typeDefault(node.getType());
        };
    }

    private static boolean isKey(LeafSchemaNode leaf, SchemaNode parent) {
        return parent.keys().contains(leaf.getQName().getLocalName())
                && parent.qname().getModule().equals(leaf.getQName().getModule());
    }

    /** Leaf-lists take their type's default only where none is required and, since YANG 1.0 knows no such thing, in 1.1. */
    private boolean typeDefaultCounts(LeafListSchemaNode list) {
        Optional<Module> module = schema.findModule(list.getQName().getModule()).map(Module.class::cast);
        Integer least = list.getElementCountConstraint()
                .map(ElementCountConstraint::getMinElements)
                .orElse(null);
        return (least == null || least == 0)
                && module.map(found -> found.getYangVersion() == YangVersion.VERSION_1_1)
                        .orElse(false);
    }

    private static List<Object> typeDefault(TypeDefinition<?> type) {
        return type.getDefaultValue().<List<Object>>map(List::of).orElse(List.of());
    }

    /** A default's prefix is one of the leaf's module, or of the module of the typedef that brought it. */
    private Prefixes prefixes(QNameModule leaf, QNameModule typedef) {
        return prefix -> {
            String module = module(leaf, prefix);
            return module != null ? module : module(typedef, prefix);
        };
    }

    private @Nullable String module(QNameModule where, String prefix) {
        Module module = schema.findModule(where).orElse(null);
        if (module == null) {
            return null;
        }
        if (module.getPrefix().equals(prefix)) {
            return module.getName();
        }
        for (ModuleImport imported : module.getImports()) {
            if (imported.getPrefix().equals(prefix)) {
                return imported.getModuleName().getLocalName();
            }
        }
        return null;
    }
}
