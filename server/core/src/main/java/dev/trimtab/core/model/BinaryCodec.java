package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Value;
import java.io.IOException;
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
            return checked(Octets.decode(text));
        } catch (IllegalArgumentException _) {
            throw InvalidValueException.type("the text is not base64");
        }
    }

    private Octets checked(Octets octets) {
        if (length != null && !length.allow(octets.length())) {
            throw length.broken(octets.length() == 1 ? "1 octet" : octets.length() + " octets");
        }
        return octets;
    }

    @Override
    public Object fromValue(Value scalar) {
        return switch (scalar) {
            case Value.Binary(byte[] octets) -> checked(Octets.copyOf(octets));
            default -> throw Scalars.unfit(scalar, "octets");
        };
    }

    @Override
    public Value toValue(Object value) {
        return new Value.Binary(((Octets) value).toBytes());
    }

    @Override
    public String canonical(Object value) {
        return value.toString();
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof Octets;
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
