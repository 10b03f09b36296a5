package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Value;
import java.io.IOException;

/** {@code boolean}; RFC 7950 section 9.5. */
final class BooleanCodec implements LeafCodec {
    @Override
    public Object parse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw InvalidValueException.type("'" + text + "' is neither true nor false");
        };
    }

    @Override
    public Object fromValue(Value scalar) {
        return switch (scalar) {
            case Value.Bool(boolean truth) -> truth;
            default -> throw Scalars.unfit(scalar, "a boolean");
        };
    }

    @Override
    public Value toValue(Object value) {
        return new Value.Bool((Boolean) value);
    }

    @Override
    public String canonical(Object value) {
        return value.toString();
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof Boolean;
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        if (form == JsonForm.BOOLEAN || (form == JsonForm.STRING && !strict)) {
            return parse(text);
        }
        throw form.refused(text, "a JSON boolean");
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        out.writeBoolean((Boolean) value);
    }
}
