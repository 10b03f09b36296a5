package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' gNMI command line; each test writes a traffic class of its own. */
@Tag("slow")
@DisplayName("gnmic")
class GnmicTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String VIDEO = "/traffic-class[traffic-class-id=video]";

    @TempDir
    private static Path folder;

    private static AcmeServer server;
    private static Program installed;

    @BeforeAll
    static void start() {
        installed = Program.installed("gnmic");
        server = AcmeServer.start(folder.resolve("server"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void capabilities() {
        Program.Outcome outcome = gnmic().run("capabilities");

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.out())
                .contains("gNMI version: 0.10.0", "onf-site, Trimtab", "JSON_IETF", "PROTO")
                .contains("trimtab-system");
    }

    @Test
    void get() throws IOException {
        JsonNode answer = json("get", "--target", "acme", "--path", VIDEO, "-e", "json_ietf");

        assertThat(answer.at("/0/target").asText()).isEqualTo("acme");
        JsonNode update = answer.at("/0/updates/0");
        assertThat(update.path("Path").asText()).isEqualTo("traffic-class[traffic-class-id=video]");
        assertThat(update.findValue("onf-traffic-class:display-name").asText()).isEqualTo("Video");
        assertThat(update.findValue("onf-traffic-class:qci").asInt()).isEqualTo(2);
    }

    @Test
    void setUpdate() throws IOException {
        String path = trafficClass("updated");

        JsonNode answer = set("--update-path", path, "--update-value", "{\"qci\": 4, \"arp\": 2}");
        set("--update-path", path + "/pdb", "--update-value", "150");

        assertThat(answer.at("/results/0/operation").asText()).isEqualTo("UPDATE");
        JsonNode now = read(path);
        assertThat(now.path("onf-traffic-class:arp").asInt()).isEqualTo(2);
        assertThat(now.path("onf-traffic-class:pdb").asInt()).isEqualTo(150);
    }

    @Test
    void setUpdateOfOneLeafByType() throws IOException {
        String path = trafficClass("typed");

        json("set", "--target", "acme", "--update", path + "/pdb:::uint:::151");

        assertThat(read(path).path("onf-traffic-class:pdb").asInt()).isEqualTo(151);
    }

    @Test
    void setReplace() throws IOException {
        String path = trafficClass("replaced");
        set("--update-path", path, "--update-value", "{\"qci\": 4, \"arp\": 2}");

        JsonNode answer = set("--replace-path", path, "--replace-value", "{\"qci\": 5}");

        assertThat(answer.at("/results/0/operation").asText()).isEqualTo("REPLACE");
        JsonNode now = read(path);
        assertThat(now.path("onf-traffic-class:qci").asInt()).isEqualTo(5);
        assertThat(now.has("onf-traffic-class:arp")).isFalse();
    }

    @Test
    void setDelete() throws IOException {
        String path = trafficClass("deleted");
        set("--update-path", path, "--update-value", "{\"qci\": 4}");

        JsonNode answer = set("--delete", path);

        assertThat(answer.at("/results/0/operation").asText()).isEqualTo("DELETE");
        Program.Outcome after = gnmic().run("get", "--target", "acme", "--path", path, "-e", "json_ietf");
        assertThat(after.exit()).isEqualTo(1);
        assertThat(after.err()).contains("code = NotFound");
    }

    @Test
    void setDeletesBeforeItUpdates() throws IOException {
        String path = trafficClass("anew");
        set("--update-path", path, "--update-value", "{\"qci\": 4, \"arp\": 2}");

        set("--update-path", path, "--update-value", "{\"qci\": 6}", "--delete", path);

        assertThat(read(path).has("onf-traffic-class:arp")).isFalse();
        assertThat(read(path).path("onf-traffic-class:qci").asInt()).isEqualTo(6);
    }

    @Test
    void setFromFileOfPrototext() throws IOException {
        Path file = Files.writeString(folder.resolve("set.textproto"), """
                prefix { target: "acme" }
                update {
                  path { elem { name: "traffic-class" key { key: "traffic-class-id" value: "from-prototext" } } }
                  val { json_ietf_val: "{\\"qci\\": 7}" }
                }
                """);

        json("set", "--set-proto-request-file", file.toString());

        assertThat(read(trafficClass("from-prototext"))
                        .path("onf-traffic-class:qci")
                        .asInt())
                .isEqualTo(7);
    }

    /** gnmic 0.45 leaves {@code --target} and {@code --prefix} out of what it builds from a file, and only one target may guess. */
    @Test
    void setFromRequestFileNamesNoTarget() throws IOException {
        Path file = Files.writeString(folder.resolve("set.yaml"), """
                updates:
                  - path: /traffic-class[traffic-class-id=from-file]
                    value: {"qci": 7}
                    encoding: json_ietf
                """);

        Program.Outcome outcome = gnmic().run("set", "--target", "acme", "--request-file", file.toString());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("code = InvalidArgument", "missing target");
    }

    @Test
    void setIsRefusedWithEveryViolation() {
        String path = trafficClass("refused");

        Program.Outcome outcome = gnmic().run(
                        "set",
                        "--target",
                        "acme",
                        "-e",
                        "json_ietf",
                        "--update-path",
                        path,
                        "--update-value",
                        "{\"qci\": 0, \"arp\": 16}");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("code = InvalidArgument", path + "/qci: 0", path + "/arp: 16");
        assertThat(gnmic().run("get", "--target", "acme", "--path", path).err()).contains("code = NotFound");
    }

    @Test
    void subscribeOnce() {
        Program.Outcome outcome = gnmic().run(
                        "subscribe",
                        "--target",
                        "acme",
                        "--path",
                        VIDEO,
                        "--mode",
                        "once",
                        "-e",
                        "proto",
                        "--format",
                        "flat");

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        assertThat(outcome.out().lines())
                .contains(VIDEO + "/qci: 2", VIDEO + "/arp: 4", VIDEO + "/display-name: Video");
    }

    @Test
    void subscribeOnChange() throws Exception {
        String path = trafficClass("watched");
        Path printed = folder.resolve("subscribe.out");
        Process subscribe = gnmic().startInto(
                        printed,
                        "subscribe",
                        "--target",
                        "acme",
                        "--path",
                        "/traffic-class",
                        "--stream-mode",
                        "on-change",
                        "-e",
                        "json_ietf");
        try {
            await("the present")
                    .atMost(PATIENCE)
                    .until(() -> Files.readString(printed).contains("sync-response"));
            assertThat(printed).content().contains(VIDEO.substring(1) + "/qci").doesNotContain("watched");

            set("--update-path", path + "/pdb", "--update-value", "99");
            await("the change")
                    .atMost(PATIENCE)
                    .until(() -> Files.readString(printed).contains("\"traffic-class/pdb\": 99"));
            set("--delete", path);
            await("the delete")
                    .atMost(PATIENCE)
                    .until(() -> Files.readString(printed).contains("\"deletes\""));
        } finally {
            subscribe.destroy();
            assertThat(subscribe.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void wrongPassword() {
        Program.Outcome outcome = gnmic("wrong").run("capabilities");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err()).contains("code = Unauthenticated").doesNotContain(server.password());
    }

    private static String trafficClass(String name) {
        return "/traffic-class[traffic-class-id=%s]".formatted(name);
    }

    private static JsonNode set(String... operations) throws IOException {
        return json(gnmic().with("set", "--target", "acme", "-e", "json_ietf").run(operations));
    }

    /** What stands at a path that is a list entry. */
    private static JsonNode read(String path) throws IOException {
        return json("get", "--target", "acme", "--path", path, "-e", "json_ietf")
                .at("/0/updates/0/values/traffic-class");
    }

    private static JsonNode json(String... arguments) throws IOException {
        return json(gnmic().run(arguments));
    }

    private static JsonNode json(Program.Outcome outcome) throws IOException {
        assertThat(outcome.exit()).as(outcome.text()).isZero();
        return JSON.readTree(outcome.out());
    }

    private static Program gnmic() {
        return gnmic(server.password());
    }

    private static Program gnmic(String password) {
        return installed.with("-a", server.gnmiAddress(), "--insecure", "-u", "admin", "-p", password);
    }
}
