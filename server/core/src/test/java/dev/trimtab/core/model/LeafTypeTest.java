package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafTypeTest {
    private static LeafType type(String leaf) {
        return Zoo.schema("/types/" + leaf).type();
    }

    @ParameterizedTest
    @CsvSource({
        "int8, -128, -128",
        "int8, +127, 127",
        "int8, -0, 0",
        "int16, 032767, 32767",
        "int32, -2147483648, -2147483648",
        "int64, -9223372036854775808, -9223372036854775808",
        "int64, 9223372036854775807, 9223372036854775807",
        "uint8, 255, 255",
        "uint16, 65535, 65535",
        "uint32, 4294967295, 4294967295",
        "uint64, 18446744073709551615, 18446744073709551615",
        "decimal, 10.50, 10.5",
        "decimal, +1, 1.0",
        "decimal, -0.10, -0.1",
        "fine, -0.000000000000000001, -0.000000000000000001",
        "ranged, 10, 10",
        "ranged, 50, 50",
        "text, äöüß, äöüß",
        "text, \uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00, \uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
        "code, ab, ab",
        "truth, true, true",
        "size, big, big",
        "flags, c a b, b a c",
        "flags, '', ''",
        "blob, AQID, AQID",
        "kind, zoo:dog, dog",
        "kind, fish, fish",
        "kind, zoo:cat, zoo:cat",
        "kind, cat, zoo:cat",
        "kind, zoo-more:cat, zoo-more:cat",
        "nothing, '', ''",
        "any-port, 80, 80",
        "any-port, any, any",
        "int-or-big, 5, 5",
        "int-or-big, 18446744073709551615, 18446744073709551615",
        "same-again, 7, 7",
        "where, /zoo:types/int8, /zoo:types/int8",
        "where, '/zoo:cage[number=\"1\"][name=''a'']/zoo-more:keeper', '/zoo:cage[name=''a''][number=''1'']/zoo-more:keeper'",
        "where, /zoo:house/single, /zoo:house/single"
    })
    void textIsReadIntoItsCanonicalForm(String leaf, String text, String canonical) {
        LeafType type = type(leaf);

        Object value = type.parse(text);

        assertThat(type.canonical(value)).isEqualTo(canonical);
        assertThat(type.parse(canonical)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "int8, 128, range",
        "int8, -129, range",
        "int8, '', type",
        "int8, -, type",
        "int8, 0x10, type",
        "int8, 1.0, type",
        "int8, 99999999999999999999999, range",
        "int64, 9223372036854775808, range",
        "int64, -9223372036854775809, range",
        "uint8, -1, range",
        "uint64, 18446744073709551616, range",
        "decimal, 10.51, range",
        "decimal, 1.001, fraction-digits",
        "decimal, .5, type",
        "decimal, 1e1, type",
        "fine, 10, range",
        "ranged, 0, range",
        "ranged, 11, range",
        "ranged, 51, range",
        "text, a, length",
        "text, abcde, length",
        "text, \uD83D\uDE00, length",
        "text, a\u0001b, type",
        "text, ab\uD83D, type",
        "text, ab\uFFFE, type",
        "code, aB, pattern",
        "code, xa, pattern",
        "code, az, pattern",
        "truth, True, type",
        "size, huge, enumeration",
        "flags, a a, bits",
        "flags, d, bits",
        "blob, '', length",
        "blob, AQIDBA==, length",
        "blob, AQI, type",
        "kind, z:cat, identityref",
        "kind, zoo:fish, identityref",
        "kind, animal, identityref",
        "nothing, x, type",
        "any-port, 65536, type",
        "int-or-big, -2147483649, type",
        "where, /zoo:gone, type",
        "where, /zoo:cage[name='a'], type"
    })
    void textThatBreaksARuleIsRefusedByThatRule(String leaf, String text, String rule) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> type(leaf).parse(text))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @CsvSource({"ranged, 0, not a good part, bad-part", "code, az, must not end so, bad-end"})
    void schemasOwnMessageAndTagAreTold(String leaf, String text, String message, String appTag) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> type(leaf).parse(text))
                .satisfies(e -> assertThat(e.message()).isEqualTo(message))
                .satisfies(e -> assertThat(e.appTag()).isEqualTo(appTag));
    }

    @Test
    void integersOfEitherSignAreTakenInRange() {
        assertThat(type("uint8").fromValue(new Value.Int(255)))
                .isEqualTo(type("uint8").parse("255"));
        assertThat(type("int8").fromValue(new Value.Uint(127))).isEqualTo((byte) 127);
        assertThat(type("uint64").fromValue(new Value.Uint(-1)))
                .isEqualTo(type("uint64").parse("18446744073709551615"));
        refused("uint8", new Value.Int(-1));
        refused("uint8", new Value.Int(256));
        refused("int8", new Value.Uint(128));
        refused("int64", new Value.Uint(-1));
        refused("int8", new Value.Text("1"));
    }

    @Test
    void doubleIsTakenIfTheFractionDigitsHoldIt() {
        assertThat(type("decimal").fromValue(new Value.Floating(0.3)))
                .isEqualTo(type("decimal").parse("0.3"));
        refused("decimal", new Value.Floating(0.1 + 0.2));
        refused("decimal", new Value.Floating(Double.NaN));
        refused("decimal", new Value.Decimal(new BigDecimal("1E+999999999")));
    }

    @Test
    void otherScalarsAreTakenByTheirOwnTypesOnly() {
        assertThat(type("truth").fromValue(new Value.Bool(true))).isEqualTo(true);
        assertThat(type("nothing").toValue(type("nothing").fromValue(new Value.Bool(true))))
                .isEqualTo(new Value.Bool(true));
        refused("truth", new Value.Text("true"));
        refused("nothing", new Value.Bool(false));
        refused("size", new Value.Int(1));
        refused("text", new Value.Int(12));
    }

    private static void refused(String leaf, Value value) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> type(leaf).fromValue(value));
    }

    @Test
    void scalarsHaveTheKindOfTheirType() {
        assertThat(type("int64").toValue(type("int64").parse("-5"))).isEqualTo(new Value.Int(-5));
        assertThat(type("uint64").toValue(type("uint64").parse("18446744073709551615")))
                .isEqualTo(new Value.Uint(-1));
        assertThat(type("decimal").toValue(type("decimal").parse("1.5")))
                .isEqualTo(new Value.Decimal(new BigDecimal("1.50")));
        assertThat(type("flags").toValue(type("flags").parse("a b"))).isEqualTo(new Value.Text("b a"));
        assertThat(type("kind").toValue(type("kind").parse("zoo-more:fish"))).isEqualTo(new Value.Text("fish"));
        assertThat(type("any-port").toValue(type("any-port").parse("80"))).isEqualTo(new Value.Uint(80));
    }

    @Test
    void textTooLongForThePatternMatcherIsRefusedAndNotFatal() {
        assertThat(type("code").parse("a".repeat(100_000))).isNotNull();
    }
}
