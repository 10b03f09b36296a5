package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.Decimal64;

/** {@code decimal64}; RFC 7950 section 9.3. Values have the scale of the type's fraction digits, so that equal means equal. */
final class DecimalCodec implements LeafCodec {
    private static final Pattern LEXICAL = Pattern.compile("[-+]?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final int MAGNITUDE_MAX = 100;

    private final int fractionDigits;
    private final @Nullable Bounds range;

    DecimalCodec(int fractionDigits, @Nullable Bounds range) {
        this.fractionDigits = fractionDigits;
        this.range = range;
    }

    @Override
    public Object parse(String text) {
        if (!LEXICAL.matcher(text).matches()) {
            throw InvalidValueException.type("'" + text + "' is not a decimal64");
        }
        return decimal(new BigDecimal(text));
    }

    private Object decimal(BigDecimal exact) {
        if (Math.abs((long) exact.scale()) > MAGNITUDE_MAX) {
            throw outside(exact.toString());
        }
        if (exact.stripTrailingZeros().scale() > fractionDigits) {
            throw new InvalidValueException(
                    "fraction-digits", exact + " has more than " + fractionDigits + " fraction digits", null);
        }
        BigInteger unscaled = exact.setScale(fractionDigits).unscaledValue();
        if (unscaled.bitLength() > 63) {
            throw outside(exact.toPlainString());
        }
        if (range != null && !range.allow(unscaled.longValue())) {
            throw range.broken(exact.toPlainString());
        }
        return Decimal64.of(fractionDigits, unscaled.longValue());
    }

    private InvalidValueException outside(String shown) {
        return range != null
                ? range.broken(shown)
                : new InvalidValueException(
                        "range", shown + " is not a decimal64 of " + fractionDigits + " fraction digits", null);
    }

    @Override
    public Object fromValue(Value scalar) {
        return switch (scalar) {
            case Value.Decimal(BigDecimal number) -> decimal(number);
            case Value.Floating(double number) when Double.isFinite(number) -> decimal(BigDecimal.valueOf(number));
            case Value.Int(long number) -> decimal(BigDecimal.valueOf(number));
            case Value.Uint(long number) -> decimal(new BigDecimal(Long.toUnsignedString(number)));
            default -> throw Scalars.unfit(scalar, "a decimal64");
        };
    }

    @Override
    public Value toValue(Object value) {
        return new Value.Decimal(((Decimal64) value).decimalValue());
    }

    @Override
    public String canonical(Object value) {
        return ((Decimal64) value).toCanonicalString();
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof Decimal64 decimal && decimal.scale() == fractionDigits;
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        if (form == JsonForm.STRING) {
            return parse(text);
        }
        if (form == JsonForm.NUMBER && !strict) {
            return decimal(Scalars.exact(text));
        }
        throw form.refused(text, "a decimal64 as a JSON string");
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        out.writeString(canonical(value));
    }
}
