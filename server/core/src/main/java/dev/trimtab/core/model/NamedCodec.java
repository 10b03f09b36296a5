package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Value;
import java.io.IOException;

/** What enumerations, bits, identities and instance-identifiers have in common: a text in every form. */
abstract class NamedCodec implements LeafCodec {
    private final String shown;

    /** A codec whose refusals call the type {@code shown}. */
    NamedCodec(String shown) {
        this.shown = shown;
    }

    @Override
    public final Object fromValue(Value scalar) {
        return switch (scalar) {
            case Value.Text(String text) -> parse(text);
            default -> throw Scalars.unfit(scalar, shown);
        };
    }

    @Override
    public final Value toValue(Object value) {
        return new Value.Text(canonical(value));
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        if (form != JsonForm.STRING) {
            throw form.refused(text, shown);
        }
        return parse(text);
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        out.writeString(canonical(value));
    }
}
