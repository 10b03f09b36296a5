package dev.trimtab.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.app.rest.RestFixture.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AetherPatchTest {
    private static final String ACME = "/aether/v2.1.x/acme";
    private static final String OTHER = "/aether/v2.1.x/other";

    private RestFixture rest;

    @BeforeEach
    void start(@TempDir Path folder) {
        rest = new RestFixture(folder);
        rest.put("/system/v1.0.x/system/system/targets/target/other", "{'model': 'aether', 'version': '2.1.0'}");
    }

    @AfterEach
    void stop() {
        rest.close();
    }

    private Answer patch(String body) {
        return rest.patch("/aether-roc-api", body);
    }

    @Test
    void objectsOfSeveralTargetsAreOneTransaction() {
        Answer answer = patch("""
                {'default-target': 'acme', 'Extensions': {'change-name-100': 'first'},
                 'Updates': {
                  'traffic-class-2.1.0': [{'traffic-class-id': 'video', 'qci': 2},
                    {'traffic-class-id': 'audio', 'additionalProperties': {'enterprise-id': 'other'}}],
                  'application-2.1.0': [{'application-id': 'wall', 'address': '10.0.0.0/24',
                    'endpoint': [{'endpoint-id': 'web', 'port-start': 80, 'traffic-class': 'video',
                      'mbr': {'uplink': 500000000}}]}]}}
                """);
        var transaction = rest.get("/api/v1/transactions/" + answer.json().get("transaction"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("targets")).hasSize(2);
        assertThat(rest.get(ACME + "/application/wall/endpoint/web/mbr/uplink").text())
                .isEqualTo("\"500000000\"");
        assertThat(rest.get(OTHER + "/traffic-class/audio").status()).isEqualTo(200);
        assertThat(transaction.json().get("comment").asText()).isEqualTo("first");
    }

    @Test
    void oneWrongObjectStopsAll() {
        Answer answer = patch("""
                {'default-target': 'acme', 'Updates': {'traffic-class-2.1.0': [
                  {'traffic-class-id': 'video', 'qci': 2}, {'traffic-class-id': 'audio', 'qci': 99}]}}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(rest.get(ACME + "/traffic-class").text()).isEqualTo("[]");
    }

    @Test
    void unchangedMembersAreLeftAlone() {
        rest.put(ACME + "/traffic-class/video", "{'qci': 2, 'arp': 3}");
        patch("""
                {'default-target': 'acme', 'Updates': {'traffic-class-2.1.0': [{'traffic-class-id': 'video',
                  'qci': 30, 'arp': 5, 'additionalProperties': {'unchanged': 'qci,pelr'}}]}}
                """);

        assertThat(rest.get(ACME + "/traffic-class/video/qci").text()).isEqualTo("2");
        assertThat(rest.get(ACME + "/traffic-class/video/arp").text()).isEqualTo("5");
    }

    @Test
    void deletesTakeAnEntryOrItsMembers() {
        rest.put(ACME + "/traffic-class/video", "{'qci': 2, 'arp': 3}");
        rest.put(ACME + "/traffic-class/audio", "{'qci': 4}");
        Answer answer = patch("""
                {'default-target': 'acme', 'Deletes': {'traffic-class-2.1.0': [
                  {'traffic-class-id': 'audio', 'qci': 4, 'additionalProperties': {'unchanged': 'qci'}},
                  {'traffic-class-id': 'video', 'arp': 3}]}}
                """);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(rest.get(ACME + "/traffic-class/audio").status()).isEqualTo(404);
        assertThat(rest.get(ACME + "/traffic-class/video/arp").status()).isEqualTo(404);
        assertThat(rest.get(ACME + "/traffic-class/video/qci").text()).isEqualTo("2");
    }

    @Test
    void undefinedIsNoIdentifier() {
        Answer key = patch("{'default-target': 'acme', 'Updates': {'site-2.1.0': [{'site-id': 'undefined'}]}}");
        Answer target = patch("{'default-target': 'undefined', 'Updates': {'site-2.1.0': [{'site-id': 'a'}]}}");

        assertThat(key.status()).isEqualTo(422);
        assertThat(key.json().at("/violations/0/value").asText()).isEqualTo("undefined");
        assertThat(target.status()).isEqualTo(422);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThat(patch("{'default-target': 'acme', 'Updates': {'site-9.9.9': [{'site-id': 'a'}]}}")
                        .status())
                .isEqualTo(400);
        assertThat(patch("{'default-target': 'acme', 'Extensions': {'other-999': 1}}")
                        .status())
                .isEqualTo(400);
        assertThat(patch("{'Updates': {'site-2.1.0': [{'site-id': 'a'}]}}").status())
                .isEqualTo(400);
        assertThat(patch("{'default-target': 'acme', 'Update': {}}").status()).isEqualTo(400);
    }
}
