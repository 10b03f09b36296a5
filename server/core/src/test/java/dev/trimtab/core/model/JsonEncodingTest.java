package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.Violation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7951, rule by rule: what is read, what is written for it, and what is refused. */
class JsonEncodingTest {
    private static final String CAGE = "/cage[name=a][number=1]";

    private static String roundTrip(String path, String json) {
        return Zoo.write(path, Zoo.node(path, json), JsonWriter.Options.STRICT);
    }

    private static void refused(String path, String json, String rule) {
        assertThat(Zoo.read(path, json, true).violations())
                .as("%s at %s", json, path)
                .extracting(Violation::rule)
                .containsExactly(rule);
    }

    @Test
    @DisplayName("JS-1: a name has its module at the top and where the module changes, and may have it everywhere")
    void nameHasItsModuleWhereItChanges() {
        assertThat(roundTrip("/", "{\"zoo:cage\":[{\"zoo:number\":1,\"zoo:name\":\"a\",\"zoo-more:keeper\":\"Ann\"}]}"))
                .isEqualTo("{\"zoo:cage\":[{\"number\":1,\"name\":\"a\",\"zoo-more:keeper\":\"Ann\"}]}");
        String states =
                "{\"zoo:number\":1,\"zoo:name\":\"a\",\"zoo:state\":{\"temperature\":1},\"zoo-more:state\":{\"added\":\"x\"}}";
        assertThat(roundTrip(CAGE, states)).isEqualTo(states);
        refused("/", "{\"cage\":[]}", "unknown-element");
        refused(CAGE, "{\"keeper\":\"Ann\"}", "unknown-element");
        refused(CAGE, "{\"zm:keeper\":\"Ann\"}", "unknown-element");
        refused(CAGE, "{\"zoo:keeper\":\"Ann\"}", "unknown-element");
    }

    @Test
    @DisplayName(
            "JS-1: an augmenting module's node in another module's container, and its descendants, by their own module")
    void namesBelowAnAugmentAreOfTheAugment() {
        assertThat(roundTrip("/", "{\"zoo:types\":{\"kind\":\"zoo:dog\",\"zoo-more:kind\":\"any\"}}"))
                .isEqualTo("{\"zoo:types\":{\"kind\":\"zoo:dog\",\"zoo-more:kind\":\"any\"}}");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-2: integers to 32 bits are numbers, however the number is written")
    @CsvSource({
        "int8, -128, -128",
        "int8, -0, 0",
        "int16, 32767, 32767",
        "int32, -2147483648, -2147483648",
        "uint8, 255, 255",
        "uint8, 1e2, 100",
        "uint8, 2.50E+2, 250",
        "uint8, 10.0, 10",
        "uint8, 100e-1, 10",
        "uint16, 65535, 65535",
        "uint32, 4294967295, 4294967295"
    })
    void smallIntegersAreNumbers(String leaf, String json, String written) {
        assertThat(roundTrip("/types/" + leaf, json)).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-2: what is no integer, is no number or is out of range is refused")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "int8, 1.5, type",
                "int8, 1e-1, type",
                "int8, \"1\", type",
                "int8, true, type",
                "int8, null, type",
                "int8, [null], type",
                "int8, 128, range",
                "int8, -129, range",
                "uint8, -1, range",
                "uint8, 256, range",
                "uint8, 1e3, range",
                "uint32, 4294967296, range"
            })
    void otherThanSmallIntegersIsRefused(String leaf, String json, String rule) {
        refused("/types/" + leaf, json, rule);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-3: integers of 64 bits and decimals are strings in canonical form")
    @CsvSource({
        "int64, 9223372036854775807, 9223372036854775807",
        "int64, -9223372036854775808, -9223372036854775808",
        "int64, +007, 7",
        "uint64, 18446744073709551615, 18446744073709551615",
        "fine, -0.000000000000000001, -0.000000000000000001",
        "fine, 9.223372036854775807, 9.223372036854775807",
        "decimal, 1.50, 1.5",
        "decimal, 3, 3.0"
    })
    void largeNumbersAreStrings(String leaf, String text, String canonical) {
        assertThat(roundTrip("/types/" + leaf, "\"" + text + "\"")).isEqualTo("\"" + canonical + "\"");
        refused("/types/" + leaf, text.replace("+00", ""), "type");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-3: beyond their bounds they are refused")
    @CsvSource({
        "int64, 9223372036854775808, range",
        "int64, -9223372036854775809, range",
        "uint64, 18446744073709551616, range",
        "fine, 9.223372036854775808, range",
        "fine, 0.0000000000000000001, fraction-digits",
        "decimal, 1e1, type"
    })
    void largeNumbersBeyondTheirBoundsAreRefused(String leaf, String text, String rule) {
        refused("/types/" + leaf, "\"" + text + "\"", rule);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-6: enumerations are names, bits a list with spaces, binary base64")
    @CsvSource({
        "size, big, big",
        "flags, a b, b a",
        "flags, '', ''",
        "flags, ' c  a ', a c",
        "blob, AQID, AQID",
        "blob, AQ==, AQ=="
    })
    void enumerationsBitsAndBinaryAreStrings(String leaf, String text, String written) {
        assertThat(roundTrip("/types/" + leaf, "\"" + text + "\"")).isEqualTo("\"" + written + "\"");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-6: other texts and other kinds of JSON are refused")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "size, \"Big\", enumeration",
                "size, 1, type",
                "flags, \"a a\", bits",
                "flags, [\"a\"], type",
                "blob, \"AQI\", type",
                "blob, \"A QI=\", type",
                "blob, \"-_-_\", type"
            })
    void otherTextsAreRefused(String leaf, String json, String rule) {
        refused("/types/" + leaf, json, rule);
    }

    @Test
    @DisplayName("JS-7: a leafref is as its target, through another leafref too")
    void leafrefIsAsItsTarget() {
        assertThat(roundTrip("/types/same-as", "\"7\"")).isEqualTo("\"7\"");
        assertThat(roundTrip("/types/same-again", "\"18446744073709551615\"")).isEqualTo("\"18446744073709551615\"");
        refused("/types/same-again", "7", "type");
        refused("/types/same-again", "\"18446744073709551616\"", "range");
    }

    @Test
    @DisplayName("JS-8: an identity has its module's name, which may be missing if it is the leaf's own")
    void identityHasItsModule() {
        assertThat(roundTrip("/types/kind", "\"dog\"")).isEqualTo("\"zoo:dog\"");
        assertThat(roundTrip("/types/kind", "\"cat\"")).isEqualTo("\"zoo:cat\"");
        assertThat(roundTrip("/types/kind", "\"zoo-more:cat\"")).isEqualTo("\"zoo-more:cat\"");
        refused("/types/kind", "\"fish\"", "identityref");
        refused("/types/kind", "\"z:dog\"", "identityref");
        refused("/types/kind", "\"zoo:animal\"", "identityref");
        refused("/types/kind", "\"zoo:fish\"", "identityref");
    }

    @Test
    @DisplayName("JS-9: empty is an array with null and nothing else")
    void emptyIsAnArrayWithNull() {
        assertThat(roundTrip("/types/nothing", "[ null ]")).isEqualTo("[null]");
        for (String other : new String[] {"null", "[]", "[null,null]", "[[null]]", "{}", "\"\"", "true", "[0]"}) {
            refused("/types/nothing", other, "type");
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("JS-10: the kind of JSON decides between the members of a union")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "any-port, 80, 80",
                "any-port, \"any\", \"any\"",
                "int-or-big, 5, 5",
                "int-or-big, \"5\", \"5\"",
                "int-or-big, \"18446744073709551615\", \"18446744073709551615\""
            })
    void kindOfJsonDecides(String leaf, String json, String written) {
        assertThat(roundTrip("/types/" + leaf, json)).isEqualTo(written);
    }

    @Test
    @DisplayName("JS-10: what no member takes in that kind of JSON is refused")
    void whatNoMemberTakesIsRefused() {
        refused("/types/any-port", "\"80\"", "type");
        refused("/types/any-port", "65536", "type");
        refused("/types/any-port", "true", "type");
        refused("/types/int-or-big", "5000000000", "type");
        refused("/types/int-or-big", "[null]", "type");
    }

    @Test
    @DisplayName("JS-12: an empty container is nothing without presence and itself with it")
    void emptyContainerIsNothingWithoutPresence() {
        assertThat(roundTrip("/", "{\"zoo:house\":{\"bed\":{}}}")).isEqualTo("{}");
        assertThat(roundTrip(CAGE, "{\"lamp\":{}}")).isEqualTo("{\"zoo:number\":1,\"zoo:name\":\"a\",\"zoo:lamp\":{}}");
        refused("/house", "[]", "type");
        refused("/house", "null", "type");
        refused("/cage", "{\"name\":\"a\",\"number\":1}", "type");
    }

    @Test
    @DisplayName("JS-13: a leaf-list is an array in order, and an empty one is no instances")
    void leafListIsAnArray() {
        assertThat(roundTrip(CAGE + "/route", "[\"z\",\"a\",\"m\"]")).isEqualTo("[\"z\",\"a\",\"m\"]");
        assertThat(Zoo.node(CAGE, "{\"food\":[],\"visitor\":[]}")).isEqualTo(Zoo.node(CAGE, "{}"));
        refused(CAGE + "/food", "\"x\"", "type");
        refused(CAGE + "/food", "[null]", "type");
        refused(CAGE + "/food", "[[\"x\"]]", "type");
        refused(CAGE + "/food", "[\"x\",\"y\",\"x\"]", "leaf-list");
    }

    @Test
    @DisplayName("JS-15: content without a schema stays as it was sent, but for space")
    void contentWithoutASchemaStays() {
        String content = "{\"b\":[1,{\"a\":null,\"\":[]}],\"a\":\"\\n\u00e9\uD83D\uDE00\",\"x:y\":true}";

        assertThat(roundTrip("/types/extra", content.replace(",", " ,\n "))).isEqualTo(content);
        refused("/types/extra", "[1]", "type");
        refused("/types/extra", "null", "type");
    }
}
