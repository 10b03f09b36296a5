package dev.trimtab.core.model;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.Path;
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
import org.opendaylight.yangtools.yang.model.api.ContainerSchemaNode;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.Module;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;

/**
 * The annotations of a model (RFC 7952) at the root of its trees: a container {@code @} whose leaves are the annotations that the
 * model's modules define, so that they are set, committed, logged and read like configuration. They belong to no part of the
 * configuration: wildcards, expressions and walks pass them by, and whoever reads must ask for them.
 *
 * <p>yangtools' trees hold only what a schema has, so a module of our own with a leaf for each annotation is added to the model's
 * sources before they are parsed. It is known from a look at their text which leaves are needed; what an annotation is, the
 * parsed model decides.
 */
public final class Annotations {
    static final String NAME = "@";

    private static final String MODULE = "trimtab-annotations";
    private static final String METADATA = "ietf-yang-metadata";
    private static final String IDENTIFIER = "[\"']?([A-Za-z_][A-Za-z0-9_.-]*)[\"']?";
    private static final Pattern PREFIX =
            Pattern.compile("import\\s+[\"']?" + METADATA + "[\"']?\\s*\\{[^}]*?prefix\\s+" + IDENTIFIER);
    private static final Pattern OWNER = Pattern.compile("(?:^|\\s)(?:module|belongs-to)\\s+" + IDENTIFIER + "\\s*\\{");

    private Annotations() {}

    /** Whether a path is that of the annotations or of one of them. */
    public static boolean isAt(Path path) {
        return !path.isRoot() && path.elements().getFirst().name().equals(NAME);
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

    private static String module(Set<String> leaves) {
        return leaves.stream()
                .map(leaf -> "    leaf " + leaf + " { type string; }\n")
                .collect(Collectors.joining(
                        "",
                        "module " + MODULE + " {\n  yang-version 1.1;\n  namespace \"urn:trimtab:annotations\";\n"
                                + "  prefix a;\n  container annotations {\n",
                        "  }\n}\n"));
    }

    /** The container of the annotations; null if the model's own modules define none. */
    static @Nullable SchemaNode of(
            SchemaNode root, EffectiveModelContext schema, ImplementedModules modules, LeafTypes types) {
        Module module = schema.findModules(MODULE).stream().findFirst().orElse(null);
        if (module == null) {
            return null;
        }
        var container = (ContainerSchemaNode) module.getChildNodes().iterator().next();
        var node = new SchemaNode(facts(container, NAME, "", null), root, NAME);
        List<SchemaNode> leaves = new ArrayList<>();
        for (Map.Entry<QName, AnnotationEffectiveStatement> found :
                defined(schema, modules).entrySet()) {
            String owner = modules.name(found.getKey().getModule());
            String name = found.getKey().getLocalName();
            DataSchemaNode leaf = container.dataChildByName(QName.create(container.getQName(), leafName(owner, name)));
            if (leaf != null) { // what the look at the text missed is refused as unknown
                TypeDefinition<?> type = found.getValue().getTypeDefinition();
                leaves.add(leaf(
                        node, leaf, owner, name, types.of(type, found.getKey().getModule())));
            }
        }
        node.adopt(SchemaChildren.qualified(leaves));
        return leaves.isEmpty() ? null : node;
    }

    private static Map<QName, AnnotationEffectiveStatement> defined(
            EffectiveModelContext schema, ImplementedModules modules) {
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

    private static SchemaNode leaf(SchemaNode parent, DataSchemaNode leaf, String owner, String name, LeafType type) {
        var node = new SchemaNode(facts(leaf, name, owner, type), parent, owner + ":" + name);
        node.adopt(SchemaChildren.of(owner, List.of()));
        return node;
    }

    private static SchemaFacts facts(DataSchemaNode node, String name, String module, @Nullable LeafType type) {
        return new SchemaFacts(
                node.getQName(),
                name,
                module,
                type == null ? SchemaNode.Kind.CONTAINER : SchemaNode.Kind.LEAF,
                true,
                false,
                false,
                false,
                List.of(),
                type,
                List.of(),
                List.of(),
                "",
                node,
                List.of());
    }
}
