package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.core.model.LeafType.Base;
import dev.trimtab.model.Value;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.opendaylight.yangtools.yang.common.Uint32;
import org.opendaylight.yangtools.yang.common.Uint64;
import org.opendaylight.yangtools.yang.common.Uint8;

/** The eight integer types; RFC 7950 section 9.2, RFC 7951 section 6.1. */
final class IntegerCodec implements LeafCodec {
    private static final int DIGITS_MAX = 20;

    private final Base base;
    private final boolean signed;
    private final boolean wide;
    private final int bits;
    private final @Nullable Bounds range;

    IntegerCodec(Base base, @Nullable Bounds range) {
        this.base = base;
        this.signed = isSigned(base);
        this.wide = base == Base.INT64 || base == Base.UINT64;
        this.bits = switch (base) {
            case INT8, UINT8 -> 8;
            case INT16, UINT16 -> 16;
            case INT32, UINT32 -> 32;
            default -> 64;
        };
        this.range = range;
    }

    static boolean isSigned(Base base) {
        return switch (base) {
            case INT8, INT16, INT32, INT64 -> true;
            default -> false;
        };
    }

    @Override
    public Object parse(String text) {
        return parse(text, 0, 10);
    }

    /** Only a default may be octal or hexadecimal: RFC 7950 section 9.2.1. */
    @Override
    public Object parseDefault(String text, Prefixes prefixes) {
        int digits = signLength(text);
        if (text.startsWith("0x", digits)) {
            return parse(text, 2, 16);
        }
        return text.startsWith("0", digits) ? parse(text, 0, 8) : parse(text);
    }

    private Object parse(String text, int prefixLength, int radix) {
        int sign = signLength(text);
        int from = sign + prefixLength;
        if (from == text.length()) {
            throw notANumber(text);
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
                throw notANumber(text);
            }
        }
        while (from < text.length() - 1 && text.charAt(from) == '0') {
            from++;
        }
        if (text.length() - from > DIGITS_MAX) {
            throw outside(text);
        }
        try {
            long magnitude = Long.parseUnsignedLong(text, from, text.length(), radix);
            return number(sign == 1 && text.charAt(0) == '-', magnitude, text);
        } catch (NumberFormatException _) {
            throw outside(text);
        }
    }

    private static int signLength(String text) {
        return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    }

    /** The Java object of a sign and 64 bits of magnitude, once all checks passed. */
    private Object number(boolean negative, long magnitude, String shown) {
        long number = negative ? -magnitude : magnitude;
        boolean fits = signed ? fitsSigned(negative, number) : fitsUnsigned(negative, magnitude);
        if (!fits) {
            throw outside(shown);
        }
        if (range != null && !range.allow(number)) {
            throw range.broken(shown);
        }
        return box(number);
    }

    private boolean fitsSigned(boolean negative, long number) {
        long least = -1L << (bits - 1);
        boolean noOverflow = negative ? number <= 0 : number >= 0;
        return noOverflow && number >= least && number <= ~least;
    }

    private boolean fitsUnsigned(boolean negative, long magnitude) {
        return (!negative || magnitude == 0) && (wide || magnitude >>> bits == 0);
    }

    private Object box(long number) {
        return switch (base) {
            case INT8 -> (byte) number;
            case INT16 -> (short) number;
            case INT32 -> (int) number;
            case INT64 -> number;
            case UINT8 -> Uint8.valueOf(number);
            case UINT16 -> Uint16.valueOf(number);
            case UINT32 -> Uint32.valueOf(number);
            default -> Uint64.fromLongBits(number);
        };
    }

    private InvalidValueException notANumber(String text) {
        return InvalidValueException.type("'" + text + "' is not " + shownBase());
    }

    private InvalidValueException outside(String text) {
        return range != null
                ? range.broken(text)
                : new InvalidValueException("range", text + " is not " + shownBase(), null);
    }

    private String shownBase() {
        return (signed ? "an int" : "a uint") + bits;
    }

    @Override
    public Object fromValue(Value scalar) {
        return switch (scalar) {
            case Value.Int(long n) when n < 0 -> number(true, -n, Long.toString(n));
            case Value.Int(long n) -> number(false, n, Long.toString(n));
            case Value.Uint(long n) -> number(false, n, Long.toUnsignedString(n));
            default -> throw Scalars.unfit(scalar, shownBase());
        };
    }

    @Override
    public Value toValue(Object value) {
        long number = ((Number) value).longValue();
        return signed ? new Value.Int(number) : new Value.Uint(number);
    }

    @Override
    public String canonical(Object value) {
        return value.toString();
    }

    @Override
    public boolean holds(Object value) {
        return value.getClass() == box(0).getClass();
    }

    @Override
    public Object fromJson(JsonForm form, String text, boolean strict) {
        boolean fits = strict
                ? form == (wide ? JsonForm.STRING : JsonForm.NUMBER)
                : form == JsonForm.STRING || form == JsonForm.NUMBER;
        if (!fits) {
            throw form.refused(text, shownBase() + (wide ? " as a JSON string" : " as a JSON number"));
        }
        return form == JsonForm.NUMBER && !isPlain(text) ? exact(text) : parse(text);
    }

    private static boolean isPlain(String number) {
        return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
    }

    /** The integer that a JSON number with a fraction or an exponent is: {@code 1.50e1} is 15, and {@code 1.5} none. */
    private Object exact(String number) {
        BigDecimal exact = Scalars.exact(number).stripTrailingZeros();
        if (exact.scale() > 0) {
            throw notANumber(number);
        }
        if (exact.precision() - (long) exact.scale() > DIGITS_MAX) {
            throw outside(number);
        }
        return parse(exact.toPlainString());
    }

    @Override
    public void toJson(Object value, JsonGenerator out, boolean strict) throws IOException {
        if (wide) {
            out.writeString(value.toString());
        } else {
            out.writeNumber(((Number) value).longValue());
        }
    }
}
