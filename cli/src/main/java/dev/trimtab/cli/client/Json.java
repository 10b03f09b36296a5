package dev.trimtab.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Text to JSON trees, without a loss: numbers keep their digits, and nothing that is said twice or comes after the end is dropped. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads a whole document.
     *
     * @throws WrongInputException with the line and column where it is wrong
     */
    public static JsonNode parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new WrongInputException("there is no JSON, only blanks");
            }
            return node;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new WrongInputException("not JSON" + where + ": " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a value as it is typed on a command line: JSON, or a string without its quotes.
     *
     * @throws WrongInputException when it begins as an object, array or quoted string and is none
     */
    public static JsonNode value(String text) {
        try {
            return parse(text);
        } catch (WrongInputException e) {
            if (text.matches("(?s)\\s*[\\[{\"].*")) {
                throw e;
            }
            return TextNode.valueOf(text);
        }
    }
}
