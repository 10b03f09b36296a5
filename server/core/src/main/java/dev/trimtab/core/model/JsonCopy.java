package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Copies content without a schema, so that equal content has equal text; the order of members is kept. */
final class JsonCopy {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonCopy() {}

    /** The value at which the parser stands, in the shortest text. */
    static String of(JsonParser parser, JsonPlace place) throws IOException {
        var text = new StringWriter();
        Deque<Set<String>> names = new ArrayDeque<>();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            do {
                JsonToken token = parser.currentToken();
                if (token == JsonToken.START_OBJECT) {
                    names.push(new HashSet<>());
                } else if (token == JsonToken.END_OBJECT) {
                    names.pop();
                } else if (token == JsonToken.FIELD_NAME && !names.element().add(parser.currentName())) {
                    throw JsonReader.malformed(place.path(), "member '" + parser.currentName() + "' comes twice");
                }
                out.copyCurrentEvent(parser);
            } while (!out.getOutputContext().inRoot() && parser.nextToken() != null);
        }
        return text.toString();
    }
}
