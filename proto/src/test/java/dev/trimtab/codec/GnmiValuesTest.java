package dev.trimtab.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.TextFormat;
import dev.trimtab.model.Value;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class GnmiValuesTest {
    /** Message and value, the same in both directions. */
    static final List<Arguments> BOTH_WAYS = List.of(
            Arguments.of("string_val: 'up'", new Value.Text("up")),
            Arguments.of("string_val: ''", new Value.Text("")),
            Arguments.of("int_val: -9223372036854775808", new Value.Int(Long.MIN_VALUE)),
            Arguments.of("int_val: 9223372036854775807", new Value.Int(Long.MAX_VALUE)),
            Arguments.of("uint_val: 9223372036854775808", new Value.Uint(Long.MIN_VALUE)),
            Arguments.of("uint_val: 18446744073709551615", new Value.Uint(-1)),
            Arguments.of("bool_val: true", new Value.Bool(true)),
            Arguments.of("bool_val: false", new Value.Bool(false)),
            Arguments.of("double_val: 0.1", new Value.Floating(0.1)),
            Arguments.of("leaflist_val {}", new Value.Sequence(List.of())),
            Arguments.of(
                    "leaflist_val { element { string_val: 'a' } element { uint_val: 1 } element { double_val: 2.5 } }",
                    new Value.Sequence(List.of(new Value.Text("a"), new Value.Uint(1), new Value.Floating(2.5)))));

    static final List<Arguments> DEPRECATED_OR_OTHER_FORMS = List.of(
            Arguments.of("ascii_val: 'up'", new Value.Text("up")),
            Arguments.of("float_val: 1.1", new Value.Floating(1.1)),
            Arguments.of("float_val: 3.4028235e38", new Value.Floating(3.4028235e38)),
            Arguments.of("decimal_val { digits: -314 precision: 2 }", new Value.Decimal(new BigDecimal("-3.14"))),
            Arguments.of("decimal_val { digits: 5 }", new Value.Decimal(new BigDecimal("5"))),
            Arguments.of(
                    "decimal_val { digits: 1 precision: 18 }",
                    new Value.Decimal(new BigDecimal("0.000000000000000001"))),
            Arguments.of(
                    "leaflist_val { element { decimal_val { digits: 1 precision: 1 } } }",
                    new Value.Sequence(List.of(new Value.Decimal(new BigDecimal("0.1"))))));

    @ParameterizedTest(name = "{0}")
    @FieldSource("BOTH_WAYS")
    @DisplayName("ENC-7 scalars are the same in both directions")
    void scalarsRoundTrip(String message, Value value) throws TextFormat.ParseException {
        assertThat(GnmiValues.decode(typed(message))).isEqualTo(value);
        assertThat(GnmiValues.encode(value)).isEqualTo(typed(message));
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("DEPRECATED_OR_OTHER_FORMS")
    @DisplayName("ENC-11 deprecated numbers and other forms are read")
    void otherFormsAreRead(String message, Value value) throws TextFormat.ParseException {
        assertThat(GnmiValues.decode(typed(message))).isEqualTo(value);
    }

    @Test
    @DisplayName("ENC-7 a decimal leaves as a double")
    void decimalIsWrittenAsDouble() throws TextFormat.ParseException {
        var decimal = new Value.Decimal(new BigDecimal("-3.14"));

        assertThat(GnmiValues.encode(decimal)).isEqualTo(typed("double_val: -3.14"));
        assertThat(GnmiValues.encode(new Value.Sequence(List.of(decimal))))
                .isEqualTo(typed("leaflist_val { element { double_val: -3.14 } }"));
    }

    @ParameterizedTest
    @CsvSource({"json_val, false", "json_ietf_val, true"})
    @DisplayName("ENC-2 each kind of JSON stays what it is")
    void jsonKeepsItsKindAndItsBytes(String field, boolean strict) throws TextFormat.ParseException {
        TypedValue message = typed(field + ": '{\"name\": \"é\"}'");

        Value value = GnmiValues.decode(message);

        assertThat(value).isInstanceOfSatisfying(Value.Json.class, json -> {
            assertThat(json.strict()).isEqualTo(strict);
            assertThat(new String(json.text(), StandardCharsets.UTF_8)).isEqualTo("{\"name\": \"é\"}");
        });
        assertThat(GnmiValues.encode(value)).isEqualTo(message);
    }

    @Test
    void bytesRoundTrip() throws TextFormat.ParseException {
        TypedValue message = typed("bytes_val: '\\000\\377'");

        Value value = GnmiValues.decode(message);

        assertThat(value)
                .isInstanceOfSatisfying(
                        Value.Binary.class, binary -> assertThat(binary.bytes()).containsExactly(0, 255));
        assertThat(GnmiValues.encode(value)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "double_val: nan",
                "double_val: inf",
                "double_val: -inf",
                "float_val: nan",
                "float_val: inf",
                "decimal_val { digits: 1 precision: 19 }",
                "decimal_val { digits: 1 precision: 4294967295 }"
            })
    @DisplayName("ENC-11 numbers that no decimal64 can have are refused")
    void impossibleNumbersAreRefused(String message) throws TextFormat.ParseException {
        assertMalformed(typed(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaflist_val { }",
                "json_val: '[]'",
                "json_ietf_val: '[]'",
                "ascii_val: 'a'",
                "proto_bytes: 'a'",
                "any_val { }",
                "double_val: nan",
                ""
            })
    @DisplayName("ENC-12 a leaf-list of anything but scalars is refused")
    void leafListsHoldScalarsOnly(String element) throws TextFormat.ParseException {
        assertMalformed(typed("leaflist_val { element { string_val: 'a' } element { " + element + " } }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"any_val { }", "proto_bytes: 'a'"})
    void encodingsTheServerDoesNotHaveAreUnsupported(String message) throws TextFormat.ParseException {
        TypedValue value = typed(message);

        assertThatExceptionOfType(UnsupportedValueException.class).isThrownBy(() -> GnmiValues.decode(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "path { elem { name: 'a' } }", "val { }"})
    @DisplayName("ENC-13 an update without a value is refused")
    void updateWithoutValueIsMalformed(String message) throws TextFormat.ParseException {
        Update update = TextFormat.parse(message, Update.class);

        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> GnmiValues.decode(update));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value { value: '1' }", "value { }", "value { value: '1' } val { int_val: 1 }"})
    @DisplayName("ENC-14 a value in the deprecated field is refused, never ignored")
    void deprecatedValueIsUnsupported(String message) throws TextFormat.ParseException {
        Update update = TextFormat.parse(message, Update.class);

        assertThatExceptionOfType(UnsupportedValueException.class).isThrownBy(() -> GnmiValues.decode(update));
    }

    @Test
    void updateWithValueGivesTheValue() throws TextFormat.ParseException {
        Update update = TextFormat.parse("val { int_val: 0 }", Update.class);

        assertThat(GnmiValues.decode(update)).isEqualTo(new Value.Int(0));
    }

    private static void assertMalformed(TypedValue value) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> GnmiValues.decode(value));
    }

    private static TypedValue typed(String text) throws TextFormat.ParseException {
        return TextFormat.parse(text, TypedValue.class);
    }
}
