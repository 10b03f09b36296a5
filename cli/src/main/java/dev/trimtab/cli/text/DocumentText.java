package dev.trimtab.cli.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** A JSON tree as a document for programs. */
public final class DocumentText {
    private DocumentText() {}

    public static String json(JsonNode node) {
        return write(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT), node);
    }

    /** Texts are quoted where YAML would read a number, a truth value or a date. */
    public static String yaml(JsonNode node) {
        return write(
                new ObjectMapper(YAMLFactory.builder()
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                        .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                        .build()),
                node);
    }

    private static String write(ObjectMapper mapper, JsonNode node) {
        try {
            return node.isMissingNode() ? "" : mapper.writeValueAsString(node).stripTrailing();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree cannot be written", e);
        }
    }
}
