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

/** Targets that get another version of their model, and transactions that are undone. */
final class MigrationsTest {
    private static final String MIGRATIONS = "/api/v1/migrations";
    private static final String TARGETS = "/system/v1.0.x/system/system/targets/target/";

    private static RestFixture rest;

    @BeforeAll
    static void start(@TempDir Path folder) {
        rest = new RestFixture(folder);
        rest.put("/api/v1/models/lamp/1.0.0", model("leaf watts { type uint8; } leaf shade { type string; }"));
        rest.put("/api/v1/models/lamp/2.0.0", model("leaf watts { type uint8 { range 0..50; } }"));
    }

    @AfterAll
    static void stop() {
        rest.close();
    }

    private static String model(String body) {
        return "{'title': 'Lamps', 'source': [{'file-name': 'lamp.yang', 'implemented': true, 'text': "
                + "'module lamp { yang-version 1.1; namespace urn:lamp; prefix l; "
                + body + " }'}]}";
    }

    private static void addLamp(String name, int watts) {
        rest.put(TARGETS + name, "{'model': 'lamp', 'version': '1.0.0'}");
        rest.put("/lamp/v1.0.x/" + name + "/watts", String.valueOf(watts));
        rest.put("/lamp/v1.0.x/" + name + "/shade", "'green'");
    }

    @Test
    void severalTargetsAreMigratedInOneTransactionAndAllComeBackWithIt() {
        addLamp("hall", 40);
        addLamp("attic", 30);

        Answer migrated = rest.post(MIGRATIONS, "{'version': '2.0.0', 'targets': ['hall', 'attic']}");

        assertThat(migrated.status()).as(migrated.text()).isEqualTo(200);
        assertThat(rest.get("/lamp/v2.0.x/hall/watts").json().asInt()).isEqualTo(40);
        assertThat(rest.get("/lamp/v1.0.x/hall/watts").status()).isEqualTo(404);
        String transaction = "/api/v1/transactions/" + migrated.json().get("transaction");
        assertThat(rest.get(transaction).json().findValuesAsText("from")).containsExactlyInAnyOrder("/shade", "/shade");

        assertThat(rest.post(transaction + "/rollback?dry-run=true", "").status())
                .isEqualTo(200);
        assertThat(rest.get("/lamp/v2.0.x/attic/watts").json().asInt()).isEqualTo(30);
        Answer undone = rest.post(transaction + "/rollback", "");

        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        assertThat(rest.get("/lamp/v1.0.x/hall/shade").json().asText()).isEqualTo("green");
        assertThat(rest.get("/lamp/v1.0.x/attic/shade").json().asText()).isEqualTo("green");
    }

    @Test
    void dryRunOverAllTargetsTellsOfEachWhatWouldBecomeOfIt() {
        addLamp("cellar", 20);
        addLamp("stage", 200);

        JsonNode preview = rest.post(MIGRATIONS + "?dry-run=true", "{'version': '2.0.0', 'model': 'lamp'}")
                .json();

        assertThat(of(preview, "cellar").at("/migrated/notes/0/from").asText()).isEqualTo("/shade");
        assertThat(of(preview, "cellar").has("problem")).isFalse();
        assertThat(of(preview, "stage").at("/migrated/notes").findValuesAsText("before"))
                .contains("200");
        assertThat(rest.get("/lamp/v1.0.x/cellar/shade").json().asText()).isEqualTo("green");
    }

    private static JsonNode of(JsonNode preview, String target) {
        for (JsonNode entry : preview.get("targets")) {
            if (entry.get("target").asText().equals(target)) {
                return entry;
            }
        }
        throw new AssertionError("no " + target + " in " + preview);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version': '9.0.0', 'targets': ['acme']} | 422 | model aether 9.0.0 is not loaded",
                "{'version': '2.0.0', 'targets': ['nowhere']} | 404 | target nowhere does not exist",
                "{'version': '2.0.0', 'targets': []} | 400 | one at least",
                "{'version': '2.0.0', 'model': 'lamp'} | 400 | for a dry run",
                "{'version': '2.0.0'} | 400 | names either targets or",
                "{'targets': ['acme']} | 400 | needs the text member",
                "{'version': '2.0.0', 'targets': ['acme'], 'force': true} | 400 | a member"
            })
    void whatCannotBeMigratedIsRefused(String body, int status, String reason) {
        Answer refused = rest.post(MIGRATIONS, body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.text()).contains(reason);
    }

    @Test
    void whoMayOnlyReadMayNeitherMigrateNorUndo() {
        addLamp("porch", 10);
        String last = rest.get("/api/v1/transactions?limit=1")
                .json()
                .at("/transactions/0/transaction")
                .asText();

        String acme = "{'version': '2.0.0', 'targets': ['acme']}";
        assertThat(rest.sendAs(RestFixture.basic("reader"), "POST", MIGRATIONS, acme)
                        .status())
                .isIn(403, 404);
        assertThat(rest.sendAs(RestFixture.basic("reader"), "POST", "/api/v1/transactions/" + last + "/rollback", "")
                        .status())
                .isIn(403, 404);
        assertThat(rest.get("/lamp/v1.0.x/porch/shade").json().asText()).isEqualTo("green");
    }
}
