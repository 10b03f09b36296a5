package dev.trimtab.core.model;

import java.util.Collection;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/** Makes nodes of leaf-lists. */
public final class LeafLists {
    private LeafLists() {}

    /**
     * The leaf-list {@code schema} with these values.
     *
     * @param values as the type of {@code schema} has them, in their order; an equal one counts once
     */
    public static LeafSetNode<Object> node(SchemaNode schema, Collection<?> values) {
        LeafSetNode.Builder<Object, ?> builder = schema.orderedByUser()
                ? ImmutableNodes.newUserLeafSetBuilder()
                : ImmutableNodes.newSystemLeafSetBuilder();
        builder.withNodeIdentifier(schema.id());
        values.forEach(value -> builder.withChild(ImmutableNodes.leafSetEntry(schema.qname(), value)));
        return builder.build();
    }
}
