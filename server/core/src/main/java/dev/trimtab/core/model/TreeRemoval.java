package dev.trimtab.core.model;

import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.model.api.ChoiceSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ContainerSchemaNode;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.ListSchemaNode;

/**
 * Removes nodes so that later steps of the same modification may come back to them.
 *
 * <p>yangtools loses what is written below a node that the same modification deleted, unless the node itself is written again. Nodes
 * that only hold others are therefore written empty, which makes them vanish just as well.
 */
final class TreeRemoval {
    private TreeRemoval() {}

    /** Writes {@code node}; a leaf-list without values is none, which yangtools would keep as an empty one. */
    static void write(DataTreeModification m, YangInstanceIdentifier id, SchemaNode schema, NormalizedNode node) {
        if (node instanceof LeafSetNode<?> leafList && leafList.isEmpty()) {
            remove(m, id.coerceParent(), schema.effective());
        } else {
            m.write(id, node);
        }
    }

    /** Removes the child {@code schema} of {@code parent}, whether it is there or not. */
    static void remove(DataTreeModification m, YangInstanceIdentifier parent, DataSchemaNode schema) {
        NodeIdentifier name = NodeIdentifier.create(schema.getQName());
        YangInstanceIdentifier id = parent.node(name);
        NormalizedNode empty = emptyHolder(schema, name);
        if (empty == null) {
            m.delete(id);
        } else {
            m.write(id, empty);
        }
    }

    private static @Nullable NormalizedNode emptyHolder(DataSchemaNode schema, NodeIdentifier name) {
        return switch (schema) {
            case ContainerSchemaNode container
            when !container.isPresenceContainer() ->
                ImmutableNodes.newContainerBuilder().withNodeIdentifier(name).build();
            case ChoiceSchemaNode _ ->
                ImmutableNodes.newChoiceBuilder().withNodeIdentifier(name).build();
            case ListSchemaNode list when list.getKeyDefinition().isEmpty() -> null;
            case ListSchemaNode list
            when list.isUserOrdered() ->
                ImmutableNodes.newUserMapBuilder().withNodeIdentifier(name).build();
            case ListSchemaNode _ ->
                ImmutableNodes.newSystemMapBuilder().withNodeIdentifier(name).build();
            default -> null;
        };
    }
}
