package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trimtab.core.model.SchemaNode.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;

/**
 * Reads the members of JSON that annotate nodes, and gathers them until it is known which nodes those are: the keys of an entry and the
 * values of a leaf-list may come after. Source: RFC 7952 section 5.2.
 */
final class JsonAnnotations {
    private final JsonParser parser;
    private final JsonScalars scalars;
    private final JsonProblems problems;
    private final @Nullable SchemaNode own;
    private final @Nullable SchemaNode list;
    private final List<Found> found = new ArrayList<>();
    private int count;

    /**
     * The annotations of one node.
     *
     * @param value the value of the leaf-list at {@code node} that is meant; null for every other node
     */
    private record Found(JsonPlace node, @Nullable Object value, List<DataContainerChild> annotations) {}

    /** @param root whose model's annotations may stand in the text; null if none may */
    JsonAnnotations(JsonParser parser, JsonScalars scalars, JsonProblems problems, @Nullable SchemaNode root) {
        this.parser = parser;
        this.scalars = scalars;
        this.problems = problems;
        this.own = root == null ? null : root.annotations();
        this.list = root == null ? null : root.annotated();
    }

    /** Whether a member has annotations and is no node: all but the root's own, which stand in a container. */
    static boolean isMember(SchemaNode parent, String name) {
        return name.startsWith(Annotations.NAME)
                && !(name.length() == 1 && parent.kind() == Kind.ROOT && parent.annotations() != null);
    }

    /**
     * Takes the member {@code name} of the object at {@code place}.
     *
     * @param child what the name after the {@code @} means; null if nothing
     */
    void member(SchemaNode schema, JsonPlace place, String name, @Nullable SchemaNode child, JsonMembers members)
            throws IOException {
        boolean ofObject = name.length() == 1;
        if (own == null || schema.name().startsWith(Annotations.NAME)) {
            refuse(place, name, "no annotations are kept here");
        } else if (!ofObject && (child == null || child.name().startsWith(Annotations.NAME))) {
            refuse(place, name, "the model has no node of this name to annotate");
        } else if (!members.beginAnnotations(ofObject ? null : child)) {
            throw JsonReader.malformed(
                    place.path(), "member '" + name + "' comes twice, at " + JsonReader.place(parser));
        } else if (ofObject) {
            keep(place, null, object(place.annotations(own, name)));
        } else {
            ofChild(requireNonNull(child), place, name, members);
        }
    }

    private void refuse(JsonPlace place, String name, String reason) throws IOException {
        problems.addUnknown(place, name, "annotation", scalars.shown(), reason);
        parser.skipChildren();
    }

    private void ofChild(SchemaNode child, JsonPlace place, String name, JsonMembers members) throws IOException {
        JsonPlace at = place.annotations(requireNonNull(own), name);
        if (!child.config()) {
            problems.add(at, "read-only", null, "it annotates state, which cannot be written");
            parser.skipChildren();
        } else if (!child.hasSiblingAnnotations()) {
            refuse(place, name, "annotations of an object stand in its own member '@'");
        } else if (child.kind() == Kind.LEAF_LIST) {
            members.annotate(child, at, array(at));
        } else {
            keep(place.child(child), null, object(at));
        }
    }

    /** The annotations in the object {@code @} of content without a schema, which stands at {@code place}. */
    void ofContent(JsonPlace place) throws IOException {
        keep(place, null, object(place.annotations(requireNonNull(own), Annotations.NAME)));
    }

    /** Whether annotations are read; otherwise {@code @} in content without a schema is part of that. */
    boolean areRead() {
        return own != null;
    }

    private List<List<DataContainerChild>> array(JsonPlace at) throws IOException {
        List<List<DataContainerChild>> elements = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problems.add(at, "type", scalars.shown(), "the value must be an array");
            parser.skipChildren();
            return elements;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(parser.currentToken() == JsonToken.VALUE_NULL ? List.of() : object(at));
        }
        return elements;
    }

    private List<DataContainerChild> object(JsonPlace at) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            problems.add(at, "type", scalars.shown(), "the value must be an object");
            parser.skipChildren();
            return List.of();
        }
        List<DataContainerChild> annotations = new ArrayList<>();
        Set<SchemaNode> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            SchemaNode leaf = requireNonNull(own).child(name);
            if (leaf == null) {
                refuse(at, name, "the model defines no annotation of this name and module");
            } else if (!seen.add(leaf)) {
                throw JsonReader.malformed(
                        at.path(), "member '" + name + "' comes twice, at " + JsonReader.place(parser));
            } else {
                DataContainerChild node = scalars.leaf(leaf, at.child(leaf));
                if (node != null) {
                    annotations.add(node);
                }
            }
        }
        return annotations;
    }

    private void keep(JsonPlace node, @Nullable Object value, List<DataContainerChild> annotations) {
        if (annotations.isEmpty()) {
            return;
        }
        boolean fitted = count <= Annotations.COUNT_MAX;
        count += annotations.size();
        if (count <= Annotations.COUNT_MAX) {
            found.add(new Found(node, value, annotations));
        } else if (fitted) {
            String most = "at most " + Annotations.COUNT_MAX + " annotations are kept";
            problems.add(node, "annotations", "more than " + Annotations.COUNT_MAX, most);
        }
    }

    /** Gives the values of the leaf-lists of an object that was read their annotations. */
    void assign(JsonPlace place, JsonMembers members) {
        for (JsonMembers.Annotated array : members.annotated()) {
            List<Object> values = members.values(array.leafList());
            List<List<DataContainerChild>> elements = array.annotations();
            if (elements.size() > values.size()) {
                if (problems.isEmpty()) { // values that do not fit are told, and not counted
                    problems.add(
                            array.place(),
                            "annotation",
                            elements.size() + " elements",
                            "the leaf-list beside has " + values.size() + " values");
                }
                continue;
            }
            JsonPlace leafList = place.child(array.leafList());
            for (int i = 0; i < elements.size(); i++) {
                keep(leafList, values.get(i), elements.get(i));
            }
        }
    }

    /** Entries of the list of annotations, when everything has been read without a problem. */
    List<MapEntryNode> entries() {
        return found.stream().map(this::entry).toList();
    }

    private MapEntryNode entry(Found one) {
        YangInstanceIdentifier id = one.node.id();
        if (one.value != null) {
            id = id.node(new NodeWithValue<>(id.getLastPathArgument().getNodeType(), one.value));
        }
        return AnnotationEdits.entry(requireNonNull(list), id, one.annotations);
    }
}
