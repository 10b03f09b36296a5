package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodeContainer;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/**
 * Turns one JSON value into a node, along the schema. At each call the parser stands on the first token of a value, and on its
 * last one after it. What does not fit is noted and left out.
 */
final class JsonNodes {
    private final JsonParser parser;
    private final boolean strict;
    private final Content content;
    private final JsonProblems problems = new JsonProblems();
    private final JsonScalars scalars;
    private final JsonAnnotations annotations;

    /** @param annotated the root of the model whose annotations are read; null if none are */
    JsonNodes(JsonParser parser, boolean strict, Content content, @Nullable SchemaNode annotated) {
        this.parser = parser;
        this.strict = strict;
        this.content = content;
        this.scalars = new JsonScalars(parser, strict, problems);
        this.annotations = new JsonAnnotations(parser, scalars, problems, annotated);
    }

    Decoded read(Instance at) throws IOException {
        var place = new JsonPlace(at);
        NormalizedNode node =
                !allowed(at.schema()) ? readOnly(place) : at.isEntry() ? entry(at, place) : value(at.schema(), place);
        return problems.isEmpty()
                ? new Decoded(requireNonNull(node), annotations.entries(), List.of())
                : new Decoded(null, List.of(), problems.violations());
    }

    private boolean allowed(SchemaNode schema) {
        return content != Content.CONFIG || schema.config();
    }

    private @Nullable NormalizedNode readOnly(JsonPlace place) throws IOException {
        problems.add(place, "read-only", null, "it is state and cannot be written");
        parser.skipChildren();
        return null;
    }

    private @Nullable NormalizedNode entry(Instance at, JsonPlace place) throws IOException {
        return begins(JsonToken.START_OBJECT, "an object", place)
                ? keyedEntry(at.schema(), place, (NodeIdentifierWithPredicates)
                        at.id().getLastPathArgument())
                : null;
    }

    private @Nullable DataContainerChild value(SchemaNode schema, JsonPlace place) throws IOException {
        return switch (schema.kind()) {
            case ROOT, CONTAINER -> container(schema, place);
            case LIST -> list(schema, place);
            case LEAF -> scalars.leaf(schema, place);
            case LEAF_LIST -> leafList(schema, place, null);
            case ANYDATA -> scalars.any(schema, place, annotations.areRead() ? annotations : null);
        };
    }

    private boolean begins(JsonToken wanted, String shown, JsonPlace place) throws IOException {
        if (parser.currentToken() == wanted) {
            return true;
        }
        problems.add(place, "type", scalars.shown(), "the value must be " + shown);
        parser.skipChildren();
        return false;
    }

    private @Nullable ContainerNode container(SchemaNode schema, JsonPlace place) throws IOException {
        if (!begins(JsonToken.START_OBJECT, "an object", place)) {
            return null;
        }
        var container = ImmutableNodes.newContainerBuilder().withNodeIdentifier(schema.id());
        members(schema, place).addTo(container);
        return container.build();
    }

    private JsonMembers members(SchemaNode schema, JsonPlace place) throws IOException {
        var members = new JsonMembers();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (JsonAnnotations.isMember(schema, name)) {
                annotations.member(schema, place, name, find(schema, name.substring(1)), members);
                continue;
            }
            SchemaNode child = find(schema, name);
            if (child == null) {
                noteUnknown(schema, name, place);
                parser.skipChildren();
            } else if (!members.begin(child)) {
                throw JsonReader.malformed(
                        place.path(), "member '" + name + "' comes twice, at " + JsonReader.place(parser));
            } else if (allowed(child)) {
                member(child, place.child(child), members);
            } else {
                readOnly(place.child(child));
            }
        }
        if (!members.annotated().isEmpty()) {
            annotations.assign(place, members);
        }
        return members;
    }

    private @Nullable SchemaNode find(SchemaNode parent, String name) {
        SchemaNode child = parent.child(name);
        if (!strict || child == null || child.module().equals(parent.module())) {
            return child;
        }
        return name.length() == child.name().length() ? null : child;
    }

    private void noteUnknown(SchemaNode parent, String name, JsonPlace place) throws IOException {
        if (parent.name().equals(Annotations.NAME)) {
            String defined = "the model defines no annotation of this name and module";
            problems.addUnknown(place, name, "annotation", scalars.shown(), defined);
        } else {
            problems.addUnknown(place, name, "unknown-element", null, unknown(parent, name));
        }
    }

    private static String unknown(SchemaNode parent, String name) {
        SchemaNode meant = parent.child(name);
        return meant == null ? "the model has no such node" : "its name must be '" + meant.qualifiedName() + "'";
    }

    private void member(SchemaNode child, JsonPlace place, JsonMembers members) throws IOException {
        DataContainerChild node =
                child.kind() == SchemaNode.Kind.LEAF_LIST ? leafList(child, place, members) : value(child, place);
        if (node == null || saysNothing(child, node)) {
            return;
        }
        ChoiceStep other = members.add(child, node);
        if (other != null) {
            problems.add(
                    place,
                    "choice",
                    null,
                    "it excludes the nodes of case '" + other.caseName().getLocalName() + "' of choice '"
                            + other.choice().getLocalName() + "'");
        }
    }

    /** Empty arrays mean no instances, and empty containers mean nothing unless they have presence: RFC 7951 section 5. */
    private static boolean saysNothing(SchemaNode schema, DataContainerChild node) {
        return switch (node) {
            case ContainerNode container -> container.isEmpty() && !schema.presence();
            case NormalizedNodeContainer<?> entries -> entries.isEmpty();
            default -> false;
        };
    }

    private @Nullable DataContainerChild leafList(SchemaNode schema, JsonPlace place, @Nullable JsonMembers members)
            throws IOException {
        if (!begins(JsonToken.START_ARRAY, "an array", place)) {
            return null;
        }
        List<Object> values = scalars.values(schema, place);
        if (members != null && annotations.areRead()) {
            members.values(schema, values);
        }
        return scalars.leafList(schema, values, place);
    }

    private @Nullable DataContainerChild list(SchemaNode schema, JsonPlace place) throws IOException {
        if (!begins(JsonToken.START_ARRAY, "an array", place)) {
            return null;
        }
        return schema.keys().isEmpty() ? unkeyedList(schema, place) : keyedList(schema, place);
    }

    private DataContainerChild unkeyedList(SchemaNode schema, JsonPlace place) throws IOException {
        var list = ImmutableNodes.newUnkeyedListBuilder().withNodeIdentifier(schema.id());
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (begins(JsonToken.START_OBJECT, "an object", place)) {
                var entry = ImmutableNodes.newUnkeyedListEntryBuilder().withNodeIdentifier(schema.id());
                members(schema, place).addTo(entry);
                list.withChild(entry.build());
            }
        }
        return list.build();
    }

    private DataContainerChild keyedList(SchemaNode schema, JsonPlace place) throws IOException {
        List<MapEntryNode> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonPlace ofEntry = place.entry();
            if (begins(JsonToken.START_OBJECT, "an object", ofEntry)) {
                MapEntryNode entry = keyedEntry(schema, ofEntry, null);
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        MapNode.Builder<?> list =
                schema.orderedByUser() ? ImmutableNodes.newUserMapBuilder() : ImmutableNodes.newSystemMapBuilder();
        list.withNodeIdentifier(schema.id());
        entries.forEach(list::withChild);
        MapNode built = list.build();
        if (built.size() < entries.size()) {
            noteRepeated(entries, place);
        }
        return built;
    }

    private void noteRepeated(List<MapEntryNode> entries, JsonPlace list) {
        Set<NodeIdentifierWithPredicates> seen = new HashSet<>();
        for (MapEntryNode entry : entries) {
            if (!seen.add(entry.name())) {
                JsonPlace place = list.entry();
                place.isEntry(entry.name());
                problems.add(place, "key", null, "the entry comes twice");
            }
        }
    }

    /** One entry; {@code known} has the keys if the path gave them. */
    private @Nullable MapEntryNode keyedEntry(
            SchemaNode schema, JsonPlace place, @Nullable NodeIdentifierWithPredicates known) throws IOException {
        JsonMembers members = members(schema, place);
        Object[] keys = new Object[schema.keys().size()];
        boolean complete = true;
        for (int i = 0; i < keys.length; i++) {
            SchemaNode key = schema.keyNodes().get(i);
            Object value = key(key, members, known, place);
            complete &= value != null;
            keys[i] = value == null ? "" : value;
        }
        if (!complete) {
            return null;
        }
        NodeIdentifierWithPredicates id = PathResolver.entryId(schema, keys);
        if (known == null) {
            place.isEntry(id);
        }
        var entry = ImmutableNodes.newMapEntryBuilder().withNodeIdentifier(id);
        members.addTo(entry);
        return entry.build();
    }

    /** The value of a key, from the members or else from the path; null if neither has it. */
    private @Nullable Object key(
            SchemaNode key, JsonMembers members, @Nullable NodeIdentifierWithPredicates known, JsonPlace place) {
        Object given = members.value(key);
        Object wanted = known == null ? null : known.getValue(key.qname());
        if (given == null && wanted == null) {
            if (members.begin(key)) {
                problems.add(place, "missing-key", null, "key '" + key.name() + "' is missing");
            }
            return null;
        }
        if (given == null && members.begin(key)) {
            members.add(key, ImmutableNodes.leafNode(key.id(), requireNonNull(wanted)));
        } else if (given != null && wanted != null && !wanted.equals(given)) {
            String shown = key.type().canonical(given);
            problems.add(place.child(key), "key", shown, "it differs from the key in the path");
            return null;
        }
        return wanted != null ? wanted : given;
    }
}
