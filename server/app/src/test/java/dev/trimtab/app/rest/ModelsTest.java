package dev.trimtab.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.app.rest.RestFixture.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that are added and removed while the server runs. */
final class ModelsTest {
    private static final String LAMP = "/api/v1/models/lamp/1.0.0";
    private static final String HALL = "/system/v1.0.x/system/system/targets/target/hall";
    private static final String BODY = """
            {'title': 'Lamps', 'source': [{'file-name': 'lamp.yang', 'implemented': true,
              'text': 'module lamp { namespace urn:lamp; prefix l; leaf watts { type uint8; } }'}]}""";

    private static RestFixture rest;

    @BeforeAll
    static void start(@TempDir Path folder) {
        rest = new RestFixture(folder);
    }

    @AfterAll
    static void stop() {
        rest.close();
    }

    @Test
    void addedModelHasAnApiAtOnceAndARemovedOneHasNone() {
        Answer added = rest.put(LAMP, BODY, "Trimtab-Comment", "light");

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(rest.put(LAMP, BODY).json().get("changed").asBoolean()).isFalse();
        assertThat(rest.get(LAMP).json().get("modules").findValuesAsText("name"))
                .containsExactly("lamp");
        assertThat(rest.get(LAMP + "/yang/lamp").text()).startsWith("module lamp");
        assertThat(rest.get("/openapi").text()).contains("/openapi/lamp/v1.0.x.json");
        JsonNode document = rest.get("/openapi/lamp/v1.0.x.json").json();
        assertThat(document.get("paths").has("/lamp/v1.0.x/{target}/watts")).isTrue();
        rest.put(HALL, "{'model': 'lamp', 'version': '1.0.0'}");
        assertThat(rest.put("/lamp/v1.0.x/hall/watts", "40").status()).isLessThan(300);
        assertThat(rest.put("/lamp/v1.0.x/hall/watts", "256").status()).isEqualTo(422);

        Answer inUse = rest.delete(LAMP);
        assertThat(inUse.status()).isEqualTo(422);
        assertThat(inUse.text()).contains("in use by target hall");
        assertThat(rest.delete(HALL).status()).isEqualTo(200);
        assertThat(rest.delete(LAMP).status()).isEqualTo(200);
        assertThat(rest.get(LAMP).status()).isEqualTo(404);
        assertThat(rest.get("/openapi/lamp/v1.0.x.json").status()).isEqualTo(404);
        assertThat(rest.get("/lamp/v1.0.x/hall/watts").status()).isEqualTo(404);
        assertThat(rest.delete(LAMP).status()).isEqualTo(404);
        assertThat(history(added)).isEqualTo("admin: light");
    }

    private static String history(Answer change) {
        JsonNode entry = rest.get("/api/v1/transactions/"
                        + change.json().get("transaction").asText())
                .json();
        return entry.get("principal").asText() + ": " + entry.get("comment").asText();
    }

    @Test
    void anotherTextUnderTheSameVersionIsRefused() {
        String other = "/api/v1/models/lamp/1.1.0";
        rest.put(other, BODY);

        Answer changed = rest.put(other, BODY.replace("uint8", "uint16"));

        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.text()).contains("add another version");
        assertThat(rest.put(other, BODY, "If-None-Match", "*").status()).isEqualTo(412);
    }

    @Test
    void textThatDoesNotLoadIsRefusedWithItsReason() {
        Answer refused = rest.put("/api/v1/models/lamp/2.0.0", BODY.replace("uint8", "nope"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("violations").get(0).get("message").asText())
                .contains("lamp.yang", "nope");
        assertThat(rest.get("/api/v1/models/lamp/2.0.0").status()).isEqualTo(404);
    }

    @Test
    void dryRunAddsNothing() {
        assertThat(rest.put("/api/v1/models/lamp/3.0.0?dry-run=true", BODY).status())
                .isEqualTo(200);
        assertThat(rest.get("/api/v1/models/lamp/3.0.0").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | /api/v1/models/lamp/1       | {}              | 400 | malformed",
                "PUT    | /api/v1/models/Lamp/1.0.0   | {}              | 400 | malformed",
                "PUT    | /api/v1/models/lamp/9.0.0   | {}              | 422 | invalid",
                "PUT    | /api/v1/models/lamp/9.0.0   | {'colour': 1}   | 422 | invalid",
                "PUT    | /api/v1/models/lamp/9.0.0   | nonsense        | 400 | malformed",
                "DELETE | /api/v1/models/lamp/9.0.0   | ''              | 404 | not-found",
                "DELETE | /api/v1/models/aether/2.1.0 | ''              | 409 | failed-precondition",
                "GET    | /api/v1/models/lamp/9.0.0   | ''              | 404 | not-found",
            })
    void mistakeIsAProblem(String method, String path, String body, int status, String type) {
        Answer answer = rest.send(method, path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
    }
}
