package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the keys of list entries in JSON. */
final class ListEntries {
    private ListEntries() {}

    /**
     * The path of one entry.
     *
     * @param list path of the list as a whole
     * @return empty when a key is missing or is no text, number or truth
     */
    static Optional<Path> path(Path list, SchemaNode schema, JsonNode entry) {
        Map<String, String> keys = new TreeMap<>();
        for (SchemaNode key : schema.keyNodes()) {
            JsonNode value = entry.has(key.name()) ? entry.path(key.name()) : entry.path(key.qualifiedName());
            if (!value.isTextual() && !value.isNumber() && !value.isBoolean()) {
                return Optional.empty();
            }
            keys.put(key.name(), value.asText());
        }
        String name = list.elements().getLast().name();
        return Optional.of(list.parent().child(new PathElement(name, keys)));
    }
}
