package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * Walks a tree in the order of the schema and shows a sink what the options and the visibility leave of it.
 *
 * <p>Paths are built only if somebody wants them, and conditions are looked at only where defaults have some.
 */
final class TreeWalk {
    private final JsonWriter.Options options;
    private final Visibility visible;
    private final boolean everything;
    private final TreeSink sink;

    TreeWalk(JsonWriter.Options options, Visibility visible, TreeSink sink) {
        this.options = options;
        this.visible = visible;
        this.everything = isAll(visible);
        this.sink = sink;
    }

    @SuppressWarnings("ReferenceEquality") // the one visibility that need not be asked
    static boolean isAll(Visibility visible) {
        return visible == Visibility.ALL;
    }

    private boolean hidden(@Nullable Path path) {
        return !everything && path != null && !visible.visible(path);
    }

    /** The place a walk for this visibility begins at. */
    static WalkPlace begin(Instance at, Existence existence, Visibility visible) {
        return WalkPlace.of(at, existence, !isAll(visible));
    }

    /**
     * Shows what is in a container or list entry.
     *
     * @param container null if only defaults make it exist
     * @param at the container's place
     * @param depth of the members: 1 for those of the node that was asked for
     */
    void members(SchemaNode schema, @Nullable DataContainerNode container, WalkPlace at, int depth) throws IOException {
        if (options.depth() > 0 && depth > options.depth()) {
            return;
        }
        SchemaNode annotations = schema.annotations();
        if (annotations != null && options.annotations() && options.content().reaches(annotations)) {
            member(annotations, container, at, depth);
        }
        Annotated annotated = annotations(schema, at);
        if (annotated != null && annotated.isOwn()) {
            sink.annotations(annotated);
        }
        for (SchemaNode child : schema.children()) {
            if (child.isKey() || options.content().reaches(child)) {
                member(child, container, at, depth);
            }
        }
    }

    /** The annotations that are shown of a node: to the visibility they are a child of it. */
    private @Nullable Annotated annotations(SchemaNode schema, WalkPlace at) {
        Path path = at.path();
        boolean shown = at.annotated() != null
                && options.content().includes(schema)
                && !hidden(path == null ? null : path.child(Annotations.NAME));
        return shown ? at.annotated() : null;
    }

    private void member(SchemaNode child, @Nullable DataContainerNode container, WalkPlace parent, int depth)
            throws IOException {
        NormalizedNode node = Places.child(container, child);
        if (node == null && !(options.defaults() && child.hasDefaultsBelow())) {
            return;
        }
        WalkPlace at = parent.child(child);
        if (child.kind() == SchemaNode.Kind.LIST) {
            if (node != null) {
                sink.openList(child);
                entries(child, node, at, depth);
                sink.closeList();
            }
        } else if (child.isKey() || !hidden(at.path())) {
            if (node != null) {
                present(child, node, at, depth);
            } else if (Places.caseAllowsDefault(container, child) && parent.allows(child)) {
                absent(child, at, depth);
            }
        }
    }

    private void present(SchemaNode child, NormalizedNode node, WalkPlace at, int depth) throws IOException {
        if (child.kind() == SchemaNode.Kind.CONTAINER) {
            sink.openContainer(child);
            if (child.presence() && options.content().includes(child)) {
                sink.exists();
            }
            members(child, (DataContainerNode) node, at, depth + 1);
            sink.closeObject();
        } else if (child.isKey() || options.content().includes(child)) {
            value(child, node, at);
        }
    }

    private void absent(SchemaNode child, WalkPlace at, int depth) throws IOException {
        if (child.kind() == SchemaNode.Kind.CONTAINER) {
            if (!child.presence()) {
                sink.openContainer(child);
                members(child, null, at, depth + 1);
                sink.closeObject();
            }
        } else if (options.content().includes(child)) {
            value(child, Places.defaultNode(child), at);
        }
    }

    /** Shows a leaf, a leaf-list, or content without a schema. */
    void value(SchemaNode schema, NormalizedNode node, WalkPlace at) throws IOException {
        Annotated annotated = annotations(schema, at);
        switch (schema.kind()) {
            case LEAF -> sink.leaf(schema, node.body(), at.path(), annotated);
            case LEAF_LIST -> sink.leafList(schema, Places.values(node), at.path(), annotated);
            default -> sink.any(schema, (String) node.body(), at.path(), annotated);
        }
    }

    /** Shows the entries of a list. */
    void entries(SchemaNode list, NormalizedNode node, WalkPlace at, int depth) throws IOException {
        if (options.depth() > 0 && depth + 1 > options.depth()) {
            return;
        }
        for (DataContainerNode entry : Places.entries(node)) {
            WalkPlace place = at.entry(list, entry);
            if (!hidden(place.path())) {
                sink.openEntry(list);
                members(list, entry, place, depth + 1);
                sink.closeObject();
            }
        }
    }
}
