package dev.trimtab.core.model;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.YangSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.rfc7952.model.api.AnnotationEffectiveStatement;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.DataNodeContainer;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.LeafSchemaNode;
import org.opendaylight.yangtools.yang.model.api.Module;

/**
 * Makes the schema of a model's annotations.
 *
 * <p>yangtools' trees hold only what a schema has, so a module of our own with a leaf for each annotation is added to the model's
 * sources before they are parsed. It is known from a look at their text which leaves are needed; what an annotation is, the
 * parsed model decides.
 */
final class AnnotationSchema {
    private static final String MODULE = "trimtab-annotations";
    private static final String CONTAINER = "annotations";
    private static final String LIST = "below";
    private static final String METADATA = "ietf-yang-metadata";
    private static final String IDENTIFIER = "[\"']?([A-Za-z_][A-Za-z0-9_.-]*)[\"']?";
    private static final Pattern PREFIX =
            Pattern.compile("import\\s+[\"']?" + METADATA + "[\"']?\\s*\\{[^}]*?prefix\\s+" + IDENTIFIER);
    private static final Pattern OWNER = Pattern.compile("(?:^|\\s)(?:module|belongs-to)\\s+" + IDENTIFIER + "\\s*\\{");

    private final EffectiveModelContext schema;
    private final ImplementedModules modules;
    private final LeafTypes types;

    AnnotationSchema(EffectiveModelContext schema, ImplementedModules modules, LeafTypes types) {
        this.schema = schema;
        this.modules = modules;
        this.types = types;
    }

    /** The model with the module of leaves, where its text may define annotations. */
    static ModelDescription prepare(ModelDescription model) {
        Set<String> leaves = new LinkedHashSet<>();
        for (YangSource source : model.sources()) {
            if (source.implemented() && source.text().contains(METADATA)) {
                addLeaves(source.text(), leaves);
            }
        }
        if (leaves.isEmpty()) {
            return model;
        }
        List<YangSource> sources = new ArrayList<>(model.sources());
        sources.add(new YangSource(MODULE + ".yang", module(leaves), true));
        return new ModelDescription(model.id(), model.title(), sources, model.features(), model.xpathExtensions());
    }

    private static void addLeaves(String text, Set<String> leaves) {
        Matcher owner = OWNER.matcher(text);
        Matcher prefix = PREFIX.matcher(text);
        if (owner.find() && prefix.find()) {
            Matcher annotation = Pattern.compile(
                            "\\b" + Pattern.quote(prefix.group(1)) + ":annotation\\s+" + IDENTIFIER)
                    .matcher(text);
            while (annotation.find()) {
                leaves.add(leafName(owner.group(1), annotation.group(1)));
            }
        }
    }

    private static String leafName(String module, String annotation) {
        return module + "." + annotation;
    }

    private static String module(Set<String> names) {
        String leaves = names.stream()
                .map(leaf -> "    leaf " + leaf + " { type string; }\n")
                .collect(Collectors.joining());
        return """
                module %s {
                  yang-version 1.1;
                  namespace "urn:trimtab:annotations";
                  prefix a;
                  container %s {
                %s  }
                  list %s {
                    key %s;
                    leaf %s { type string; }
                %s  }
                }
                """.formatted(MODULE, CONTAINER, leaves, LIST, Annotations.NODE, Annotations.NODE, leaves);
    }

    /** Gives the root the places of annotations; none if the model's own modules define no annotation. */
    void addTo(SchemaNode root) {
        Module module = schema.findModules(MODULE).stream().findFirst().orElse(null);
        if (module == null) {
            return;
        }
        DataSchemaNode container = child(module, CONTAINER);
        var own = new SchemaNode(
                facts(container, Annotations.NAME, "", SchemaNode.Kind.CONTAINER, null), root, Annotations.NAME);
        List<SchemaNode> leaves = leaves(own, (DataNodeContainer) container);
        if (!leaves.isEmpty()) {
            own.adopt(SchemaChildren.qualified(leaves));
            root.annotate(own, below(root, child(module, LIST)));
        }
    }

    private static DataSchemaNode child(Module module, String name) {
        return module.getDataChildByName(QName.create(module.getQNameModule(), name));
    }

    private SchemaNode below(SchemaNode root, DataSchemaNode list) {
        var below =
                new SchemaNode(facts(list, Annotations.BELOW, "", SchemaNode.Kind.LIST, null), root, Annotations.BELOW);
        var container = (DataNodeContainer) list;
        List<SchemaNode> children = new ArrayList<>();
        var key = (LeafSchemaNode) container.getDataChildByName(QName.create(list.getQName(), Annotations.NODE));
        var type = new LeafType(key.getType(), LeafType.Base.STRING, new AnnotatedNodeCodec(root));
        children.add(leaf(below, key, Annotations.NODE, "", Annotations.NODE, type));
        children.addAll(leaves(below, container));
        below.adopt(SchemaChildren.qualified(children));
        return below;
    }

    private List<SchemaNode> leaves(SchemaNode parent, DataNodeContainer container) {
        List<SchemaNode> leaves = new ArrayList<>();
        defined().forEach((annotation, statement) -> {
            String owner = modules.name(annotation.getModule());
            String name = annotation.getLocalName();
            DataSchemaNode leaf = container.dataChildByName(QName.create(parent.qname(), leafName(owner, name)));
            if (leaf != null) { // what the look at the text missed is refused as unknown
                LeafType type = types.of(statement.getTypeDefinition(), annotation.getModule());
                leaves.add(leaf(parent, leaf, name, owner, owner + ":" + name, type));
            }
        });
        return leaves;
    }

    private Map<QName, AnnotationEffectiveStatement> defined() {
        return schema.getModuleStatements().values().stream()
                .flatMap(module -> module.streamEffectiveSubstatements(AnnotationEffectiveStatement.class))
                .filter(annotation ->
                        modules.contains(annotation.argument().qname().getModule()))
                .collect(Collectors.toMap(
                        annotation -> annotation.argument().qname(),
                        annotation -> annotation,
                        (one, _) -> one,
                        TreeMap::new));
    }

    private static SchemaNode leaf(
            SchemaNode parent, DataSchemaNode leaf, String name, String owner, String pathName, LeafType type) {
        var node = new SchemaNode(facts(leaf, name, owner, SchemaNode.Kind.LEAF, type), parent, pathName);
        node.adopt(SchemaChildren.of(owner, List.of()));
        return node;
    }

    private static SchemaFacts facts(
            DataSchemaNode node, String name, String module, SchemaNode.Kind kind, @Nullable LeafType type) {
        return new SchemaFacts(
                node.getQName(),
                name,
                module,
                kind,
                true,
                false,
                false,
                false,
                kind == SchemaNode.Kind.LIST ? List.of(Annotations.NODE) : List.of(),
                type,
                List.of(),
                List.of(),
                "",
                node,
                List.of());
    }
}
