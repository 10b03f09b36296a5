package dev.trimtab.plugin.aether.v2_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.model.PathElement;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Configurations as trees of JSON. The server writes them and reads them back, so they are what the models say. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object(String text) {
        try {
            return (ObjectNode) MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a configuration is no JSON", e);
        }
    }

    /** The entries of a list in {@code parent}; empty if it is not there. */
    static List<ObjectNode> entries(JsonNode parent, String list) {
        return StreamSupport.stream(parent.path(list).spliterator(), false)
                .map(ObjectNode.class::cast)
                .toList();
    }

    /** How {@code entry} of {@code list} is named in a path. */
    static PathElement element(String list, String key, JsonNode entry) {
        return new PathElement(list, Map.of(key, text(entry, key)));
    }

    /** The text of a leaf; empty if it is not there. */
    static String text(JsonNode parent, String leaf) {
        return parent.path(leaf).asText();
    }
}
