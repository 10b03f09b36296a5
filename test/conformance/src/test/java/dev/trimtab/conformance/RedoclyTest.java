package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.fixtures.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI documents that the server serves, as redocly's linter judges them. */
@Tag("slow")
@DisplayName("redocly")
class RedoclyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Program redocly;
    private static ServerProcess server;

    @BeforeAll
    static void start() {
        redocly = Program.installed("redocly").in(Map.of("REDOCLY_TELEMETRY", "off"));
        server = AcmeServer.startEmpty(folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aether/v2.1.x.json", "aether/v2.0.x.json", "system/v1.0.x.json"})
    void findsNoError(String document) throws Exception {
        Path file = fetch(document);

        Program.Outcome outcome = redocly.run("lint", "--format=json", file.toString());

        assertThat(outcome.exit()).as(outcome.text()).isZero();
        JsonNode totals = JSON.readTree(outcome.out()).path("totals");
        assertThat(totals.path("errors").asInt(-1)).as(outcome.out()).isZero();
        assertThat(totals.path("warnings").asInt(-1)).as(outcome.out()).isZero();
    }

    private static Path fetch(String document) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.restPort() + "/openapi/" + document);
        Path file = folder.resolve(document.replace('/', '-'));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Path> answer =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(file));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        return file;
    }
}
