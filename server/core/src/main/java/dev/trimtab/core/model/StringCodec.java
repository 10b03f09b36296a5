package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.core.pattern.XsdPattern;
import dev.trimtab.model.Value;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code string}; RFC 7950 section 9.4. Lengths are counted in Unicode characters, and every pattern must match. */
final class StringCodec implements LeafCodec {

    /**
     * One {@code pattern} statement.
     *
     * @param inverted whether the text must not match
     * @param message what the schema says when it is broken; otherwise one of ours
     */
    record Rule(
            XsdPattern pattern,
            boolean inverted,
            String message,
            @Nullable String appTag) {}

    private final @Nullable Bounds length;
    private final List<Rule> patterns;

    StringCodec(@Nullable Bounds length, List<Rule> patterns) {
        this.length = length;
        this.patterns = patterns;
    }

    @Override
    public Object parse(String text) {
        int characters = requireCharacters(text);
        if (length != null && !length.allow(characters)) {
            throw length.broken(characters == 1 ? "1 character" : characters + " characters");
        }
        for (Rule rule : patterns) {
            if (rule.pattern.matches(text) == rule.inverted) {
                throw new InvalidValueException("pattern", rule.message, rule.appTag);
            }
        }
        return text;
    }

    /**
     * Counts Unicode characters and refuses those that RFC 7950 section 9.4 excludes: controls other than tab, line feed and
     * carriage return, halves of surrogate pairs, and non-characters.
     */
    private static int requireCharacters(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); count++) {
            int c = text.charAt(i);
            if (c < 0x20 || c >= 0xD800) {
                c = text.codePointAt(i);
                if (!isYangCharacter(c)) {
                    throw InvalidValueException.type(
                            "U+%04X at position %d is no character of a YANG string".formatted(c, i));
                }
            }
            i += Character.charCount(c);
        }
        return count;
    }

    private static boolean isYangCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c > 0xDFFF && (c < 0xFDD0 || c > 0xFDEF) && (c & 0xFFFE) != 0xFFFE);
    }

    @Override
    public Object fromValue(Value scalar) {
        return switch (scalar) {
            case Value.Text(String text) -> parse(text);
            default -> throw Scalars.unfit(scalar, "a string");
        };
    }

    @Override
    public Value toValue(Object value) {
        return new Value.Text((String) value);
    }

    @Override
    public String canonical(Object value) {
        return (String) value;
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof String;
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        if (form != JsonForm.STRING) {
            throw form.refused(text, "a JSON string");
        }
        return parse(text);
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        out.writeString((String) value);
    }
}
