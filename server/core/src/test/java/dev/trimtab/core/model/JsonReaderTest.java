package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    /** Each type with the JSON that strict reading takes, and its neighbour that only plain JSON allows, or none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int8       | -128                   | \"-128\"",
                "uint32     | 4294967295             | \"4294967295\"",
                "int64      | \"-9223372036854775808\" | -9223372036854775808",
                "uint64     | \"18446744073709551615\" | 18446744073709551615",
                "decimal    | \"1.5\"                | 1.5",
                "truth      | true                   | \"true\"",
                "kind       | \"zoo-more:fish\"      | \"fish\"",
                "kind       | \"dog\"                | ",
                "nothing    | [null]                 | true",
                "any-port   | 80                     | \"80\"",
                "any-port   | \"any\"                | ",
                "same-as    | \"7\"                  | 7",
                "flags      | \"a b\"                | ",
                "blob       | \"AQID\"               | ",
                "size       | \"big\"                | "
            })
    void strictJsonIsToTheLetterAndPlainJsonIsNot(String leaf, String strict, String plain) {
        assertThat(Zoo.read("/types/" + leaf, strict, true).violations()).isEmpty();
        assertThat(Zoo.read("/types/" + leaf, strict, false).violations()).isEmpty();
        if (plain != null) {
            assertThat(Zoo.read("/types/" + leaf, plain, true).violations()).hasSize(1);
            assertThat(Zoo.read("/types/" + leaf, plain, false).violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int8    | 1.5   | type",
                "int8    | 15e-1 | type",
                "int8    | 128   | range",
                "int8    | null  | type",
                "int8    | {}    | type",
                "int8    | [1]   | type",
                "nothing | null  | type",
                "nothing | []    | type",
                "nothing | [null,null] | type",
                "text    | 12    | type",
                "truth   | 1     | type"
            })
    void wrongScalarIsAViolationOfItsRule(String leaf, String json, String rule) {
        assertThat(Zoo.read("/types/" + leaf, json, true).violations())
                .extracting(Violation::rule)
                .containsExactly(rule);
    }

    @Test
    void kindOfJsonTokenChoosesTheMemberOfAUnion() {
        assertThat(Zoo.node("/types/int-or-big", "5").body()).isEqualTo(5);
        assertThat(Zoo.node("/types/int-or-big", "\"5\"").body())
                .isEqualTo(Zoo.schema("/types/uint64").type().parse("5"));
    }

    @Test
    void everyViolationIsReportedWithItsPlaceAndValue() {
        Decoded decoded = Zoo.read("/", """
                {"zoo:types": {"int8": 300, "gone": {"x": [1]}, "text": "a"},
                 "zoo:cage": [{"number": 1, "name": "a", "food": ["x", "x"], "state": {"temperature": 1}},
                              {"visitor": [{"id": "1", "note": 5}], "number": 1, "name": "b"},
                              {"name": "c"}, {"number": 1, "name": "a"}, 7]}""", true);

        assertThat(decoded.node()).isNull();
        assertThat(decoded.violations())
                .extracting(violation -> violation.path() + " " + violation.rule() + " " + violation.value())
                .containsExactly(
                        "/types/int8 range 300",
                        "/types/gone unknown-element null",
                        "/types/text length a",
                        "/cage[name=a][number=1]/food leaf-list x",
                        "/cage[name=a][number=1]/state read-only null",
                        "/cage[name=b][number=1]/visitor[id=1]/note type 5",
                        "/cage missing-key null",
                        "/cage type 7",
                        "/cage[name=a][number=1] key null");
    }

    @Test
    void keysOfAnEntryMayBeLeftToThePathButNotContradictIt() {
        String entry = "/cage[name=a][number=1]";

        assertThat(Zoo.node(entry, "{\"lamp\": {}}")).isEqualTo(Zoo.node(entry, """
                {"number": 1, "zoo:name": "a", "lamp": {}}"""));
        assertThat(Zoo.read(entry, "{\"name\": \"b\"}", true).violations())
                .extracting(violation -> violation.path() + " " + violation.rule())
                .containsExactly(entry + "/name key");
    }

    @Test
    void listTakesAnArrayAndAnEntryAnObject() {
        assertThat(Zoo.read("/cage", "[{\"name\": \"a\", \"number\": 1}]", true).violations())
                .isEmpty();
        assertThat(Zoo.read("/cage", "{}", true).violations()).hasSize(1);
        assertThat(Zoo.read("/cage[name=a][number=1]", "[]", true).violations()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/, zoo:house, true, 0",
        "/, house, true, 1",
        "/, house, false, 0",
        "/, zoo-more:house, false, 1",
        "/cage[name=a][number=1], lamp, true, 0",
        "/cage[name=a][number=1], zoo:lamp, true, 0",
        "/cage[name=a][number=1], zoo-more:lamp, true, 1"
    })
    void memberIsQualifiedWhereTheModuleChanges(String path, String member, boolean strict, int violations) {
        assertThat(Zoo.read(path, "{\"" + member + "\": {}}", strict).violations())
                .hasSize(violations);
    }

    @Test
    void nodesOfTwoCasesExcludeOneAnother() {
        assertThat(Zoo.read("/house", "{\"single\": \"x\", \"bed\": {\"width\": 1}}", true)
                        .violations())
                .isEmpty();
        assertThat(Zoo.read("/house", "{\"single\": \"x\", \"loud\": [null]}", true)
                        .violations())
                .extracting(Violation::rule)
                .containsExactly("choice");
        assertThat(Zoo.read("/house", "{\"quiet\": [null], \"loud\": [null]}", true)
                        .violations())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{} {}",
                "{}x",
                "{\"zoo:house\": {}, \"zoo:house\": {}}",
                "{\"zoo:types\": {\"int8\": 1, \"zoo:int8\": 1}}",
                "{\"zoo:types\": {\"extra\": {\"a\": {\"b\": 1, \"b\": 1}}}}",
                "{\"zoo:types\": {\"int8\": NaN}}",
                "{\"zoo:types\": {\"int8\": 01}}",
                "{'zoo:types': {}}",
                "\uFEFF{}"
            })
    void textThatIsNoIJsonIsMalformed(String json) {
        malformed(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void otherEncodingsAndBoundlessDepthAreMalformed() {
        malformed(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'});
        malformed(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
        malformed("{}".getBytes(StandardCharsets.UTF_16LE));
        malformed("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }

    private static void malformed(byte[] json) {
        Instance root = Instance.root(Zoo.MODEL);
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> JsonReader.read(Zoo.MODEL, root, json, true))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class));
    }

    @Test
    void violationsAreBounded() {
        String many = "[" + "{},".repeat(500) + "{}]";

        assertThat(Zoo.read("/cage", many, true).violations()).hasSize(100);
    }

    @Test
    void stateIsReadWhereItIsAllowed() {
        String state = "{\"zoo:cage\": [{\"name\": \"a\", \"number\": 1, \"state\": {\"reading\": [{\"value\": 1}]}}]}";

        assertThat(Zoo.read("/", state, true).violations()).hasSize(1);
        assertThat(Zoo.node("/", state)).isNotNull();
    }

    @Test
    void keyOfAUnionIsFoundUnderThePathThatItHas() {
        var list = Zoo.node("/by-union", "[{\"id\": \"5\"}]");
        var root = Zoo.node("/", "{\"zoo:by-union\": [{\"id\": \"5\"}]}");

        assertThat(list).isNotNull();
        assertThat(PathResolver.expand(Zoo.MODEL, Path.parse("/by-union[id=5]"), root))
                .hasSize(1);
    }
}
