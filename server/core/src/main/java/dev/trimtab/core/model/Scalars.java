package dev.trimtab.core.model;

import dev.trimtab.model.Value;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.stream.Collectors;

/** How scalars are shown to people. */
final class Scalars {
    private Scalars() {}

    static InvalidValueException unfit(Value scalar, String wanted) {
        return InvalidValueException.type(show(scalar) + " is not " + wanted);
    }

    /** The value of a JSON number; its exponent may be more than Java's arithmetic can hold. */
    static BigDecimal exact(String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException _) {
            throw new InvalidValueException("range", number + " is beyond every number of YANG", null);
        }
    }

    static String show(Value scalar) {
        return switch (scalar) {
            case Value.Text(String text) -> "'" + text + "'";
            case Value.Int(long number) -> Long.toString(number);
            case Value.Uint(long number) -> Long.toUnsignedString(number);
            case Value.Bool(boolean truth) -> Boolean.toString(truth);
            case Value.Binary(byte[] bytes) -> Base64.getEncoder().encodeToString(bytes);
            case Value.Floating(double number) -> Double.toString(number);
            case Value.Decimal(var number) -> number.toPlainString();
            case Value.Sequence(var elements) ->
                elements.stream().map(Scalars::show).collect(Collectors.joining(", ", "[", "]"));
            case Value.Json _ -> "a JSON text";
        };
    }
}
