package dev.trimtab.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values as one line of text for people. */
public final class Plain {
    private Plain() {}

    /** A JSON value without quotes; the empty text for what is not there. */
    public static String of(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray() && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isValueNode)) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(Plain::of)
                    .collect(Collectors.joining(", "));
        }
        return safe(value.isValueNode() ? value.asText() : value.toString());
    }

    /** A point in time to the second. */
    public static String time(JsonNode value) {
        return of(value).replaceFirst("\\.\\d+", "");
    }

    /** Others wrote what is shown: their control characters must not reach the terminal. */
    public static String safe(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
