package dev.trimtab.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.app.rest.RestFixture.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelResourcesTest {
    private static final String ACME = "/aether/v2.1.x/acme";
    private static final String VIDEO = ACME + "/traffic-class/video";
    private static final String APPLICATION = ACME + "/application/wall";

    private RestFixture rest;

    @BeforeEach
    void start(@TempDir Path folder) {
        rest = new RestFixture(folder);
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    @Test
    void putCreatesAndThenReplaces() {
        Answer created = rest.put(VIDEO, "{'traffic-class-id': 'video', 'qci': 2, 'arp': 4}");
        Answer replaced = rest.put(VIDEO, "{'traffic-class-id': 'video', 'qci': 3}");
        Answer read = rest.get(VIDEO);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("location")).isEqualTo(VIDEO);
        assertThat(created.header("etag")).isEqualTo("\"1\"");
        assertThat(created.header("trimtab-transaction")).isEqualTo("3");
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(read.json().get("qci").asInt()).isEqualTo(3);
        assertThat(read.json().has("arp"))
                .as("what the body leaves out is gone")
                .isFalse();
        assertThat(read.header("etag")).isEqualTo("\"2\"");
    }

    @Test
    void putOfWhatIsThereChangesNothing() {
        rest.put(VIDEO, "{'qci': 2}");
        Answer again = rest.put(VIDEO, "{'qci': 2}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("changed").asBoolean()).isFalse();
        assertThat(again.header("trimtab-transaction")).isEmpty();
    }

    @Test
    void leafIsABareValue() {
        rest.put(VIDEO, "{'qci': 2}");
        Answer changed = rest.put(VIDEO + "/qci", "7");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(rest.get(VIDEO + "/qci").text()).isEqualTo("7");
    }

    @Test
    void leafTakesPostAndPatchTooAndNullDeletesIt() {
        rest.put(VIDEO, "{'qci': 2}");

        assertThat(rest.post(VIDEO + "/arp", "5").status()).isEqualTo(201);
        assertThat(rest.patch(VIDEO + "/qci", "7").status()).isEqualTo(200);
        assertThat(rest.get(VIDEO + "/arp").text()).isEqualTo("5");
        assertThat(rest.get(VIDEO + "/qci").text()).isEqualTo("7");
        assertThat(rest.patch(VIDEO + "/qci", "77").problem()).isEqualTo("invalid");

        assertThat(rest.patch(VIDEO + "/arp", "null").status()).isEqualTo(200);
        assertThat(rest.get(VIDEO + "/arp").status()).isEqualTo(404);
    }

    @Test
    void postOnAListCreatesAnEntryOnce() {
        Answer created = rest.post(ACME + "/traffic-class", "{'traffic-class-id': 'video', 'qci': 2}");
        Answer again = rest.post(ACME + "/traffic-class", "{'traffic-class-id': 'video', 'qci': 3}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("location")).isEqualTo(VIDEO);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("failed-precondition");
        assertThat(rest.get(VIDEO).json().get("qci").asInt()).isEqualTo(2);
    }

    @Test
    void postOnAListNeedsTheKey() {
        Answer answer = rest.post(ACME + "/traffic-class", "{'qci': 2}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/rule").asText()).isEqualTo("key");
    }

    @Test
    void postOnAnEntryCreatesOrMergesAsAetherDoes() {
        Answer created = rest.post(VIDEO, "{'traffic-class-id': 'video', 'qci': 2}");
        Answer merged = rest.post(VIDEO, "{'traffic-class-id': 'video', 'arp': 5}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(merged.status()).isEqualTo(201);
        assertThat(rest.get(VIDEO).json().get("qci").asInt()).isEqualTo(2);
        assertThat(rest.get(VIDEO).json().get("arp").asInt()).isEqualTo(5);
    }

    @Test
    void patchMergesAndNullDeletes() {
        rest.put(
                APPLICATION,
                "{'address': '10.0.0.0/24', 'endpoint': [{'endpoint-id': 'web', 'port-start': 80,"
                        + " 'mbr': {'uplink': '5', 'downlink': '6'}}]}");
        Answer patched = rest.patch(
                APPLICATION,
                "{'description': 'on the wall', 'endpoint': [{'endpoint-id': 'web', 'port-end': 81,"
                        + " 'mbr': {'uplink': null}}]}",
                "Content-Type",
                "application/merge-patch+json");
        var endpoint = rest.get(APPLICATION + "/endpoint/web").json();

        assertThat(patched.status()).isEqualTo(200);
        assertThat(endpoint.get("port-start").asInt()).isEqualTo(80);
        assertThat(endpoint.get("port-end").asInt()).isEqualTo(81);
        assertThat(endpoint.get("mbr").has("uplink")).isFalse();
        assertThat(endpoint.at("/mbr/downlink").asText()).isEqualTo("6");
        assertThat(rest.get(APPLICATION + "/description").text()).isEqualTo("\"on the wall\"");
    }

    @Test
    void patchOfNullsOnlyDeletesAndNothingElse() {
        rest.put(VIDEO, "{'qci': 2, 'arp': 3}");
        rest.patch(VIDEO, "{'arp': null}");

        assertThat(rest.get(VIDEO + "/arp").status()).isEqualTo(404);
        assertThat(rest.get(VIDEO + "/qci").text()).isEqualTo("2");
    }

    @Test
    void deleteRemovesAndThenFindsNothing() {
        rest.put(VIDEO, "{'qci': 2}");
        Answer deleted = rest.delete(VIDEO);
        Answer again = rest.delete(VIDEO);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(404);
        assertThat(rest.get(VIDEO).problem()).isEqualTo("not-found");
    }

    @Test
    void listIsAnArrayAlsoWhenItIsEmpty() {
        assertThat(rest.get(ACME + "/traffic-class").text()).isEqualTo("[]");

        rest.put(VIDEO, "{'qci': 2}");

        assertThat(rest.get(ACME + "/traffic-class")
                        .json()
                        .at("/0/traffic-class-id")
                        .asText())
                .isEqualTo("video");
        assertThat(rest.get(ACME + "/site/nowhere/slice").status()).isEqualTo(404);
    }

    @Test
    void namesArePlainUnlessYangDataIsAccepted() {
        rest.put(VIDEO, "{'qci': 2}");

        assertThat(rest.get(ACME).json().has("traffic-class")).isTrue();
        Answer qualified = rest.get(ACME, "Accept", "application/yang-data+json");
        assertThat(qualified.json().has("onf-traffic-class:traffic-class")).isTrue();
        assertThat(qualified.header("content-type")).isEqualTo("application/yang-data+json");
        assertThat(rest.get(ACME, "Accept", "text/html").status()).isEqualTo(406);
    }

    @Test
    void viewsLeaveOutWhatIsNotAskedFor() {
        rest.put(APPLICATION, "{'address': '10.0.0.0/24', 'endpoint': [{'endpoint-id': 'web', 'port-start': 80}]}");

        assertThat(rest.get(APPLICATION).json().at("/endpoint/0/protocol").asText())
                .isEqualTo("TCP");
        assertThat(rest.get(APPLICATION + "?defaults=false")
                        .json()
                        .at("/endpoint/0")
                        .has("protocol"))
                .isFalse();
        assertThat(rest.get(APPLICATION + "?depth=1").json().at("/endpoint/0").has("port-start"))
                .isFalse();
        assertThat(rest.get(APPLICATION + "?content=config").status()).isEqualTo(200);
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        rest.put(VIDEO, "{'qci': 2}");
        Answer head = rest.send("HEAD", VIDEO, "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("etag")).isEqualTo("\"1\"");
        assertThat(head.text()).isEmpty();
    }

    @Test
    void ifNoneMatchSparesTheBody() {
        rest.put(VIDEO, "{'qci': 2}");
        String tag = rest.get(VIDEO).header("etag");

        assertThat(rest.get(VIDEO, "If-None-Match", tag).status()).isEqualTo(304);
        rest.put(VIDEO, "{'qci': 3}");
        assertThat(rest.get(VIDEO, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void ifMatchRefusesWhatAnotherChangeOvertook() {
        rest.put(VIDEO, "{'qci': 2}");
        Answer current = rest.put(VIDEO, "{'qci': 3}", "If-Match", "\"1\"");
        Answer overtaken = rest.put(VIDEO, "{'qci': 4}", "If-Match", "\"1\"");

        assertThat(current.status()).isEqualTo(200);
        assertThat(overtaken.status()).isEqualTo(412);
        assertThat(overtaken.problem()).isEqualTo("precondition-failed");
        assertThat(overtaken.json().get("actual").asInt()).isEqualTo(2);
        assertThat(rest.delete(ACME + "/traffic-class/audio", "If-Match", "*").status())
                .isEqualTo(404);
        assertThat(rest.put(ACME + "/traffic-class/audio", "{}", "If-Match", "*")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void ifNoneMatchOfAnythingCreatesOnly() {
        assertThat(rest.put(VIDEO, "{'qci': 2}", "If-None-Match", "*").status()).isEqualTo(201);
        assertThat(rest.put(VIDEO, "{'qci': 3}", "If-None-Match", "*").status()).isEqualTo(412);
    }

    @Test
    void dryRunAnswersWithTheDifferenceAndChangesNothing() {
        rest.put(VIDEO, "{'qci': 2}");
        Answer dry = rest.patch(VIDEO + "?dry-run=true", "{'qci': 5}");

        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.json().at("/targets/0/edits/0/path").asText()).endsWith("/qci");
        assertThat(dry.json().at("/targets/0/edits/0/before").asInt()).isEqualTo(2);
        assertThat(dry.json().at("/targets/0/edits/0/after").asInt()).isEqualTo(5);
        assertThat(dry.json().has("transaction")).isFalse();
        assertThat(rest.get(VIDEO + "/qci").text()).isEqualTo("2");
    }

    @Test
    void sameIdempotencyKeyIsOneTransaction() {
        Answer first = rest.put(VIDEO, "{'qci': 2}", "Idempotency-Key", "k1");
        Answer second = rest.put(VIDEO, "{'qci': 2}", "Idempotency-Key", "k1");

        assertThat(second.header("trimtab-transaction")).isNotEmpty().isEqualTo(first.header("trimtab-transaction"));
    }

    @Test
    void everyViolationIsToldAtOnce() {
        Answer answer = rest.put(
                ACME + "/site/berlin",
                "{'small-cell': [{'small-cell-id': 'one', 'tac': 'zz'}], 'slice': [{'slice-id': 's', 'sst': '333'}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid");
        assertThat(answer.json().get("violations")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(answer.json().at("/violations/0/path").asText()).startsWith("/site[site-id=berlin]");
        assertThat(rest.get(ACME + "/site").text()).isEqualTo("[]");
    }

    @Test
    void wholeConfigurationIsAResourceToo() {
        rest.put(VIDEO, "{'qci': 2}");
        Answer replaced = rest.put(ACME, "{'traffic-class': [{'traffic-class-id': 'audio', 'qci': 1}]}");

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(rest.get(VIDEO).status()).isEqualTo(404);
        assertThat(rest.delete(ACME).status()).isEqualTo(200);
        assertThat(rest.get(ACME).json()).isEmpty();
    }
}
