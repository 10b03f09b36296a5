package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.SchemaNode.Kind;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;

/** The list of annotations in a tree, and what edits of nodes do to it. A model without annotations costs a look at its root's schema. */
final class AnnotationEdits {
    private AnnotationEdits() {}

    /** Removes the annotations of {@code at} and of everything below it. */
    static void drop(DataTreeModification m, Instance at) {
        SchemaNode list = at.schema().root().annotated();
        if (list == null || at.id().isEmpty()) {
            return; // the root's goes with everything else
        }
        YangInstanceIdentifier all = YangInstanceIdentifier.of(list.id());
        if (at.schema().kind() == Kind.LEAF || at.schema().kind() == Kind.ANYDATA) {
            m.readNode(all.node(id(list, at.id()))).ifPresent(entry -> m.delete(all.node(entry.name())));
            return;
        }
        m.readNode(all).ifPresent(stored -> {
            for (MapEntryNode entry : entries(stored)) {
                if (at.id().contains(Annotations.node(entry))) {
                    m.delete(all.node(entry.name()));
                }
            }
        });
    }

    private static NodeIdentifierWithPredicates id(SchemaNode list, YangInstanceIdentifier node) {
        return NodeIdentifierWithPredicates.of(
                list.qname(), list.keyNodes().getFirst().qname(), node);
    }

    /** Adds annotations to those that their nodes have; one of the same name is replaced. */
    static void add(DataTreeModification m, LoadedModel model, List<MapEntryNode> annotations) {
        if (!annotations.isEmpty()) {
            YangInstanceIdentifier all = YangInstanceIdentifier.of(
                    requireNonNull(model.root().annotated()).id());
            annotations.forEach(entry -> m.merge(all.node(entry.name()), entry));
        }
    }

    static Collection<MapEntryNode> entries(@Nullable NormalizedNode list) {
        return list == null ? List.of() : ((MapNode) list).body();
    }

    /** An entry of the list for {@code node}. */
    static MapEntryNode entry(SchemaNode list, YangInstanceIdentifier node, List<DataContainerChild> annotations) {
        SchemaNode key = list.keyNodes().getFirst();
        var entry = ImmutableNodes.newMapEntryBuilder()
                .withNodeIdentifier(id(list, node))
                .withChild(ImmutableNodes.leafNode(key.id(), node));
        annotations.forEach(entry::withChild);
        return entry.build();
    }
}
