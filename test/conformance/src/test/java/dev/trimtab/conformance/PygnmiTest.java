package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gNMI service as pygnmi sees it, a client on another gRPC stack; what it does is in {@code pygnmi_client.py}. */
@Tag("slow")
@DisplayName("pygnmi")
class PygnmiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPT = Program.HOME.resolve("test/conformance/src/test/resources/pygnmi_client.py");

    @TempDir
    private static Path folder;

    private static AcmeServer server;
    private static Program pygnmi;

    @BeforeAll
    static void start() {
        Program python = Program.installed("python", "pygnmi");
        server = AcmeServer.start(folder);
        pygnmi = python.with(SCRIPT.toString(), server.gnmiAddress()).in(Map.of("PASSWORD", server.password()));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void capabilities() throws IOException {
        JsonNode answer = run("capabilities");

        assertThat(answer.path("gnmi_version").asText()).startsWith("0.10");
        assertThat(answer.path("supported_encodings"))
                .extracting(JsonNode::asText)
                .contains("json_ietf", "proto");
        assertThat(answer.path("supported_models").findValuesAsText("name")).contains("onf-site", "onf-traffic-class");
    }

    @Test
    void getAsJson() throws IOException {
        JsonNode update = run("get_json_ietf").at("/notification/0/update");

        assertThat(update).hasSize(1);
        assertThat(update.at("/0/path").asText()).endsWith("traffic-class[traffic-class-id=video]");
        assertThat(update.at("/0/val/onf-traffic-class:qci").asInt()).isEqualTo(2);
        assertThat(update.at("/0/val/onf-traffic-class:pdb").asInt()).isEqualTo(150);
    }

    @Test
    void getAsLeaves() throws IOException {
        JsonNode update = run("get_proto").at("/notification/0/update");

        assertThat(update.findValuesAsText("path"))
                .contains(
                        "traffic-class[traffic-class-id=video]/qci",
                        "traffic-class[traffic-class-id=video]/display-name");
        assertThat(update).anySatisfy(leaf -> {
            assertThat(leaf.path("path").asText()).endsWith("/pdb");
            assertThat(leaf.path("val").isInt()).isTrue();
            assertThat(leaf.path("val").asInt()).isEqualTo(150);
        });
    }

    @Test
    void getOfNothing() throws IOException {
        assertThat(run("get_absent").path("code").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void updateReplaceDelete() throws IOException {
        JsonNode steps = run("change");

        assertThat(operation(steps, "update")).isEqualTo("UPDATE");
        assertThat(gold(steps, "update").at("/arp").asInt()).isEqualTo(2);
        assertThat(operation(steps, "replace")).isEqualTo("REPLACE");
        assertThat(gold(steps, "replace").at("/qci").asInt()).isEqualTo(5);
        assertThat(gold(steps, "replace").has("pdb")).isFalse();
        assertThat(operation(steps, "delete")).isEqualTo("DELETE");
        assertThat(gold(steps, "delete").isMissingNode()).isTrue();
    }

    private static String operation(JsonNode steps, String step) {
        return steps.path(step).at("/answer/response/0/op").asText();
    }

    /** The traffic class {@code gold} after a step; missing when it is not there. */
    private static JsonNode gold(JsonNode steps, String step) {
        for (JsonNode each : steps.path(step).at("/after/notification/0/update/0/val")) {
            if (each.path("traffic-class-id").asText().equals("gold")) {
                return each;
            }
        }
        return JSON.missingNode();
    }

    @Test
    void refusedWithEveryViolation() throws IOException {
        JsonNode refusal = run("refused");

        assertThat(refusal.path("code").asText()).isEqualTo("INVALID_ARGUMENT");
        assertThat(refusal.path("message").asText()).contains("/qci", "/arp");
    }

    @Test
    void refusalOfAThousandViolationsIsRead() throws IOException {
        JsonNode refusal = run("refused_often");

        assertThat(refusal.path("code").asText()).as("%s", refusal).isEqualTo("INVALID_ARGUMENT");
        assertThat(refusal.path("message").asText()).endsWith(" more");
    }

    @Test
    void subscribeOnce() throws IOException {
        JsonNode messages = run("subscribe_once");

        assertThat(messages.findValuesAsText("path")).isNotEmpty();
        assertThat(messages.get(messages.size() - 1).path("sync_response").asBoolean())
                .isTrue();
    }

    @Test
    void subscribeOnChange() throws IOException {
        JsonNode seen = run("subscribe_on_change");

        assertThat(seen.at("/initial/sync_response").asBoolean()).isTrue();
        assertThat(seen.at("/initial/update/update")).isNotEmpty();
        assertThat(seen.at("/change/update/update/0/path").asText()).endsWith("/pdb");
        assertThat(seen.at("/change/update/update/0/val").asInt()).isEqualTo(60);
    }

    private static JsonNode run(String doing) throws IOException {
        Program.Outcome outcome = pygnmi.run(doing);
        assertThat(outcome.exit()).as(outcome.text()).isZero();
        return JSON.readTree(outcome.out());
    }
}
