package dev.trimtab.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.app.rest.RestFixture.Answer;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TransactionsTest {
    private static final String VIDEO = "/aether/v2.1.x/acme/traffic-class/video";

    private RestFixture rest;

    @BeforeEach
    void start(@TempDir Path folder) {
        rest = new RestFixture(folder);
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    private void backendAnswers(TargetResult.Status status, String message) {
        rest.hasBackend = true;
        rest.answers.add(new TargetResult(new TargetId("acme"), 3, new Revision(1), status, Instant.EPOCH, message));
    }

    @Test
    void transactionTellsWhoWhatAndWhy() {
        rest.put(VIDEO + "?comment=because", "{'qci': 2}");
        var json = rest.get("/api/v1/transactions/3").json();

        assertThat(json.get("principal").asText()).isEqualTo("admin");
        assertThat(json.get("comment").asText()).isEqualTo("because");
        assertThat(json.at("/targets/0/target").asText()).isEqualTo("acme");
        assertThat(json.at("/targets/0/edits/0/after/onf-traffic-class:qci").asInt())
                .isEqualTo(2);
        assertThat(rest.get("/api/v1/transactions/99").status()).isEqualTo(404);
    }

    @Test
    void commentMayBeAHeader() {
        rest.put(VIDEO, "{'qci': 2}", "Trimtab-Comment", "why not");

        assertThat(rest.get("/api/v1/transactions/3").json().get("comment").asText())
                .isEqualTo("why not");
    }

    @Test
    void pagesLeadFromTheNewestToTheFirst() {
        for (int qci = 1; qci <= 5; qci++) {
            rest.put(VIDEO + "/qci", Integer.toString(qci));
        }
        List<Long> seen = new ArrayList<>();
        String next = "";
        do {
            var page = rest.get("/api/v1/transactions?limit=2" + next).json();
            page.get("transactions")
                    .forEach(entry -> seen.add(entry.get("transaction").asLong()));
            next = page.has("next") ? "&before=" + page.get("next").asLong() : "";
        } while (!next.isEmpty());

        assertThat(seen).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(rest.get("/api/v1/transactions?target=acme&limit=3").json().get("transactions"))
                .hasSize(3);
        assertThat(rest.get("/api/v1/transactions?target=absent").json().get("transactions"))
                .isEmpty();
    }

    @Test
    void synchronousChangeThatTheBackendAppliedIsDone() {
        backendAnswers(TargetResult.Status.APPLIED, "");
        Answer answer = rest.put(VIDEO, "{'qci': 2}", "Prefer", "wait=5");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("preference-applied")).isEqualTo("wait=5");
        assertThat(answer.json().at("/targets/0/status").asText()).isEqualTo("applied");
    }

    @Test
    void synchronousChangeThatTheBackendRefusedSaysWhichAndWhy() {
        backendAnswers(TargetResult.Status.REFUSED, "the core has no such slice");
        Answer answer = rest.put(VIDEO, "{'qci': 2}", "Prefer", "wait=5");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.problem()).isEqualTo("refused");
        assertThat(answer.json().get("transaction").asLong()).isEqualTo(3);
        assertThat(answer.header("trimtab-transaction")).isEqualTo("3");
        assertThat(answer.json().at("/targets/0/reason").asText()).isEqualTo("the core has no such slice");
    }

    @Test
    void synchronousChangeThatTakesLongerIsAccepted() {
        rest.hasBackend = true;
        Answer answer = rest.put(VIDEO, "{'qci': 2}", "Prefer", "wait=1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("location")).isEqualTo("/api/v1/transactions/3");
        assertThat(answer.json().at("/targets/0/status").asText()).isEqualTo("pending");
    }

    @Test
    void targetsAndModelsAreListed() {
        rest.put(VIDEO, "{'qci': 2}");
        var targets = rest.get("/api/v1/targets").json().get("targets");
        var models = rest.get("/api/v1/models").json().get("models");
        Answer yang = rest.get("/api/v1/models/aether/2.1.0/yang/onf-site");

        assertThat(targets)
                .extracting(target -> target.get("name").asText())
                .containsExactly("acme", "probe", "system");
        assertThat(rest.get("/api/v1/targets/acme").json().get("revision").asInt())
                .isOne();
        assertThat(models).extracting(model -> model.get("name").asText()).contains("aether", "system");
        assertThat(yang.text()).startsWith("module onf-site {");
        assertThat(yang.header("content-type")).startsWith("application/yang");
    }

    @Test
    void openApiDocumentIsServedForEachModel() {
        var documents = rest.get("/openapi").json().get("documents");
        var document = rest.get("/openapi/probe/v1.0.x.json").json();

        assertThat(documents).extracting(one -> one.get("url").asText()).contains("/openapi/aether/v2.1.x.json");
        assertThat(document.at("/paths").has("/probe/v1.0.x/{target}/things/thing/{name}/part/{kind}/{number}"))
                .isTrue();
    }
}
