package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.SchemaNode.Kind;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.model.api.DataSchemaNode;

/**
 * Merges a node into a tree. yangtools' own merge unites leaf-lists and refuses a second case of a choice, so that nodes with
 * either in them are taken apart; all others are merged in one call.
 */
final class TreeMerge {
    private final DataTreeModification m;
    private final TreeEdits.LeafLists leafLists;

    TreeMerge(DataTreeModification m, TreeEdits.LeafLists leafLists) {
        this.m = m;
        this.leafLists = leafLists;
    }

    void merge(YangInstanceIdentifier id, SchemaNode schema, NormalizedNode node) {
        if (schema.kind() == Kind.LEAF_LIST) {
            mergeLeafList(id, schema, node);
        } else if (!schema.mergesInParts()) {
            m.merge(id, node);
        } else if (node instanceof MapNode map) {
            map.body().forEach(entry -> merge(id.node(entry.name()), schema, entry));
        } else {
            inParts(id, schema, (DataContainerNode) node);
        }
    }

    private void mergeLeafList(YangInstanceIdentifier id, SchemaNode schema, NormalizedNode node) {
        switch (leafLists) {
            case REPLACE -> TreeRemoval.write(m, id, schema, node);
            case APPEND -> {
                if (!((LeafSetNode<?>) node).isEmpty()) {
                    m.merge(id, node);
                }
            }
        }
    }

    private void inParts(YangInstanceIdentifier id, SchemaNode schema, DataContainerNode node) {
        List<DataContainerChild> apart = new ArrayList<>();
        List<DataContainerChild> together = new ArrayList<>();
        for (DataContainerChild child : node.body()) {
            SchemaNode childSchema = schema.child(child.name().getNodeType());
            (childSchema == null || childSchema.mergesInParts() ? apart : together).add(child);
        }
        if (schema.kind() != Kind.ROOT || !together.isEmpty()) {
            m.merge(id, copy(node, together));
        }
        apart.forEach(child -> child(id, schema, child));
    }

    private static NormalizedNode copy(DataContainerNode node, List<DataContainerChild> children) {
        if (node instanceof MapEntryNode entry) {
            var copy = ImmutableNodes.newMapEntryBuilder().withNodeIdentifier(entry.name());
            children.forEach(copy::withChild);
            return copy.build();
        }
        var copy = ImmutableNodes.newContainerBuilder().withNodeIdentifier(((ContainerNode) node).name());
        children.forEach(copy::withChild);
        return copy.build();
    }

    private void child(YangInstanceIdentifier parent, SchemaNode schema, DataContainerChild child) {
        YangInstanceIdentifier id = parent.node(child.name());
        if (child instanceof ChoiceNode choice) {
            choice.body().forEach(inCase -> child(id, schema, inCase));
            return;
        }
        SchemaNode childSchema = requireNonNull(schema.child(child.name().getNodeType()));
        deleteOtherCases(m, parent, childSchema);
        merge(id, childSchema, child);
    }

    /**
     * Deletes the nodes that exclude {@code schema}.
     *
     * @param parent where {@code schema} stands: the innermost choice, if it lies in one
     */
    static void deleteOtherCases(DataTreeModification m, YangInstanceIdentifier parent, SchemaNode schema) {
        YangInstanceIdentifier choice = parent;
        for (ChoiceStep step : schema.choices().reversed()) {
            for (DataSchemaNode other : step.otherCases()) {
                TreeRemoval.remove(m, choice, other);
            }
            choice = choice.coerceParent();
        }
    }
}
