package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the objects of one part of a multi-object patch, its updates or its deletes, into operations.
 *
 * <p>An update merges the object. A delete removes the list entry when the object has its keys only, and otherwise the members it
 * has besides them. {@code additionalProperties} is about an object and never part of it: members that its {@code unchanged} names
 * were written only because a client's types demand them, and are left out.
 */
final class AetherPatch {
    static final String ADDITIONAL = "additionalProperties";
    private static final String UNDEFINED = "undefined";

    private final TargetId target;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Violation> violations;

    /** @param violations gets the keys that are no keys */
    AetherPatch(TargetId target, List<Violation> violations) {
        this.target = target;
        this.violations = violations;
    }

    List<Operation> operations() {
        return operations;
    }

    /** @param element the node at the top of the model, with one object or, for a list, with its entries */
    void update(SchemaNode element, JsonNode value) {
        for (JsonNode object : objects(value)) {
            clean(object);
            Path path = path(element.path(), element, object);
            if (path != null) {
                operations.add(new Operation.Update(target, path, new Value.Json(Json.bytes(object), false)));
            }
        }
    }

    void delete(SchemaNode element, JsonNode value) {
        for (JsonNode object : objects(value)) {
            clean(object);
            Path path = path(element.path(), element, object);
            if (path != null) {
                delete(path, element, object);
            }
        }
    }

    private static Iterable<JsonNode> objects(JsonNode value) {
        return value.isArray() ? value : List.of(value);
    }

    private void delete(Path path, SchemaNode schema, JsonNode object) {
        boolean whole = true;
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            SchemaNode child = schema.child(member.getKey());
            if (child == null) {
                violations.add(
                        new Violation(path, "unknown", null, "there is no '" + member.getKey() + "' in " + path, null));
                whole = false;
            } else if (!child.isKey()) {
                whole = false;
                deleteMember(path.child(child.path().elements().getLast()), child, member.getValue());
            }
        }
        if (whole) {
            operations.add(new Operation.Delete(target, path));
        }
    }

    private void deleteMember(Path path, SchemaNode schema, JsonNode value) {
        switch (schema.kind()) {
            case CONTAINER -> delete(path, schema, value);
            case LIST -> {
                for (JsonNode entry : objects(value)) {
                    Path entryPath = path(path, schema, entry);
                    if (entryPath != null) {
                        delete(entryPath, schema, entry);
                    }
                }
            }
            default -> operations.add(new Operation.Delete(target, path));
        }
    }

    /** Path of the object, or null with a violation when its keys are missing or are the text "undefined". */
    private @Nullable Path path(Path path, SchemaNode schema, JsonNode object) {
        if (schema.kind() != SchemaNode.Kind.LIST) {
            return path;
        }
        Path entry = ListEntries.path(path, schema, object).orElse(null);
        if (entry == null) {
            String keys = String.join(", ", schema.keys());
            violations.add(new Violation(path, "key", null, "an entry of " + path + " has no key: " + keys, null));
            return null;
        }
        boolean undefined = entry.elements().getLast().keys().containsValue(UNDEFINED);
        if (undefined) {
            violations.add(new Violation(entry, "key", UNDEFINED, "a key cannot be 'undefined'", null));
        }
        return undefined ? null : entry;
    }

    /** Takes out what is about the objects, at every level. */
    private static void clean(JsonNode node) {
        if (node instanceof ObjectNode object && object.has(ADDITIONAL)) {
            String unchanged = object.remove(ADDITIONAL).path("unchanged").asText("");
            Arrays.stream(unchanged.split(",", -1)).map(String::strip).forEach(object::remove);
        }
        node.forEach(AetherPatch::clean);
    }
}
