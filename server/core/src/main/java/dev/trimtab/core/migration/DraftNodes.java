package dev.trimtab.core.migration;

import dev.trimtab.core.model.ChoiceStep;
import dev.trimtab.core.model.LeafLists;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.builder.DataContainerNodeBuilder;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.model.api.AnyxmlSchemaNode;

/** Makes nodes of a draft. Nodes of two cases of one choice exclude each other, which is noted as a reason to refuse. */
final class DraftNodes {
    private final List<Violation> conflicts = new ArrayList<>();

    /** Where a child goes: into the container itself, or into a node for a choice. */
    private static final class Members {
        private final List<DataContainerChild> nodes = new ArrayList<>();
        private final Map<QName, Members> choices = new HashMap<>();
        private final Map<QName, ChoiceStep> chosen = new HashMap<>();

        private <B extends DataContainerNodeBuilder<?, ?>> B addTo(B builder) {
            nodes.forEach(builder::withChild);
            choices.forEach((name, inner) -> {
                var choice = ImmutableNodes.newChoiceBuilder().withNodeIdentifier(NodeIdentifier.create(name));
                builder.withChild(inner.addTo(choice).build());
            });
            return builder;
        }
    }

    /** Reasons to refuse that {@link #root} came by. */
    List<Violation> conflicts() {
        return conflicts;
    }

    ContainerNode root(Draft root) {
        return container(root);
    }

    private ContainerNode container(Draft draft) {
        var container = ImmutableNodes.newContainerBuilder()
                .withNodeIdentifier(draft.schema().id());
        return members(draft).addTo(container).build();
    }

    private Members members(Draft draft) {
        var members = new Members();
        draft.values().forEach((leaf, value) -> add(draft, leaf, leaf(leaf, value), members));
        for (Draft inner : draft.containers()) {
            if (inner.exists()) {
                add(draft, inner.schema(), container(inner), members);
            }
        }
        for (SchemaNode list : draft.listsWithEntries()) {
            MapNode node = list(list, draft);
            if (!node.isEmpty()) {
                add(draft, list, node, members);
            }
        }
        return members;
    }

    private void add(Draft parent, SchemaNode schema, DataContainerChild node, Members into) {
        Members members = into;
        for (ChoiceStep step : schema.choices()) {
            ChoiceStep other = members.chosen.putIfAbsent(step.choice(), step);
            if (other != null && !other.caseName().equals(step.caseName())) {
                conflicts.add(excluded(parent, schema, other));
                return;
            }
            members = members.choices.computeIfAbsent(step.choice(), _ -> new Members());
        }
        members.nodes.add(node);
    }

    private static Violation excluded(Draft parent, SchemaNode schema, ChoiceStep other) {
        String message = "it excludes the nodes of case '" + other.caseName().getLocalName() + "' of choice '"
                + other.choice().getLocalName() + "', which the migration puts beside it";
        return new Violation(parent.path(schema), "choice", null, message, null);
    }

    private MapNode list(SchemaNode list, Draft parent) {
        MapNode.Builder<?> builder =
                list.orderedByUser() ? ImmutableNodes.newUserMapBuilder() : ImmutableNodes.newSystemMapBuilder();
        builder.withNodeIdentifier(list.id());
        for (Draft draft : parent.entries(list)) {
            if (draft.exists()) {
                var entry = ImmutableNodes.newMapEntryBuilder().withNodeIdentifier(draft.entryId());
                builder.withChild(members(draft).addTo(entry).build());
            }
        }
        return builder.build();
    }

    private static DataContainerChild leaf(SchemaNode schema, Object value) {
        return switch (schema.kind()) {
            case LEAF -> ImmutableNodes.leafNode(schema.id(), value);
            case LEAF_LIST -> LeafLists.node(schema, (List<?>) value);
            default -> any(schema, (String) value);
        };
    }

    private static DataContainerChild any(SchemaNode schema, String text) {
        return schema.kind() == Kind.ANYDATA && schema.effective() instanceof AnyxmlSchemaNode
                ? ImmutableNodes.newAnyxmlBuilder(String.class)
                        .withNodeIdentifier(schema.id())
                        .withValue(text)
                        .build()
                : ImmutableNodes.newAnydataBuilder(String.class)
                        .withNodeIdentifier(schema.id())
                        .withValue(text)
                        .build();
    }
}
