package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * Walks a tree in the order of the schema and shows a sink what the options and the visibility leave of it.
 *
 * <p>Paths are built only if somebody wants them.
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

    private static @Nullable Path below(@Nullable Path parent, SchemaNode child) {
        return parent == null ? null : parent.child(PathResolver.pathName(child));
    }

    /**
     * Shows what is in a container or list entry.
     *
     * @param container null if only defaults make it exist
     * @param path the container's path; null if nobody wants paths
     * @param depth of the members: 1 for those of the node that was asked for
     * @param annotated annotations at and below the container; null if there are none to show
     */
    void members(
            SchemaNode schema,
            @Nullable DataContainerNode container,
            @Nullable Path path,
            int depth,
            @Nullable Annotated annotated)
            throws IOException {
        if (options.depth() > 0 && depth > options.depth()) {
            return;
        }
        SchemaNode annotations = schema.annotations();
        if (annotations != null && options.annotations() && options.content().reaches(annotations)) {
            member(annotations, container, path, depth, null);
        }
        if (annotated != null && Annotated.has(annotated) && showsAnnotations(schema, path)) {
            sink.annotations(annotated);
        }
        for (SchemaNode child : schema.children()) {
            if (child.isKey() || options.content().reaches(child)) {
                member(child, container, path, depth, Annotated.below(annotated, child.id()));
            }
        }
    }

    /** To the visibility annotations are a child of their node. */
    private boolean showsAnnotations(SchemaNode schema, @Nullable Path path) {
        return options.content().includes(schema) && !hidden(path == null ? null : path.child(Annotations.NAME));
    }

    private void member(
            SchemaNode child,
            @Nullable DataContainerNode container,
            @Nullable Path parent,
            int depth,
            @Nullable Annotated annotated)
            throws IOException {
        NormalizedNode node = Places.child(container, child);
        if (node == null && !(options.defaults() && child.hasDefaultsBelow())) {
            return;
        }
        Path path = below(parent, child);
        if (child.kind() == SchemaNode.Kind.LIST) {
            if (node != null) {
                sink.openList(child);
                entries(child, node, path, depth, annotated);
                sink.closeList();
            }
        } else if (child.isKey() || !hidden(path)) {
            if (node != null) {
                present(child, node, path, depth, annotated);
            } else if (Places.caseAllowsDefault(container, child)) {
                absent(child, path, depth);
            }
        }
    }

    private void present(
            SchemaNode child, NormalizedNode node, @Nullable Path path, int depth, @Nullable Annotated annotated)
            throws IOException {
        if (child.kind() == SchemaNode.Kind.CONTAINER) {
            sink.openContainer(child);
            if (child.presence() && options.content().includes(child)) {
                sink.exists();
            }
            members(child, (DataContainerNode) node, path, depth + 1, annotated);
            sink.closeObject();
        } else if (child.isKey() || options.content().includes(child)) {
            value(child, node, path, annotated);
        }
    }

    private void absent(SchemaNode child, @Nullable Path path, int depth) throws IOException {
        if (child.kind() == SchemaNode.Kind.CONTAINER) {
            if (!child.presence()) {
                sink.openContainer(child);
                members(child, null, path, depth + 1, null);
                sink.closeObject();
            }
        } else if (options.content().includes(child)) {
            value(child, Places.defaultNode(child), path, null);
        }
    }

    /** Shows a leaf, a leaf-list, or content without a schema. */
    void value(SchemaNode schema, NormalizedNode node, @Nullable Path path, @Nullable Annotated annotated)
            throws IOException {
        Annotated shown = annotated != null && showsAnnotations(schema, path) ? annotated : null;
        switch (schema.kind()) {
            case LEAF -> sink.leaf(schema, node.body(), path, shown);
            case LEAF_LIST -> sink.leafList(schema, Places.values(node), path, shown);
            default -> sink.any(schema, (String) node.body(), path, shown);
        }
    }

    /** Shows the entries of a list. */
    void entries(SchemaNode list, NormalizedNode node, @Nullable Path path, int depth, @Nullable Annotated annotated)
            throws IOException {
        if (options.depth() > 0 && depth + 1 > options.depth()) {
            return;
        }
        for (DataContainerNode entry : Places.entries(node)) {
            Path entryPath = path != null && entry instanceof MapEntryNode keyed
                    ? path.parent().child(PathExpansion.element(list, keyed.name()))
                    : path;
            if (!hidden(entryPath)) {
                sink.openEntry(list);
                members(list, entry, entryPath, depth + 1, Annotated.below(annotated, entry.name()));
                sink.closeObject();
            }
        }
    }
}
