package dev.trimtab.core.model;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.trimtab.core.yang.Effective;
import dev.trimtab.model.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.CaseSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ChoiceSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ContainerSchemaNode;
import org.opendaylight.yangtools.yang.model.api.DataNodeContainer;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.LeafListSchemaNode;
import org.opendaylight.yangtools.yang.model.api.LeafSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ListSchemaNode;
import org.opendaylight.yangtools.yang.model.api.MandatoryAware;
import org.opendaylight.yangtools.yang.model.api.SchemaContext;
import org.opendaylight.yangtools.yang.model.api.TypedDataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.UserOrderedAware;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.util.SchemaInferenceStack;

/** Builds the tree of {@link SchemaNode} of a parsed model: implemented data nodes only, choices looked through. */
final class SchemaBuilder {
    private final EffectiveModelContext schema;
    private final ImplementedModules modules;
    private final SchemaInferenceStack place;
    private final LeafTypes types;

    SchemaBuilder(EffectiveModelContext schema, ImplementedModules modules) {
        this.schema = schema;
        this.modules = modules;
        this.place = SchemaInferenceStack.of(schema);
        this.types = new LeafTypes(schema, modules);
    }

    SchemaNode build() {
        var facts = new SchemaFacts(
                SchemaContext.NAME,
                "",
                "",
                SchemaNode.Kind.ROOT,
                true,
                false,
                false,
                false,
                List.of(),
                null,
                List.of(),
                List.of(),
                "",
                null,
                List.of());
        var root = new SchemaNode(facts, null, "");
        types.rootIs(root);
        addChildren(root, schema);
        new AnnotationSchema(schema, modules, types).addTo(root);
        return root;
    }

    /** A child whose node is not built yet, with the choices on the way to it. */
    private record Found(DataSchemaNode node, List<ChoiceStep> choices) {}

    private void addChildren(SchemaNode parent, DataNodeContainer container) {
        List<Found> found = new ArrayList<>();
        collect(container, List.of(), found);
        Map<String, Long> shared =
                found.stream().collect(groupingBy(child -> child.node.getQName().getLocalName(), counting()));
        List<SchemaNode> children = new ArrayList<>(found.size());
        for (Found child : found) {
            place.enterDataTree(child.node.getQName());
            children.add(node(parent, child, pathName(child, parent, shared)));
            place.exitToDataTree();
        }
        parent.adopt(SchemaChildren.of(parent.module(), children));
    }

    private void collect(DataNodeContainer container, List<ChoiceStep> choices, List<Found> found) {
        for (DataSchemaNode child : container.getChildNodes()) {
            if (!modules.contains(child.getQName().getModule())) {
                continue;
            }
            if (child instanceof ChoiceSchemaNode choice) {
                for (CaseSchemaNode inCase : choice.getCases()) {
                    collect(inCase, plus(choices, ChoiceStep.of(choice, inCase)), found);
                }
            } else {
                found.add(new Found(child, choices));
            }
        }
    }

    private static List<ChoiceStep> plus(List<ChoiceStep> choices, ChoiceStep step) {
        return Stream.concat(choices.stream(), Stream.of(step)).toList();
    }

    /** The plain name, unless another module's sibling has it too and the parent's module does not decide. */
    private String pathName(Found child, SchemaNode parent, Map<String, Long> shared) {
        QName name = child.node.getQName();
        String module = modules.name(name.getModule());
        boolean ambiguous = !module.equals(parent.module()) && shared.getOrDefault(name.getLocalName(), 0L) > 1;
        return ambiguous ? module + ":" + name.getLocalName() : name.getLocalName();
    }

    private SchemaNode node(SchemaNode parent, Found found, String pathName) {
        var node = new SchemaNode(facts(parent, found, pathName), parent, pathName);
        if (found.node instanceof DataNodeContainer container) {
            addChildren(node, container);
        } else {
            node.adopt(SchemaChildren.of(node.module(), List.of()));
        }
        return node;
    }

    private SchemaFacts facts(SchemaNode parent, Found found, String pathName) {
        DataSchemaNode node = found.node;
        String module = modules.name(node.getQName().getModule());
        LeafType type = null;
        List<Object> defaults = List.of();
        if (node instanceof TypedDataSchemaNode leaf) {
            try {
                type = types.of(leaf, place);
                defaults = types.defaults(leaf, type, parent);
            } catch (InvalidValueException | IllegalArgumentException | IllegalStateException e) {
                throw unusable(leaf, parent.path().child(pathName), e);
            }
        }
        return new SchemaFacts(
                node.getQName(),
                node.getQName().getLocalName(),
                module,
                kind(node),
                node.effectiveConfig().orElse(parent.config()),
                node instanceof ContainerSchemaNode container && container.isPresenceContainer(),
                node instanceof MandatoryAware aware && aware.isMandatory(),
                node instanceof UserOrderedAware<?> ordered && ordered.isUserOrdered(),
                keys(node),
                type,
                defaults,
                canonical(defaults, type),
                node.getDescription().orElse(""),
                node,
                found.choices);
    }

    /** A leafref that leads nowhere, or a default that does not fit the type: yangtools' parser lets both pass. */
    private static ModelLoadException unusable(TypedDataSchemaNode leaf, Path path, RuntimeException e) {
        String what = e instanceof InvalidValueException
                ? "has a default that does not fit its type: " + e.getMessage()
                : LeafrefFaults.reason(leaf.getType(), e);
        return new ModelLoadException(Effective.fault(statement(leaf), "at " + path + " " + what), e);
    }

    private static EffectiveStatement<?, ?> statement(TypedDataSchemaNode leaf) {
        return switch (leaf) {
            case LeafSchemaNode node -> node.asEffectiveStatement();
            case LeafListSchemaNode node -> node.asEffectiveStatement();
            default -> throw new IllegalStateException("neither leaf nor leaf-list: " + leaf);
        };
    }

    private static List<String> canonical(List<Object> defaults, @Nullable LeafType type) {
        return type == null ? List.of() : defaults.stream().map(type::canonical).toList();
    }

    private static List<String> keys(DataSchemaNode node) {
        return node instanceof ListSchemaNode list
                ? list.getKeyDefinition().stream().map(QName::getLocalName).toList()
                : List.of();
    }

    private static SchemaNode.Kind kind(DataSchemaNode node) {
        return switch (node) {
            case ContainerSchemaNode _ -> SchemaNode.Kind.CONTAINER;
            case ListSchemaNode _ -> SchemaNode.Kind.LIST;
            case LeafSchemaNode _ -> SchemaNode.Kind.LEAF;
            case LeafListSchemaNode _ -> SchemaNode.Kind.LEAF_LIST;
            default -> SchemaNode.Kind.ANYDATA;
        };
    }
}
