package dev.trimtab.plugin.aether.v2_1;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
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

    /** The text of a leaf; empty if it is not there. */
    static String text(JsonNode parent, String leaf) {
        return parent.path(leaf).asText();
    }
}
