package dev.trimtab.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.trimtab.model.Value;
import dev.trimtab.proto.gnmi.Decimal64;
import dev.trimtab.proto.gnmi.ScalarArray;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * gNMI's values to {@link Value}s and back.
 *
 * <p>What gNMI has deprecated is read where it means something and never written: a decimal64 leaves as {@code double_val}.
 */
public final class GnmiValues {
    /** YANG's fraction-digits end here (RFC 7950 section 9.3.4). */
    private static final int PRECISION_MAX = 18;

    private GnmiValues() {}

    /**
     * The value of a replace or an update.
     *
     * @throws MalformedValueException where there is none, and as {@link #decode(TypedValue)} does
     * @throws UnsupportedValueException for a value in the field of gNMI before 0.4, even beside one in the present field,
     *     and as {@link #decode(TypedValue)} does
     */
    public static Value decode(Update update) {
        if (hasOldForm(update)) {
            throw new UnsupportedValueException("an update has 'value', of gNMI before 0.4; send 'val'");
        }
        return decode(update.getVal());
    }

    /**
     * The value that a message holds.
     *
     * @throws MalformedValueException for a message without a value, a number that is not finite, a decimal of more than 18
     *     fraction digits, and a leaf-list of anything but scalars
     * @throws UnsupportedValueException for {@code any_val} and {@code proto_bytes}
     */
    @SuppressWarnings("deprecation") // clients still send floats and decimals
    public static Value decode(TypedValue value) {
        return switch (value.getValueCase()) {
            case STRING_VAL -> new Value.Text(value.getStringVal());
            case ASCII_VAL -> new Value.Text(value.getAsciiVal());
            case INT_VAL -> new Value.Int(value.getIntVal());
            case UINT_VAL -> new Value.Uint(value.getUintVal());
            case BOOL_VAL -> new Value.Bool(value.getBoolVal());
            case BYTES_VAL -> new Value.Binary(value.getBytesVal().toByteArray());
            case FLOAT_VAL -> floating(widen(value.getFloatVal()));
            case DOUBLE_VAL -> floating(value.getDoubleVal());
            case DECIMAL_VAL -> decimal(value.getDecimalVal());
            case LEAFLIST_VAL -> sequence(value.getLeaflistVal());
            case JSON_VAL -> new Value.Json(value.getJsonVal().toByteArray(), false);
            case JSON_IETF_VAL -> new Value.Json(value.getJsonIetfVal().toByteArray(), true);
            case ANY_VAL, PROTO_BYTES ->
                throw new UnsupportedValueException("values of the kind " + name(value) + " are not supported");
            case VALUE_NOT_SET -> throw new MalformedValueException("an update has no value");
        };
    }

    /** {@code value} as gNMI has it. A decimal becomes the nearest binary floating point number. */
    public static TypedValue encode(Value value) {
        var out = TypedValue.newBuilder();
        switch (value) {
            case Value.Json json when json.strict() -> out.setJsonIetfVal(share(json.text()));
            case Value.Json json -> out.setJsonVal(share(json.text()));
            case Value.Text(String text) -> out.setStringVal(text);
            case Value.Int(long number) -> out.setIntVal(number);
            case Value.Uint(long number) -> out.setUintVal(number);
            case Value.Bool(boolean truth) -> out.setBoolVal(truth);
            case Value.Binary(byte[] bytes) -> out.setBytesVal(share(bytes));
            case Value.Floating(double number) -> out.setDoubleVal(number);
            case Value.Decimal(BigDecimal number) -> out.setDoubleVal(number.doubleValue());
            case Value.Sequence sequence -> out.setLeaflistVal(array(sequence));
        }
        return out.build();
    }

    /** Without a copy: a value's bytes are handed on and never written to. */
    private static ByteString share(byte[] bytes) {
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    @SuppressWarnings("deprecation") // read in order to refuse it
    private static boolean hasOldForm(Update update) {
        return update.hasValue();
    }

    /** The double that has the float's shortest decimal form: 1.1f is 1.1, not 1.10000002384185791015625. */
    private static double widen(float number) {
        return Double.parseDouble(Float.toString(number));
    }

    private static Value floating(double number) {
        if (!Double.isFinite(number)) {
            throw new MalformedValueException("a number is " + number);
        }
        return new Value.Floating(number);
    }

    @SuppressWarnings("deprecation") // clients still send decimals
    private static Value decimal(Decimal64 decimal) {
        int precision = decimal.getPrecision();
        if (Integer.compareUnsigned(precision, PRECISION_MAX) > 0) {
            throw new MalformedValueException("a decimal has " + Integer.toUnsignedString(precision)
                    + " fraction digits; " + PRECISION_MAX + " are the most");
        }
        return new Value.Decimal(BigDecimal.valueOf(decimal.getDigits(), precision));
    }

    private static Value sequence(ScalarArray array) {
        return new Value.Sequence(
                array.getElementList().stream().map(GnmiValues::scalar).toList());
    }

    @SuppressWarnings("deprecation") // clients still send floats and decimals
    private static Value scalar(TypedValue element) {
        return switch (element.getValueCase()) {
            case STRING_VAL, INT_VAL, UINT_VAL, BOOL_VAL, BYTES_VAL, FLOAT_VAL, DOUBLE_VAL, DECIMAL_VAL ->
                decode(element);
            case ASCII_VAL, LEAFLIST_VAL, JSON_VAL, JSON_IETF_VAL, ANY_VAL, PROTO_BYTES, VALUE_NOT_SET ->
                throw new MalformedValueException("a leaf-list has an element of the kind " + name(element));
        };
    }

    private static ScalarArray array(Value.Sequence sequence) {
        var array = ScalarArray.newBuilder();
        sequence.elements().forEach(element -> array.addElement(encode(element)));
        return array.build();
    }

    private static String name(TypedValue value) {
        return value.getValueCase().name().toLowerCase(Locale.ROOT);
    }
}
