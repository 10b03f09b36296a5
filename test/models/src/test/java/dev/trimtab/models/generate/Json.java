package dev.trimtab.models.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Java objects: {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Long} or {@code BigDecimal}, and null.
 */
public final class Json {
    /** The value of a leaf of type {@code empty} (RFC 7951 section 6.9). */
    static final List<@Nullable Object> EMPTY = Collections.singletonList(null);

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Reads one value. */
    public static @Nullable Object parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return value(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("unexpected " + parser.currentToken());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return elements;
    }

    /** Prints one value. */
    public static String print(@Nullable Object value) {
        var text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            print(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return text.toString();
    }

    private static void print(@Nullable Object value, JsonGenerator out) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> members -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    out.writeFieldName((String) member.getKey());
                    print(member.getValue(), out);
                }
                out.writeEndObject();
            }
            case List<?> elements -> {
                out.writeStartArray();
                for (Object element : elements) {
                    print(element, out);
                }
                out.writeEndArray();
            }
            case Boolean truth -> out.writeBoolean(truth);
            case Long number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            default -> out.writeString(value.toString());
        }
    }

    /** A copy that shares nothing that can change. */
    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, @Nullable Object> copied = new LinkedHashMap<>();
                members.forEach((name, member) -> copied.put((String) name, copy(member)));
                yield copied;
            }
            case List<?> elements -> {
                List<@Nullable Object> copied = new ArrayList<>();
                elements.forEach(element -> copied.add(copy(element)));
                yield copied;
            }
            case null, default -> value;
        };
    }
}
