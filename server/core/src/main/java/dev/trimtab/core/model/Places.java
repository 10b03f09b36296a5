package dev.trimtab.core.model;

import com.google.common.collect.Collections2;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.UnkeyedListNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/** Looks children up in nodes of a tree, through yangtools' nodes for choices. */
final class Places {
    private Places() {}

    /** The child of {@code schema} in {@code parent}; null if it is not there. */
    static @Nullable DataContainerChild child(@Nullable DataContainerNode parent, SchemaNode schema) {
        DataContainerNode container = parent;
        for (ChoiceStep step : schema.choices()) {
            if (container == null) {
                return null;
            }
            container = (ChoiceNode) container.childByArg(step.id());
        }
        return container == null ? null : container.childByArg(schema.id());
    }

    /**
     * Whether the choices that {@code schema} lies in let its default be in use: each has a node of this case, or no node at all
     * and this case as its default. Source: RFC 7950 section 7.6.1.
     */
    static boolean caseAllowsDefault(@Nullable DataContainerNode parent, SchemaNode schema) {
        DataContainerNode container = parent;
        for (ChoiceStep step : schema.choices()) {
            container = container == null ? null : (ChoiceNode) container.childByArg(step.id());
            boolean selected =
                    (container == null || container.isEmpty()) ? step.isDefault() : isOfCase(container, step);
            if (!selected) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfCase(DataContainerNode choice, ChoiceStep step) {
        return step.otherCases().stream()
                .noneMatch(other -> choice.childByArg(NodeIdentifier.create(other.getQName())) != null);
    }

    /** The entries of a list, keyed or not. */
    static Collection<? extends DataContainerNode> entries(NormalizedNode list) {
        return switch (list) {
            case MapNode map -> map.body();
            case UnkeyedListNode unkeyed -> unkeyed.body();
            default -> throw new IllegalStateException("no list: " + list.contract());
        };
    }

    /** The values of a leaf-list, in its order. */
    static Collection<Object> values(NormalizedNode leafList) {
        return Collections2.transform(((LeafSetNode<?>) leafList).body(), LeafSetEntryNode::body);
    }

    /** The default of a leaf or leaf-list as a node of a tree. */
    static DataContainerChild defaultNode(SchemaNode leaf) {
        return leaf.kind() == SchemaNode.Kind.LEAF
                ? ImmutableNodes.leafNode(leaf.id(), leaf.defaultValues().getFirst())
                : LeafLists.node(leaf, leaf.defaultValues());
    }
}
