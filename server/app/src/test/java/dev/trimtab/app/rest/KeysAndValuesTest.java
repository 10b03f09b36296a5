package dev.trimtab.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.app.rest.RestFixture.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysAndValuesTest {
    private static final String THINGS = "/probe/v1.0.x/probe/things/thing";

    private RestFixture rest;

    @BeforeEach
    void start(@TempDir Path folder) {
        rest = new RestFixture(folder);
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a/b",
                "//",
                "100%",
                "%2F",
                "two words",
                "plus+plus",
                "ünï/日本",
                "..",
                ".",
                "a;b=c",
                "?q#f",
                "a\\b",
                "[x]",
                "\uD83D\uDE00",
                "…"
            })
    void keyMayBeAnyText(String key) throws Exception {
        String url = THINGS + "/" + Urls.encode(key);
        String body = RestFixture.JSON.writeValueAsString(java.util.Map.of("name", key, "big", "1"));

        Answer created = rest.send("POST", THINGS, body);
        Answer read = rest.get(url);
        Answer leaf = rest.get(url + "/big");

        assertThat(created.status()).as(created.text()).isEqualTo(201);
        assertThat(created.header("location")).isEqualTo(url);
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.json().get("name").asText()).isEqualTo(key);
        assertThat(leaf.text()).isEqualTo("\"1\"");
        assertThat(rest.delete(url).status()).isEqualTo(200);
    }

    @Test
    void severalKeysAreSeveralSegments() {
        String url = THINGS + "/x/part/left%2Fright/7";
        Answer created = rest.put(url, "{'note': 'here'}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(rest.get(url).json().get("number").asInt()).isEqualTo(7);
        assertThat(rest.get(THINGS + "/x/part/left%2Fright").status()).isEqualTo(400);
        assertThat(rest.get(THINGS + "/x/part/left%2Fright/300").status()).isEqualTo(400);
    }

    @Test
    void starIsNoKeyForItWouldStandForEveryEntry() {
        rest.put(THINGS + "/x", "{'big': '1'}");

        assertThat(rest.delete(THINGS + "/*").status()).isEqualTo(400);
        assertThat(rest.delete(THINGS + "/%2A").status()).isEqualTo(400);
        assertThat(rest.get(THINGS + "/x").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/%2", "/%ff", "/%C0%AF"})
    void malformedEncodingIsAProblem(String key) throws Exception {
        Answer answer = RawHttp.get(rest, THINGS + key);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551615", "9007199254740993", "0"})
    void numbersOf64BitsAreExact(String number) {
        rest.put(THINGS + "/text", "{'big': '" + number + "'}");
        rest.put(THINGS + "/number", "{'big': " + number + "}");

        assertThat(rest.get(THINGS + "/text/big").text()).isEqualTo("\"" + number + "\"");
        assertThat(rest.get(THINGS + "/number/big").text()).isEqualTo("\"" + number + "\"");
    }

    @Test
    void numberBeyond64BitsIsRefused() {
        Answer answer = rest.put(THINGS + "/x/big", "18446744073709551616");

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void numbersAndNamesAreStrictInYangData() {
        String type = "application/yang-data+json";

        assertThat(rest.put(THINGS + "/x", "{'probe:big': 5}", "Content-Type", type)
                        .status())
                .isEqualTo(422);
        assertThat(rest.put(THINGS + "/x", "{'probe:big': '5'}", "Content-Type", type)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void decimalsKeepTheirDigitsThroughAPatch() {
        rest.put(THINGS + "/x", "{'exact': '1.000000000000000001', 'tag': ['a']}");
        rest.patch(THINGS + "/x", "{'exact': '2.000000000000000002', 'tag': null}");

        assertThat(rest.get(THINGS + "/x/exact").text()).isEqualTo("\"2.000000000000000002\"");
        assertThat(rest.get(THINGS + "/x/tag").status()).isEqualTo(404);
    }

    @Test
    void emptyLeafIsNoDeletion() {
        Answer answer = rest.patch(THINGS + "/x", "{'flag': [null]}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(rest.get(THINGS + "/x/flag").text()).isEqualTo("[null]");
    }

    @Test
    void patchThatNamesNoEntryDeletesNothing() {
        rest.put(THINGS + "/x", "{'big': '1'}");
        Answer answer = rest.patch("/probe/v1.0.x/probe/things", "{'thing': {'big': null}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(rest.get(THINGS + "/x/big").status()).isEqualTo(200);
    }
}
