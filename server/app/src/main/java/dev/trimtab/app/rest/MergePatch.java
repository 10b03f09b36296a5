package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.Annotations;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Splits a merge patch into deletes, its members that are null, and one update, the rest. Annotations are members like others.
 *
 * <p>Source: RFC 7396, with YANG's meaning of arrays: the entries of a list are merged by their keys; a leaf-list is replaced.
 */
final class MergePatch {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private final TargetId target;
    private final List<Operation> operations = new ArrayList<>();

    private MergePatch(TargetId target) {
        this.target = target;
    }

    static List<Operation> operations(TargetId target, ResourcePath place, byte[] body, boolean strict) {
        if (!mentionsNull(body)) {
            return List.of(new Operation.Update(target, place.path(), new Value.Json(body, strict)));
        }
        var patch = new MergePatch(target);
        JsonNode value = Json.read(body);
        if (patch.strip(place.path(), place.node(), value)) {
            var rest = new Value.Json(Json.bytes(value), strict);
            patch.operations.add(new Operation.Update(target, place.path(), rest));
        }
        return patch.operations;
    }

    /** Most patches have no null, and need not be read twice. */
    private static boolean mentionsNull(byte[] body) {
        for (int i = 0; i + NULL.length <= body.length; i++) {
            if (body[i] == 'n' && Arrays.equals(body, i, i + NULL.length, NULL, 0, NULL.length)) {
                return true;
            }
        }
        return false;
    }

    /** Notes the deletes of {@code value} and takes them out of it; false when nothing else was in it. */
    private boolean strip(Path path, SchemaNode schema, JsonNode value) {
        if (value.isNull()) {
            operations.add(new Operation.Delete(target, path));
            return false;
        }
        return switch (schema.kind()) {
            case ROOT, CONTAINER -> !(value instanceof ObjectNode object) || members(path, schema, object);
            case LIST -> list(path, schema, value);
            case LEAF, LEAF_LIST, ANYDATA -> true; // their content is a value: [null] is one, too
        };
    }

    private boolean list(Path path, SchemaNode schema, JsonNode value) {
        if (!path.elements().getLast().keys().isEmpty()) {
            return !(value instanceof ObjectNode entry) || members(path, schema, entry);
        }
        if (!value.isArray()) {
            return true; // left to the reader, who refuses it
        }
        for (JsonNode entry : value) {
            Optional<Path> entryPath = ListEntries.path(path, schema, entry);
            if (entryPath.isPresent() && entry instanceof ObjectNode object) {
                members(entryPath.get(), schema, object);
            }
        }
        return true;
    }

    private boolean members(Path path, SchemaNode schema, ObjectNode object) {
        boolean wasEmpty = object.isEmpty();
        for (Iterator<Map.Entry<String, JsonNode>> all = object.properties().iterator(); all.hasNext(); ) {
            Map.Entry<String, JsonNode> member = all.next();
            SchemaNode child = schema.child(member.getKey());
            if (child == null && annotations(path, schema, member.getKey(), member.getValue())) {
                all.remove();
            } else if (child != null
                    && !strip(path.child(child.path().elements().getLast()), child, member.getValue())) {
                all.remove();
            }
        }
        return wasEmpty || !object.isEmpty();
    }

    /** Notes the deletes of a member that annotates a node; true when nothing else was in it. */
    private boolean annotations(Path parent, SchemaNode schema, String member, JsonNode value) {
        Optional<Path> annotated = annotated(parent, schema, member).map(Annotations::of);
        if (annotated.isEmpty() || !(value.isNull() || value instanceof ObjectNode)) {
            return false;
        }
        if (value.isNull()) {
            operations.add(new Operation.Delete(target, annotated.get()));
            return true;
        }
        boolean deleted = value.properties()
                .removeIf(annotation -> annotation.getValue().isNull()
                        && operations.add(
                                new Operation.Delete(target, annotated.get().child(annotation.getKey()))));
        return deleted && value.isEmpty();
    }

    /** The node that a member annotates, unless those are the values of a leaf-list. */
    private static Optional<Path> annotated(Path parent, SchemaNode schema, String member) {
        if (!member.startsWith("@")) {
            return Optional.empty();
        }
        if (member.length() == 1) {
            return Optional.of(parent).filter(path -> !path.isRoot());
        }
        return Optional.ofNullable(schema.child(member.substring(1)))
                .filter(child -> child.kind() == SchemaNode.Kind.LEAF || child.kind() == SchemaNode.Kind.ANYDATA)
                .map(child -> parent.child(child.path().elements().getLast()));
    }
}
