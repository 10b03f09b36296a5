package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7950 section 9, type by type: the values of one leaf. */
class LeafRowsTest {
    private static LeafType type(String leaf) {
        return Zoo.schema("/types/" + leaf).type();
    }

    private static void refused(String leaf, String text, String rule) {
        assertThatExceptionOfType(InvalidValueException.class)
                .as("%s for %s", text, leaf)
                .isThrownBy(() -> type(leaf).parse(text))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule));
    }

    private static String canonical(String leaf, String text) {
        return type(leaf).canonical(type(leaf).parse(text));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("YV-1: integers in their bounds, with signs and leading zeros")
    @CsvSource({
        "int8, -128, -128",
        "int8, 127, 127",
        "int8, -0, 0",
        "int8, +5, 5",
        "int8, 010, 10",
        "int8, -007, -7",
        "int16, -32768, -32768",
        "int32, 2147483647, 2147483647",
        "int64, -9223372036854775808, -9223372036854775808",
        "int64, 000000000000000000000000009223372036854775807, 9223372036854775807",
        "uint8, 255, 255",
        "uint8, -0, 0",
        "uint16, 65535, 65535",
        "uint32, 4294967295, 4294967295",
        "uint64, 18446744073709551615, 18446744073709551615",
        "ranged, 1, 1",
        "ranged, 50, 50"
    })
    void integersHaveOneCanonicalForm(String leaf, String text, String canonical) {
        assertThat(canonical(leaf, text)).isEqualTo(canonical);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("YV-1: beyond the bounds, in other notations and as other texts they are refused")
    @CsvSource({
        "int8, 128, range",
        "int8, -129, range",
        "int16, 32768, range",
        "int32, -2147483649, range",
        "int64, 9223372036854775808, range",
        "int64, -9223372036854775809, range",
        "uint8, 256, range",
        "uint8, -1, range",
        "uint16, 65536, range",
        "uint32, 4294967296, range",
        "uint64, 18446744073709551616, range",
        "uint64, 99999999999999999999999999999999, range",
        "ranged, 11, range",
        "ranged, 49, range",
        "int8, 0x10, type",
        "int8, 0o7, type",
        "int8, 1.0, type",
        "int8, 1e1, type",
        "int8, ' 1', type",
        "int8, --1, type",
        "int8, '', type",
        "int8, ٣, type"
    })
    void otherIntegersAreRefused(String leaf, String text, String rule) {
        refused(leaf, text, rule);
    }

    @Test
    @DisplayName("YV-1: in a key leading zeros name the same entry, and hexadecimal is refused")
    void keysAreIntegersInAnyDecimalForm() {
        assertThat(Zoo.at("/cage[name=a][number=007]")).isEqualTo(Zoo.at("/cage[name=a][number=7]"));
        assertThat(Zoo.at("/cage[name=a][number=-0]").path()).isEqualTo(Path.parse("/cage[name=a][number=0]"));
        for (String number : new String[] {"0x7", "256", "-1", "7.0", ""}) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> Zoo.at("/cage[name=a][number=" + number + "]"))
                    .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
        }
    }

    @Test
    @DisplayName("YV-1: octal and hexadecimal are for defaults in the model only")
    void defaultsMayBeHexadecimal() {
        assertThat(Zoo.schema("/defaults/hexadecimal").defaults()).containsExactly("31");
        assertThat(Zoo.schema("/defaults/octal").defaults()).containsExactly("-8");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("YV-2: decimals have a point, at least one digit after it and no zeros to spare")
    @CsvSource({
        "decimal, 1, 1.0",
        "decimal, 10.50, 10.5",
        "decimal, -0.00, 0.0",
        "decimal, +1.2, 1.2",
        "decimal, 007.10, 7.1",
        "fine, 9.223372036854775807, 9.223372036854775807",
        "fine, -9.223372036854775808, -9.223372036854775808"
    })
    void decimalsHaveOneCanonicalForm(String leaf, String text, String canonical) {
        assertThat(canonical(leaf, text)).isEqualTo(canonical);
        assertThat(type(leaf).parse(text)).isEqualTo(type(leaf).parse(canonical));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("YV-2: exponents, too many digits and what is out of range are refused")
    @CsvSource({
        "decimal, 1e1, type",
        "decimal, .5, type",
        "decimal, 1., type",
        "decimal, '1,5', type",
        "decimal, '', type",
        "decimal, 1.001, fraction-digits",
        "decimal, 10.51, range",
        "decimal, -10.51, range",
        "fine, 9.223372036854775808, range",
        "fine, -9.223372036854775809, range"
    })
    void otherDecimalsAreRefused(String leaf, String text, String rule) {
        refused(leaf, text, rule);
    }

    @Test
    @DisplayName("YV-3: a length counts Unicode characters")
    void lengthCountsCharacters() {
        String smile = "\uD83D\uDE00";

        assertThat(canonical("text", smile.repeat(4))).isEqualTo(smile.repeat(4));
        assertThat(canonical("text", "e\u0301")).isEqualTo("e\u0301");
        refused("text", smile.repeat(5), "length");
        refused("text", smile, "length");
        refused("text", "abcde", "length");
        refused("text", "", "length");
    }

    @Test
    @DisplayName("YV-3: every pattern must match, all of the text, and an inverted one must not")
    void everyPatternMustMatch() {
        assertThat(canonical("code", "ab")).isEqualTo("ab");
        refused("code", "aB", "pattern");
        refused("code", "xa", "pattern");
        refused("code", "az", "pattern");
        refused("code", "ab\n", "pattern");
        refused("code", "", "pattern");
    }

    @ParameterizedTest
    @DisplayName("YV-3: characters that YANG excludes are refused, their neighbours are not")
    @ValueSource(
            ints = {0x0, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF})
    void excludedCharactersAreRefused(int character) {
        refused("text", "a" + Character.toString(character), "type");
    }

    @ParameterizedTest
    @DisplayName("YV-3: and their neighbours are not")
    @ValueSource(ints = {0x9, 0xA, 0xD, 0x20, 0x7F, 0x9F, 0xD7FF, 0xE000, 0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x10FFFD})
    void neighboursOfExcludedCharactersAreTaken(int character) {
        String text = "a" + Character.toString(character);

        assertThat(canonical("text", text)).isEqualTo(text);
    }

    @Test
    @DisplayName("YV-4: a boolean is true or false")
    void booleanIsTrueOrFalse() {
        assertThat(type("truth").parse("true")).isEqualTo(true);
        assertThat(type("truth").parse("false")).isEqualTo(false);
        for (String other : new String[] {"True", "1", "", " true", "yes"}) {
            refused("truth", other, "type");
        }
    }

    @Test
    @DisplayName("YV-5: an enumeration is one of its names, to the letter")
    void enumerationIsOneOfItsNames() {
        assertThat(canonical("size", "big")).isEqualTo("big");
        for (String other : new String[] {"Big", "", "big ", "1", "huge"}) {
            refused("size", other, "enumeration");
        }
    }

    @Test
    @DisplayName("YV-6: bits come in any order and are told in the order of their positions")
    void bitsAreToldInTheOrderOfPositions() {
        assertThat(canonical("flags", "a b c")).isEqualTo("b a c");
        assertThat(canonical("flags", "c\tb")).isEqualTo("b c");
        assertThat(canonical("flags", "")).isEmpty();
        assertThat(type("flags").parse("a b")).isEqualTo(type("flags").parse("b a"));
        refused("flags", "a a", "bits");
        refused("flags", "d", "bits");
        refused("flags", "a,b", "bits");
    }

    @Test
    @DisplayName("YV-7: binary is base64 with its padding, and its length counts octets")
    void binaryIsBase64() {
        assertThat(canonical("blob", "AQID")).isEqualTo("AQID");
        assertThat(canonical("blob", "/+8=")).isEqualTo("/+8=");
        refused("blob", "AQIDBA==", "length");
        refused("blob", "", "length");
        for (String other : new String[] {"AQI", "AQ", "A===", "_-8=", "AQ ==", "AQ=A"}) {
            refused("blob", other, "type");
        }
    }

    @Test
    @DisplayName("YV-10: empty has no value")
    void emptyHasNoValue() {
        assertThat(canonical("nothing", "")).isEmpty();
        refused("nothing", " ", "type");
        refused("nothing", "null", "type");
    }

    @Test
    @DisplayName("YV-11: the first member that takes a value decides what it is, also in a union within")
    void firstMemberDecides() {
        assertThat(type("nested").parse("007")).isEqualTo((byte) 7);
        assertThat(canonical("nested", "007")).isEqualTo("7");
        assertThat(canonical("nested", "0300")).isEqualTo("300");
        assertThat(canonical("nested", "1.50")).isEqualTo("1.5");
        assertThat(canonical("nested", "big")).isEqualTo("big");
        assertThat(canonical("nested", "fish")).isEqualTo("fish");
        assertThat(canonical("nested", "b a")).isEqualTo("b a");
        refused("nested", "nobody", "type");
    }

    @ParameterizedTest
    @DisplayName("YV-11: the member decides the JSON, and the JSON is read by the same member")
    @CsvSource(
            quoteCharacter = '`',
            value = {"7, 7", "300, \"300\"", "1.5, \"1.5\"", "big, \"big\"", "fish, \"zoo-more:fish\""})
    void memberDecidesTheJson(String text, String json) {
        Object value = type("nested").parse(text);
        var node = Zoo.node("/types/nested", json);

        assertThat(node.body()).isEqualTo(value);
        assertThat(Zoo.write("/types/nested", node, JsonWriter.Options.STRICT)).isEqualTo(json);
    }

    @Test
    @DisplayName("YV-11: a value that no member takes is refused with path and value")
    void valueThatNoMemberTakesIsRefused() {
        assertThat(Zoo.read("/types/nested", "\"nobody\"", true).violations())
                .extracting(Violation::path, Violation::rule, Violation::value)
                .containsExactly(tuple(Path.parse("/types/nested"), "type", "nobody"));
    }
}
