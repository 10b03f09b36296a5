package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.Path;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

class JsonWriterTest {
    private static final JsonWriter.Options STRICT = JsonWriter.Options.STRICT;
    private static final JsonWriter.Options PLAIN = new JsonWriter.Options(false, false, Content.ALL, 0);
    private static final String CAGE = """
            {"zoo:name":"a","zoo:number":1,"zoo:route":["z","y"],\
            "zoo:visitor":[{"id":"9","note":"n"},{"id":"1"}],"zoo:lamp":{},\
            "zoo:state":{"temperature":-3,"reading":[{"value":1},{"value":1}]},"zoo-more:keeper":"Ann"}""";

    private static NormalizedNode cage() {
        return Zoo.node("/cage[name=a][number=1]", CAGE);
    }

    @Test
    void whatIsReadIsWrittenInTheOrderOfTheSchemaAndOfTheUser() {
        assertThat(Zoo.write("/cage[name=a][number=1]", cage(), STRICT))
                .isEqualTo(CAGE.replace("\"zoo:name\":\"a\",\"zoo:number\":1", "\"zoo:number\":1,\"zoo:name\":\"a\""));
    }

    @Test
    void plainJsonHasNamesWithoutModules() {
        assertThat(Zoo.write("/cage[name=a][number=1]", cage(), PLAIN))
                .startsWith("{\"number\":1,\"name\":\"a\",\"route\":")
                .endsWith(",\"keeper\":\"Ann\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int8    | -5      | -5      | -5",
                "int64   | \"-5\"  | \"-5\"  | \"-5\"",
                "decimal | \"1.50\" | \"1.5\" | \"1.5\"",
                "kind    | \"zoo-more:fish\" | \"zoo-more:fish\" | \"fish\"",
                "nothing | [null]  | [null]  | [null]",
                "flags   | \"a b\" | \"b a\" | \"b a\"",
                "any-port | 80     | 80      | 80",
                "blob    | \"AQID\" | \"AQID\" | \"AQID\"",
                "extra   | {\"a\": [1, {}]} | {\"a\":[1,{}]} | {\"a\":[1,{}]}"
            })
    void leafIsWrittenBare(String leaf, String read, String strict, String plain) {
        String path = "/types/" + leaf;

        assertThat(Zoo.write(path, Zoo.node(path, read), STRICT)).isEqualTo(strict);
        assertThat(Zoo.write(path, Zoo.node(path, read), PLAIN)).isEqualTo(plain);
    }

    @Test
    void wholeListIsAnArray() {
        assertThat(Zoo.write("/cage", Zoo.node("/cage", "[" + CAGE + "]"), PLAIN))
                .startsWith("[{\"number\":1");
    }

    @Test
    void defaultsInUseAreWrittenWhenAskedFor() {
        var withDefaults = new JsonWriter.Options(true, true, Content.ALL, 0);

        assertThat(Zoo.write("/", Zoo.node("/", "{}"), withDefaults)).isEqualTo("""
                {"zoo:types":{"ranged":50},"zoo:defaults":{"plain":"hello","typed":50,"hexadecimal":31,"octal":-8,\
                "beast":"zoo:cat","several":["a","b"],"deep":{"inner":7},"shoes":"old"}}""");
        assertThat(Zoo.write("/defaults", Zoo.node("/defaults", "{\"brand\":\"x\",\"shown\":{}}"), withDefaults))
                .contains("\"zoo:shown\":{\"inner\":8}", "\"zoo:wheels\":4", "\"zoo:brand\":\"x\"")
                .doesNotContain("shoes");
    }

    @Test
    void configurationAndStateTogetherAreAllAndBothHaveTheKeys() {
        String config =
                Zoo.write("/cage[name=a][number=1]", cage(), new JsonWriter.Options(false, false, Content.CONFIG, 0));
        String state =
                Zoo.write("/cage[name=a][number=1]", cage(), new JsonWriter.Options(false, false, Content.STATE, 0));

        assertThat(config).contains("\"name\":\"a\"", "keeper", "lamp").doesNotContain("temperature");
        assertThat(state).isEqualTo("""
                {"number":1,"name":"a","state":{"temperature":-3,"reading":[{"value":1},{"value":1}]}}""");
    }

    @Test
    void depthCutsLowerLevelsOff() {
        var root = Zoo.node("/", "{\"zoo:house\":{\"colour\":\"red\",\"bed\":{\"width\":1}}}");

        assertThat(Zoo.write("/", root, new JsonWriter.Options(false, false, Content.ALL, 1)))
                .isEqualTo("{}");
        assertThat(Zoo.write("/", root, new JsonWriter.Options(false, false, Content.ALL, 2)))
                .isEqualTo("{\"house\":{\"colour\":\"red\"}}");
        assertThat(Zoo.write("/", root, new JsonWriter.Options(false, false, Content.ALL, 3)))
                .contains("width");
    }

    @Test
    void whatIsNotVisibleIsLeftOutWithWhatIsAboveItAlone() {
        var root = Zoo.node("/", "{\"zoo:house\":{\"bed\":{\"width\":1}},\"zoo:cage\":[" + CAGE + "]}");
        List<String> asked = new ArrayList<>();
        Visibility visible = path -> {
            asked.add(path.toString());
            return !path.toString().endsWith("width") && !path.toString().contains("visitor[id=9]");
        };

        byte[] json = JsonWriter.write(Instance.root(Zoo.MODEL), root, PLAIN, visible, Existence.STORED);

        assertThat(new String(json, StandardCharsets.UTF_8))
                .doesNotContain("house", "\"9\"")
                .contains("\"visitor\":[{\"id\":\"1\"}]");
        assertThat(asked).contains("/house/bed/width", "/cage[name=a][number=1]/visitor[id=1]");
    }

    @Test
    void leavesAreShownOneByOne() {
        List<String> leaves = new ArrayList<>();

        Leaves.walk(
                Zoo.at("/cage"),
                Zoo.node("/cage", "[" + CAGE + "]"),
                new JsonWriter.Options(true, true, Content.CONFIG, 0),
                Visibility.ALL,
                Existence.UNCONDITIONAL,
                (Path path, SchemaNode schema, dev.trimtab.model.Value value) ->
                        leaves.add(path + "=" + Scalars.show(value)));

        String cage = "/cage[name=a][number=1]";
        assertThat(leaves)
                .containsExactly(
                        cage + "/number=1",
                        cage + "/name='a'",
                        cage + "/route=['z', 'y']",
                        cage + "/visitor[id=9]/id=9",
                        cage + "/visitor[id=9]/note='n'",
                        cage + "/visitor[id=1]/id=1",
                        cage + "/keeper='Ann'");
    }
}
