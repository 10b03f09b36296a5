package dev.trimtab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.app.RunningServer.Answer;
import dev.trimtab.pluginhost.PluginHost;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose code runs in a process of its own: its death, its return, and those who are not who they should be. */
class PluginHostTest {
    private static final String LAMP = "/api/v1/models/lamp/1.0.0";
    private static final String WATTS = "/lamp/v1.0.x/hall/watts";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private TestCertificate ofServer;
    private TestCertificate ofHost;
    private RunningServer server;
    private @Nullable Process process;
    private int port;

    @BeforeEach
    void start() throws Exception {
        ofServer = TestCertificate.make(folder, "server");
        ofHost = TestCertificate.make(folder, "host");
        server = new RunningServer(
                folder,
                Map.of(
                        "plugin-authorities",
                        ofHost.certificate().toString(),
                        "plugin-certificate",
                        ofServer.certificate().toString(),
                        "plugin-key",
                        ofServer.key().toString()));
    }

    @AfterEach
    void stop() throws InterruptedException {
        kill();
        server.close();
    }

    @Test
    void targetIsReadOnlyWhileTheProcessIsDeadAndResumesByItself() throws Exception {
        startHost("return refused(\"over budget\");", 0, ofHost, ofServer);
        addModel("127.0.0.1", "");
        awaitPlugin("connected");
        addHall();
        assertThat(server.send("PUT", WATTS, "40").body().toString()).contains("over budget");
        assertThat(server.send("PUT", "/lamp/v1.0.x/hall/colour", "'warm'").status())
                .isLessThan(300);

        kill();
        awaitPlugin("away");
        Answer write = server.send("PUT", "/lamp/v1.0.x/hall/colour", "'cold'");
        assertThat(write.status()).isEqualTo(503);
        assertThat(write.body().get("detail").asText()).contains("plugin host 127.0.0.1:" + port, "lamp 1.0.0");
        assertThat(server.get("/lamp/v1.0.x/hall/colour").asText()).isEqualTo("warm");

        startHost("return List.of();", port, ofHost, ofServer);
        awaitPlugin("connected");
        assertThat(server.send("PUT", WATTS, "40").status()).isLessThan(300);
    }

    @Test
    void nameOfTheCertificateMayBeAnotherThanTheAddress() throws Exception {
        startHost("return List.of();", 0, ofHost, ofServer);

        addModel("127.0.0.1", ", 'tls-name': 'plugins.example'");

        awaitPlugin("connected");
    }

    @Test
    void hostWithACertificateOfSomebodyElseIsNotTheModelsCode() throws Exception {
        TestCertificate stranger = TestCertificate.make(folder, "stranger");
        startHost("return List.of();", 0, stranger, ofServer);

        addModel("127.0.0.1", "");

        awaitRefusedCertificate();
        addHall();
        assertThat(server.send("PUT", WATTS, "40").status()).isEqualTo(503);
    }

    private void awaitRefusedCertificate() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(error()).containsIgnoringCase("certif").doesNotContain("Connection"));
        assertThat(state().get("plugin").asText()).isEqualTo("away");
    }

    @Test
    void hostRefusesAServerThatItDoesNotTrust() throws Exception {
        TestCertificate stranger = TestCertificate.make(folder, "stranger");
        startHost("return List.of();", 0, ofHost, stranger);

        addModel("127.0.0.1", "");

        awaitRefusedCertificate();
    }

    @Test
    void hostOfAnotherTextIsNotTheModelsCode() throws Exception {
        Path jar = Files.write(
                folder.resolve("lamp.jar"),
                new LampJar("leaf watts { type uint16; }", "return List.of();").bytes(folder));
        startHost(jar, 0, ofHost, ofServer);

        addModel("127.0.0.1", "");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(error()).contains("its text of lamp.yang is another"));
        assertThat(state().get("plugin").asText()).isEqualTo("away");
    }

    @Test
    void withoutCertificatesOfItsOwnTheServerSaysWhichSettingsAreMissing(@TempDir Path other) throws Exception {
        try (var bare = new RunningServer(other, Map.of())) {
            bare.send("PUT", LAMP, entry("127.0.0.1", 9400, ""));

            assertThat(bare.get(LAMP).at("/state/last-error").asText()).contains("plugin-certificate");
        }
    }

    private void startHost(String validate, int at, TestCertificate own, TestCertificate trusted) throws Exception {
        startHost(Files.write(folder.resolve("lamp.jar"), new LampJar(validate).bytes(folder)), at, own, trusted);
    }

    private void startHost(Path jar, int at, TestCertificate own, TestCertificate trusted) throws Exception {
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PluginHost.class.getName(),
                        "--jar",
                        jar.toString(),
                        "--port",
                        Integer.toString(at),
                        "--certificate",
                        own.certificate().toString(),
                        "--key",
                        own.key().toString(),
                        "--authorities",
                        trusted.certificate().toString()))
                .redirectErrorStream(true)
                .start();
        process = started;
        BufferedReader printed = started.inputReader(StandardCharsets.UTF_8);
        String line = printed.readLine();
        while (line != null && !line.startsWith("plugin-host: lamp 1.0.0 at 127.0.0.1:")) {
            line = printed.readLine();
        }
        assertThat(line).isNotNull();
        port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    private void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private void addModel(String address, String more) {
        Answer added = server.send("PUT", LAMP, entry(address, port, more));
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    }

    private static String entry(String address, int port, String more) {
        return """
                {'source': [{'file-name': 'lamp.yang', 'implemented': true,
                  'text': "module lamp { namespace 'urn:lamp'; prefix l; %s }"}],
                 'process': {'address': '%s', 'port': %d%s}}""".formatted(LampJar.YANG, address, port, more).replace("'urn:lamp'", "\\u0027urn:lamp\\u0027");
    }

    private void addHall() {
        server.send("PUT", "/system/v1.0.x/system/system/targets/target/hall", "{'model': 'lamp', 'version': '1.0.0'}");
    }

    private void awaitPlugin(String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state().path("plugin").asText()).isEqualTo(status));
    }

    private String error() {
        return state().path("last-error").asText();
    }

    private JsonNode state() {
        return server.get(LAMP).path("state");
    }
}
