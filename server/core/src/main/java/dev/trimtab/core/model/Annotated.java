package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** The annotations of one node and of those below it, as a tree beside the nodes' own. */
final class Annotated {
    private final SchemaNode list;
    private final Map<PathArgument, Annotated> below = new HashMap<>();
    private @Nullable MapEntryNode own;

    private Annotated(SchemaNode list) {
        this.list = list;
    }

    /**
     * The annotations at and below {@code at}; null if there are none.
     *
     * @param stored the root's list of annotations
     */
    static @Nullable Annotated of(SchemaNode root, @Nullable NormalizedNode stored, YangInstanceIdentifier at) {
        SchemaNode list = root.annotated();
        if (list == null || stored == null) {
            return null;
        }
        var top = new Annotated(list);
        for (MapEntryNode entry : AnnotationEdits.entries(stored)) {
            YangInstanceIdentifier node = Annotations.node(entry);
            if (at.contains(node)) {
                top.add(root, node, at.getPathArguments().size(), entry);
            }
        }
        return top.own == null && top.below.isEmpty() ? null : top;
    }

    private void add(SchemaNode root, YangInstanceIdentifier node, int from, MapEntryNode entry) {
        Annotated at = this;
        SchemaNode schema = root;
        int i = 0;
        for (PathArgument step : node.getPathArguments()) {
            SchemaNode child = step instanceof NodeIdentifier ? schema.child(step.getNodeType()) : schema;
            if (i++ >= from && child != null) { // choices are looked through
                at = at.below.computeIfAbsent(step, _ -> new Annotated(list));
            }
            schema = child == null ? schema : child;
        }
        at.own = entry;
    }

    /** Those of a child, entry or value; null if there are none at or below it. */
    static @Nullable Annotated below(@Nullable Annotated parent, PathArgument step) {
        return parent == null ? null : parent.below.get(step);
    }

    /** Whether the node itself has annotations. */
    boolean isOwn() {
        return own != null;
    }

    /** Writes the object of the node's own annotations. */
    void write(JsonGenerator out, boolean strict) throws IOException {
        out.writeStartObject();
        for (SchemaNode annotation : list.children()) {
            DataContainerChild value = annotation.isKey() ? null : Places.child(own, annotation);
            if (value != null) {
                out.writeFieldName(annotation.qualifiedName());
                annotation.type().codec().toJson(value.body(), out, strict);
            }
        }
        out.writeEndObject();
    }
}
