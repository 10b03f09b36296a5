package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.adapter.kit.AdapterServer;
import dev.trimtab.adapter.kit.AdapterSettings;
import dev.trimtab.adapter.sdcore.SdCoreAdapter;
import dev.trimtab.adapter.sdcore.SdCoreSettings;
import dev.trimtab.fixtures.demo.Clients;
import dev.trimtab.fixtures.sdcore.Kind;
import dev.trimtab.fixtures.sdcore.SimulatedSdCore;
import dev.trimtab.fixtures.server.ServerProcess;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Server, adapter and SD-Core go away and come back, in every order; SD-Core ends as intended, and no client does anything for it. */
@Tag("slow")
class RestartsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofSeconds(60);
    private static final String TARGET = "/system/targets/target[name=acme]";
    private static final String BANDWIDTH = "/site[site-id=here]/device-group[device-group-id=group]/mbr";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private java.nio.file.Path folder;

    private final SimulatedSdCore core = SimulatedSdCore.start();
    private AdapterServer adapter;
    private ServerProcess server;
    private Clients clients;
    private int adapterPort;
    private int intended;

    /** What goes away and comes back. */
    enum Part {
        SERVER,
        ADAPTER,
        CORE,
        FORGETFUL_CORE
    }

    @BeforeEach
    void startEverything() {
        startAdapter();
        startServer();
        put("system", TARGET, """
                {"model":"aether","version":"2.1.0",
                 "connection":{"address":"127.0.0.1","port":%d,"tls":false}}""".formatted(adapterPort));
        put("acme", "/", """
                {"onf-traffic-class:traffic-class":[{"traffic-class-id":"gold"}],
                 "onf-site:site":[{"site-id":"here",
                  "imsi-definition":{"mcc":"208","mnc":"93","enterprise":1,"format":"CCCNNEEESSSSSSS"},
                  "connectivity-service":{"core-5g":{"endpoint":"%s"}},
                  "ip-domain":[{"ip-domain-id":"pool","dnn":"internet","subnet":"10.1.0.0/16"}],
                  "device-group":[{"device-group-id":"group","ip-domain":"pool",
                                   "mbr":{"uplink":"0","downlink":"0"},"traffic-class":"gold"}],
                  "slice":[{"slice-id":"slice-1","sst":"1","sd":"010203","default-behavior":"ALLOW-ALL",
                            "device-group":[{"device-group":"group"}]}]}]}""".formatted(core.coreEndpoint()));
        settled();
    }

    @AfterEach
    void stopEverything() {
        clients.close();
        server.close();
        adapter.close();
        core.close();
    }

    private void startAdapter() {
        try {
            adapter = SdCoreAdapter.start(
                    AdapterSettings.of("127.0.0.1", adapterPort, folder.resolve("adapter")),
                    SdCoreSettings.defaults().withCheckInterval(Duration.ofMillis(500)));
            adapterPort = adapter.port();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startServer() {
        java.nio.file.Path jar =
                java.nio.file.Path.of(System.getProperty("trimtab.home"), "server/app/target/trimtab-server.jar");
        String program = System.getProperty("java.home") + "/bin/java";
        server = ServerProcess.start(
                List.of(program, "-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar", jar.toString()),
                folder.resolve("server"),
                new TreeMap<>());
        clients = new Clients(server);
    }

    private void takeAway(Part part) {
        switch (part) {
            case SERVER -> {
                clients.close();
                server.kill();
            }
            case ADAPTER -> adapter.close();
            case CORE, FORGETFUL_CORE -> core.stop();
        }
    }

    private void bringBack(Part part) {
        switch (part) {
            case SERVER -> startServer();
            case ADAPTER -> startAdapter();
            case CORE -> core.resume();
            case FORGETFUL_CORE -> core.restartEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void partThatRestartsFindsEverythingAsIntended(Part part) {
        change();
        takeAway(part);
        bringBack(part);

        settled();
        change();
        settled();
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"ADAPTER", "CORE", "FORGETFUL_CORE"})
    void changeMadeWhileAPartIsAwayArrivesWhenItIsBack(Part part) {
        takeAway(part);
        change();
        await("the target is shown as unreachable")
                .atMost(SETTLED)
                .until(() -> "unreachable".equals(state().path("sync").asText()));
        bringBack(part);

        settled();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SERVER,ADAPTER,CORE",
                "SERVER,FORGETFUL_CORE,ADAPTER",
                "ADAPTER,SERVER,FORGETFUL_CORE",
                "ADAPTER,CORE,SERVER",
                "FORGETFUL_CORE,SERVER,ADAPTER",
                "CORE,ADAPTER,SERVER"
            })
    void everythingGoesAwayAfterAChangeAndComesBackInAnyOrder(String order) {
        List<Part> parts =
                List.of(order.split(",", -1)).stream().map(Part::valueOf).toList();
        core.stop();
        change();

        parts.forEach(this::takeAway);
        parts.forEach(this::bringBack);

        settled();
    }

    @Test
    void refusalIsToldToASynchronousClientAndShownAtTheTransactionAndTheTarget() {
        core.failNextWrites(1000, 400);

        intended++;
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> clients.set("acme", BANDWIDTH, bandwidth()))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.ABORTED))
                .withMessageContaining("told to fail with status 400");

        JsonNode newest = clients.rest("GET", "/api/v1/transactions?limit=1", "", "")
                .body()
                .path("transactions")
                .path(0);
        assertThat(newest.path("targets").path(0).path("status").asText()).isEqualTo("refused");
        assertThat(newest.path("targets").path(0).path("reason").asText()).contains("told to fail with status 400");
        await().untilAsserted(() -> {
            assertThat(state().path("sync").asText()).isEqualTo("refused");
            assertThat(state().path("last-error").asText()).contains("told to fail with status 400");
        });

        core.behave();
        change();
        settled();
        assertThat(clients.rest("GET", "/api/v1/transactions/" + newest.path("transaction"), "", "")
                        .body()
                        .at("/targets/0/status")
                        .asText())
                .isEqualTo("applied");
    }

    @Test
    void refusalIsToldToAWaitingRestClient() {
        core.failNextWrites(1000, 400);

        intended++;
        Clients.Answer answer =
                clients.rest("PATCH", "/aether/v2.1.x/acme/site/here/device-group/group/mbr", bandwidth(), "wait=10");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(502);
        assertThat(answer.body().path("type").asText()).endsWith("refused");
        assertThat(answer.body().path("target").asText()).isEqualTo("acme");
        assertThat(answer.body().path("detail").asText()).contains("told to fail with status 400");
        assertThat(answer.body().at("/targets/0/reason").asText()).contains("told to fail with status 400");
        core.behave();
        change();
        settled();
    }

    /** Asks for another bandwidth, and does not wait for SD-Core. */
    private void change() {
        intended++;
        put("acme", BANDWIDTH, bandwidth());
    }

    private String bandwidth() {
        return "{\"uplink\":\"%1$d\",\"downlink\":\"%1$d\"}".formatted(intended);
    }

    /** SD-Core holds what was asked for last, and the server says so. */
    private void settled() {
        await("SD-Core is as intended").atMost(SETTLED).untilAsserted(() -> {
            assertThat(core.object(Kind.DEVICE_GROUP, "group"))
                    .hasValueSatisfying(group -> assertThat(
                                    group.findValue("dnn-mbr-downlink").asLong())
                            .isEqualTo(intended));
            assertThat(core.object(Kind.NETWORK_SLICE, "slice-1")).isPresent();
        });
        await("the target is in sync").atMost(SETTLED).untilAsserted(() -> {
            JsonNode state = state();
            assertThat(state.path("sync").asText()).isEqualTo("in-sync");
            assertThat(state.path("applied-revision")).isEqualTo(state.path("intended-revision"));
        });
    }

    /** The target's state as the server shows it, without module names. */
    private JsonNode state() {
        try {
            JsonNode state = JSON.readTree(clients.get("system", TARGET + "/state"));
            var plain = JSON.createObjectNode();
            state.properties()
                    .forEach(leaf ->
                            plain.set(leaf.getKey().substring(leaf.getKey().indexOf(':') + 1), leaf.getValue()));
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String target, String path, String json) {
        clients.commit(target, path, json, DEADLINE);
    }
}
