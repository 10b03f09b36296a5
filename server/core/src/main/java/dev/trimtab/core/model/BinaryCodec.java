package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Value;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** {@code binary}; RFC 7950 section 9.8. The length counts octets. */
final class BinaryCodec implements LeafCodec {
    private final @Nullable Bounds length;

    BinaryCodec(@Nullable Bounds length) {
        this.length = length;
    }

    @Override
    public Object parse(String text) {
        try {
            if (text.length() % 4 != 0) {
                throw new IllegalArgumentException("padding is missing");
            }
            return checked(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            throw InvalidValueException.type("the text is not base64");
        }
    }

    private byte[] checked(byte[] octets) {
        if (length != null && !length.allow(octets.length)) {
            throw length.broken(octets.length == 1 ? "1 octet" : octets.length + " octets");
        }
        return octets;
    }

    @Override
    public Object fromValue(Value scalar) {
        return switch (scalar) {
            case Value.Binary(byte[] octets) -> checked(octets.clone());
            default -> throw Scalars.unfit(scalar, "octets");
        };
    }

    @Override
    public Value toValue(Object value) {
        return new Value.Binary((byte[]) value);
    }

    @Override
    public String canonical(Object value) {
        return Base64.getEncoder().encodeToString((byte[]) value);
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof byte[];
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        if (form != JsonForm.STRING) {
            throw form.refused(text, "base64 in a JSON string");
        }
        return parse(text);
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        out.writeString(canonical(value));
    }
}
