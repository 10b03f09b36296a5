package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodes;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/**
 * Carries annotations from a tree of one version of a model to one of another: those whose node has the same path there, and whose
 * value fits the annotation of the same name.
 */
public final class AnnotationTransfer {
    private final SchemaNode from;
    private final SchemaNode to;
    private final BiConsumer<Path, String> lost;

    /** @param lost takes path and text of each annotation that is not carried over */
    public AnnotationTransfer(LoadedModel from, LoadedModel to, BiConsumer<Path, String> lost) {
        this.from = from.root();
        this.to = to.root();
        this.lost = lost;
    }

    /** {@code made}, a root without annotations, with those of {@code old}. */
    public ContainerNode carry(DataContainerNode old, ContainerNode made) {
        SchemaNode own = from.annotations();
        SchemaNode list = from.annotated();
        if (own == null || list == null) {
            return made;
        }
        var result = ImmutableNodes.newContainerBuilder().withNodeIdentifier(made.name());
        made.body().forEach(result::withChild);
        carryOwn(own, (DataContainerNode) Places.child(old, own), result::withChild);
        carryBelow(list, (MapNode) Places.child(old, list), made, result::withChild);
        return result.build();
    }

    private interface Taker {
        void take(DataContainerChild child);
    }

    private void carryOwn(SchemaNode own, @Nullable DataContainerNode old, Taker made) {
        SchemaNode place = to.annotations();
        List<DataContainerChild> kept =
                old == null ? List.of() : values(own, old, place, Path.ROOT.child(Annotations.NAME));
        if (place != null && !kept.isEmpty()) {
            var container = ImmutableNodes.newContainerBuilder().withNodeIdentifier(place.id());
            kept.forEach(container::withChild);
            made.take(container.build());
        }
    }

    private void carryBelow(SchemaNode list, @Nullable MapNode old, ContainerNode root, Taker made) {
        if (old == null) {
            return;
        }
        SchemaNode place = to.annotated();
        List<MapEntryNode> entries = new ArrayList<>();
        for (MapEntryNode entry : old.body()) {
            YangInstanceIdentifier node = place == null ? null : node(list, entry, place, root);
            Path path = Path.of(PathExpansion.element(list, entry.name()));
            List<DataContainerChild> kept = values(list, entry, node == null ? null : place, path);
            if (place != null && node != null && !kept.isEmpty()) {
                entries.add(AnnotationEdits.entry(place, node, kept));
            }
        }
        if (place != null && !entries.isEmpty()) {
            var map = ImmutableNodes.newSystemMapBuilder().withNodeIdentifier(place.id());
            entries.forEach(map::withChild);
            made.take(map.build());
        }
    }

    /** The node of the new tree that has the path of the one that {@code entry} annotates; null if there is none. */
    private static @Nullable YangInstanceIdentifier node(
            SchemaNode list, MapEntryNode entry, SchemaNode place, ContainerNode root) {
        String path = list.keyNodes().getFirst().type().canonical(Annotations.node(entry));
        LeafType key = place.keyNodes().getFirst().type();
        if (!key.takes(path)) {
            return null;
        }
        var node = (YangInstanceIdentifier) key.parse(path);
        return NormalizedNodes.findNode(root, node.getPathArguments()).isPresent() ? node : null;
    }

    /** The annotations of {@code old} that fit {@code place}; none if that is null. */
    private List<DataContainerChild> values(
            SchemaNode schema, DataContainerNode old, @Nullable SchemaNode place, Path path) {
        List<DataContainerChild> kept = new ArrayList<>();
        for (SchemaNode annotation : schema.children()) {
            DataContainerChild value = annotation.isKey() ? null : Places.child(old, annotation);
            if (value == null) {
                continue;
            }
            String text = annotation.type().canonical(value.body());
            SchemaNode same = place == null ? null : place.child(annotation.qualifiedName());
            if (same == null || !same.type().takes(text)) {
                lost.accept(path.child(annotation.qualifiedName()), text);
            } else {
                kept.add(ImmutableNodes.leafNode(same.id(), same.type().parse(text)));
            }
        }
        return kept;
    }
}
