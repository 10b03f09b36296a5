package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Value;
import java.io.IOException;
import org.opendaylight.yangtools.yang.common.Empty;

/** {@code empty}; RFC 7950 section 9.11, {@code [null]} in JSON, the truth as a scalar of gNMI. */
final class EmptyCodec implements LeafCodec {
    @Override
    public Object parse(String text) {
        if (!text.isEmpty()) {
            throw InvalidValueException.type("'" + text + "' is not empty");
        }
        return Empty.value();
    }

    @Override
    public Object fromValue(Value scalar) {
        return switch (scalar) {
            case Value.Bool(boolean truth) when truth -> Empty.value();
            default -> throw Scalars.unfit(scalar, "true, which stands for a leaf that is empty");
        };
    }

    @Override
    public Value toValue(Object value) {
        return new Value.Bool(true);
    }

    @Override
    public String canonical(Object value) {
        return "";
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof Empty;
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        if (form == JsonForm.EMPTY || (form == JsonForm.BOOLEAN && !strict && text.equals("true"))) {
            return Empty.value();
        }
        throw form.refused(text, "[null], which stands for a leaf that is empty");
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        out.writeStartArray();
        out.writeNull();
        out.writeEndArray();
    }
}
