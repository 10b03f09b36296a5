package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Value;
import java.io.IOException;

/**
 * One YANG type's way between a value's forms. Codecs are shared by the leaves of a type and hold no state that changes.
 *
 * <p>All readers throw {@link InvalidValueException}.
 */
interface LeafCodec {
    Object parse(String text);

    /** Reads a default out of the schema, where numbers may be octal or hexadecimal and identities have a prefix. */
    default Object parseDefault(String text, Prefixes prefixes) {
        return parse(text);
    }

    Object fromValue(Value scalar);

    Value toValue(Object value);

    String canonical(Object value);

    /** Whether {@code value} can be one of this type; tells the members of a union apart. */
    boolean holds(Object value);

    /**
     * Reads a JSON scalar.
     *
     * @param form the kind of token
     * @param text the string's content, or the number or the literal as written
     * @param strict whether RFC 7951 is followed to the letter
     */
    Object fromJson(JsonForm form, String text, boolean strict);

    void toJson(Object value, JsonGenerator out, boolean strict) throws IOException;
}
