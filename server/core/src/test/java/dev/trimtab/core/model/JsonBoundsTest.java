package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Violation;
import dev.trimtab.model.YangSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;

/** What hostile JSON meets: every bound, with its neighbour that passes. */
class JsonBoundsTest {
    private static final int MILLION = 1_000_000;
    private static final int CUT_AT_EVERY_OCTET_MAX = 10_000;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Failure.Malformed malformed(String path, byte[] json) {
        Instance at = Zoo.at(path);
        var whole = failure(() -> JsonReader.read(Zoo.MODEL, at, json, true));
        if (json.length < CUT_AT_EVERY_OCTET_MAX) {
            var inPieces = failure(() -> JsonReader.read(Zoo.MODEL, at, new OneByOne(json), true, Content.CONFIG));
            assertThat(inPieces.getClass()).isEqualTo(whole.getClass());
        }
        return (Failure.Malformed) whole;
    }

    private static Failure failure(ThrowingCallable call) {
        var thrown = catchThrowableOfType(FailureException.class, call);
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }

    /** A stream whose reads give one octet each, so that every state of a reader is cut at every place. */
    private static final class OneByOne extends ByteArrayInputStream {
        private OneByOne(byte[] octets) {
            super(octets);
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(1, length));
        }
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    /** The root's object, the container's and 198 below are 200; the path does not make more of them. */
    @ParameterizedTest
    @CsvSource({"/, 198", "/types, 198", "/types/extra, 198"})
    void nestingIsBoundedFromTheRootWhereverTheValueStands(String path, int levels) {
        assertThat(Zoo.read(path, around(path, nested(levels)), true).violations())
                .isEmpty();

        Failure.Malformed refused = malformed(path, utf8(around(path, nested(levels + 1))));

        assertThat(refused.message()).contains("200", "/types/extra");
    }

    private static String around(String path, String extra) {
        return switch (path) {
            case "/" -> "{\"zoo:types\":{\"extra\":" + extra + "}}";
            case "/types" -> "{\"extra\":" + extra + "}";
            default -> extra;
        };
    }

    @Test
    void modelThatIsTooDeepForJsonIsNotLoaded() {
        assertThat(deep(99).root().children()).hasSize(1);

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> deep(101))
                .withMessageContaining("nested more than 100 deep");
    }

    private static LoadedModel deep(int levels) {
        var yang = new StringBuilder("module deep { namespace \"urn:deep\"; prefix d; revision 2026-01-01;");
        for (int i = 1; i <= levels; i++) {
            yang.append(" container c").append(i).append(" {");
        }
        yang.append("}".repeat(levels + 1));
        return LoadedModel.load(new ModelDescription(
                new ModelId("deep", "1.0.0"), "Deep", List.of(new YangSource("deep.yang", yang.toString(), true))));
    }

    @Test
    void unknownContentOfAnyDepthIsSkippedOrMalformedAndNeverFatal() {
        assertThat(Zoo.read("/types", "{\"gone\":" + nested(150) + "}", true).violations())
                .extracting(Violation::rule)
                .containsExactly("unknown-element");

        malformed("/types", utf8("{\"gone\":" + "[".repeat(MILLION)));
        malformed("/types", utf8("{\"int8\":" + "[".repeat(MILLION)));
        malformed("/types/extra", utf8("{\"a\":".repeat(MILLION)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "C080       | overlong",
                "E08080     | overlong",
                "F0808080   | overlong",
                "EDA080     | half of a pair",
                "F4908080   | beyond Unicode",
                "F888808080 | five octets",
                "80         | no beginning",
                "C322       | no end",
                "E28222     | no end",
                "FF         | no octet of UTF-8"
            })
    void octetsThatAreNoUtf8AreMalformedWithTheirPosition(String octets, String why) {
        byte[] bad = HexFormat.of().parseHex(octets);

        assertThat(malformed("/types/text", join(utf8("\"ab"), bad, utf8("\""))).message())
                .as(why)
                .contains("octet ", "not UTF-8", "/types/text");
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @Test
    void textThatEndsInTheMiddleOfACharacterIsMalformed() {
        assertThat(malformed("/types/text", join(utf8("\"a"), new byte[] {(byte) 0xE2, (byte) 0x82}))
                        .message())
                .contains("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud83d\"",
                "\"\\ud83dx\"",
                "\"\\ud83d\\n\"",
                "\"\\ud83d\\u0041\"",
                "\"\\ud83d\\ud83d\"",
                "\"\\ude00\"",
                "\"a\\uDE00\\uD83D\""
            })
    void halvesOfSurrogatePairsAreMalformedAlsoInContentWithoutASchema(String text) {
        assertThat(malformed("/types/text", utf8(text)).message()).contains("half a surrogate pair");
        malformed("/types/extra", utf8("{\"a\":" + text + "}"));
        malformed("/types/extra", utf8("{" + text + ":1}"));
    }

    @Test
    void wholeSurrogatePairsAndEscapedBackslashesPass() {
        assertThat(Zoo.node("/types/text", "\"\\ud83d\\ude00\\\\\"").body()).isEqualTo("\uD83D\uDE00\\");
        assertThat(Zoo.node("/types/text", "\"\\\\ud\"").body()).isEqualTo("\\ud");
    }

    @Test
    void numbersAreBoundedInDigitsAndInExponent() {
        assertThat(violation("/types/uint8", "9".repeat(1000))).startsWith("/types/uint8 range 999");
        assertThat(violation("/types/uint8", "1e99999999999")).isEqualTo("/types/uint8 range 1e99999999999");
        assertThat(violation("/types/uint8", "1e-99999999999")).isEqualTo("/types/uint8 range 1e-99999999999");
        assertThat(violation("/types/uint8", "1e2147483647")).isEqualTo("/types/uint8 range 1e2147483647");
        assertThat(Zoo.read("/types/decimal", "1e99999999999", false).violations())
                .extracting(Violation::rule)
                .containsExactly("range");

        malformed("/types/uint8", utf8("9".repeat(1001)));
        malformed("/types/extra", utf8("{\"a\":" + "9".repeat(1001) + "}"));
    }

    private static String violation(String path, String json) {
        List<Violation> found = Zoo.read(path, json, true).violations();
        assertThat(found).hasSize(1);
        return found.getFirst().path() + " " + found.getFirst().rule() + " "
                + found.getFirst().value();
    }

    @Test
    void longWrongValueIsToldInShort() {
        List<Violation> found = Zoo.read("/types", "{\"size\":\"" + "x".repeat(MILLION) + "\"}", true)
                .violations();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().value()).hasSizeLessThanOrEqualTo(200);
        assertThat(found.getFirst().message()).hasSizeLessThanOrEqualTo(1001);
    }

    @Test
    void longStringIsReadWhole() {
        String text = "é".repeat(25_000_000);

        assertThat(Zoo.node("/types/extra", "{\"a\":\"" + text + "\"}").body()).isEqualTo("{\"a\":\"" + text + "\"}");
    }

    @Test
    void millionValuesAndEntriesAreReadAndEachThatIsRepeatedIsTold() {
        var values = new StringBuilder("[\"v0\"");
        var entries = new StringBuilder("[{\"id\":\"0\"}");
        for (int i = 1; i < MILLION; i++) {
            values.append(",\"v").append(i).append('"');
            entries.append(",{\"id\":\"").append(i).append("\"}");
        }

        assertThat(((Collection<?>)
                        Zoo.node("/cage[name=a][number=1]/food", values + "]").body()))
                .hasSize(MILLION);
        assertThat(((MapNode) Zoo.node("/cage[name=a][number=1]/visitor", entries + "]")).size())
                .isEqualTo(MILLION);

        assertThat(violation("/cage[name=a][number=1]/food", values + ",\"v7\"]"))
                .isEqualTo("/cage[name=a][number=1]/food leaf-list v7");
        assertThat(violation("/cage[name=a][number=1]/visitor", entries + ",{\"id\":\"07\"}]"))
                .isEqualTo("/cage[name=a][number=1]/visitor[id=7] key null");
    }

    @Test
    void repeatedMembersAreMalformedHoweverTheyAreWritten() {
        assertThat(malformed("/types", utf8("{\"int8\":1,\"zoo:int8\":2}")).message())
                .contains("/types", "comes twice");
        assertThat(malformed("/types", utf8("{\"int8\":1,\"\\u0069nt8\":2}")).message())
                .contains("comes twice");
        assertThat(malformed("/types/extra", utf8("{\"a\":[{\"b\":1,\"b\":1}]}"))
                        .message())
                .contains("member 'b' comes twice");
    }

    @Test
    void whatFollowsTheValueIsMalformedAndSpaceIsNot() {
        assertThat(Zoo.read("/types/int8", " 5 \n", true).violations()).isEmpty();
        malformed("/types/int8", utf8("5 6"));
        malformed("/types/int8", utf8("5 {"));
        malformed("/types/int8", utf8("5\u0000"));
    }

    @Test
    @DisplayName("JS-15: numbers without a schema keep their text, and members their order")
    void contentWithoutASchemaKeepsNumbersAndOrder() {
        String content = "{\"z\":1.10,\"a\":[1e400,-0.0,1E+2,100000000000000000000000,{\"b\":null}],\"\":\"\\u0001é\"}";

        assertThat(Zoo.write("/types/extra", Zoo.node("/types/extra", content), JsonWriter.Options.STRICT))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1.50", "\"a\"", "true", "[]", "[null,{\"b\":[]}]", "{}"})
    @DisplayName("JS-15: anyxml is any JSON, and anydata an object")
    void anyxmlIsAnyJsonAndAnydataAnObject(String json) {
        assertThat(Zoo.write("/types/any", Zoo.node("/types/any", json), JsonWriter.Options.STRICT))
                .isEqualTo(json);
        assertThat(Zoo.read("/types/extra", json, true).violations()).hasSize(json.equals("{}") ? 0 : 1);
    }

    @Test
    void streamIsReadLikeTheTextInMemory() throws IOException {
        String json = "{\"zoo:types\":{\"text\":\"é\uD83D\uDE00\",\"extra\":{\"a\":\"\\ud83d\\ude00\"}}}";
        Instance root = Instance.root(Zoo.MODEL);

        Decoded whole = JsonReader.read(Zoo.MODEL, root, utf8(json), true);
        Decoded inPieces = JsonReader.read(Zoo.MODEL, root, new OneByOne(utf8(json)), true, Content.CONFIG);

        assertThat(inPieces).isEqualTo(whole);
        assertThat(whole.node()).isNotNull();
    }

    @Test
    void streamThatCannotBeReadIsTheCallersProblemAndIsNotClosed() {
        var broken = new IOException("the disk is gone");
        var in = new SequenceInputStream(new ByteArrayInputStream(utf8("{\"zoo:types\":")), new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw broken;
            }

            @Override
            public void close() {
                throw new IllegalStateException("closed");
            }
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> JsonReader.read(Zoo.MODEL, Instance.root(Zoo.MODEL), in, true, Content.CONFIG))
                .isSameAs(broken);
    }
}
