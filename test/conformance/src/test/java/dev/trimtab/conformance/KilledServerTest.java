package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight clients write while the server is killed again and again; what it acknowledged is there, what it refused is not, and SD-Core
 * comes to the same.
 */
@Tag("slow")
class KilledServerTest {
    private static final int KILLS = 20;
    private static final int CLIENTS = 8;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String GROUP = "/site[site-id=here]/device-group[device-group-id=group-%d]/mbr";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final long[] acknowledged = new long[CLIENTS];
    private final long[] attempted = new long[CLIENTS];

    @TempDir
    private java.nio.file.Path folder;

    @Test
    @DisplayName("SET-19: what was acknowledged is there after the server is killed, twenty times")
    void killedTwentyTimesWhileEightClientsWrite() throws Exception {
        try (SimulatedSdCore core = SimulatedSdCore.start();
                AdapterServer adapter = adapter()) {
            try (ServerProcess server = start();
                    var clients = new Clients(server)) {
                prepare(clients, adapter.port(), core.coreEndpoint());
            }
            for (int kill = 0; kill < KILLS; kill++) {
                ServerProcess server = start();
                try (var clients = new Clients(server)) {
                    check(clients);
                    writeUntilKilled(server, clients);
                }
            }
            try (ServerProcess server = start();
                    var clients = new Clients(server)) {
                check(clients);
                checkHistory(clients);
                await("SD-Core is as intended")
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> checkCore(core, clients));
            }
        }
        assertThat(acknowledged).as("acknowledged changes, seed %d", seed).doesNotContain(0);
    }

    private AdapterServer adapter() throws IOException {
        return SdCoreAdapter.start(
                AdapterSettings.of("127.0.0.1", 0, folder.resolve("adapter")), SdCoreSettings.defaults());
    }

    private ServerProcess start() {
        java.nio.file.Path jar =
                java.nio.file.Path.of(System.getProperty("trimtab.home"), "server/app/target/trimtab-server.jar");
        String program = System.getProperty("java.home") + "/bin/java";
        return ServerProcess.start(
                List.of(program, "-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar", jar.toString()),
                folder.resolve("server"),
                new TreeMap<>());
    }

    private static void prepare(Clients clients, int adapterPort, String coreEndpoint) {
        put(clients, "system", "/system/targets/target[name=acme]", """
                {"model":"aether","version":"2.1.0",
                 "connection":{"address":"127.0.0.1","port":%d,"tls":false}}""".formatted(adapterPort));
        var groups = new ArrayList<String>();
        var members = new ArrayList<String>();
        for (int i = 0; i < CLIENTS; i++) {
            groups.add("""
                    {"device-group-id":"group-%d","ip-domain":"pool","mbr":{"uplink":"0","downlink":"0"},
                     "traffic-class":"gold"}""".formatted(i));
            members.add("{\"device-group\":\"group-%d\"}".formatted(i));
        }
        put(clients, "acme", "/", """
                {"onf-traffic-class:traffic-class":[{"traffic-class-id":"gold"}],
                 "onf-site:site":[{"site-id":"here",
                  "imsi-definition":{"mcc":"208","mnc":"93","enterprise":1,"format":"CCCNNEEESSSSSSS"},
                  "connectivity-service":{"core-5g":{"endpoint":"%s"}},
                  "ip-domain":[{"ip-domain-id":"pool","dnn":"internet","subnet":"10.1.0.0/16"}],
                  "device-group":[%s],
                  "slice":[{"slice-id":"slice-1","sst":"1","sd":"010203","default-behavior":"ALLOW-ALL",
                            "device-group":[%s]}]}]}""".formatted(coreEndpoint, String.join(",", groups), String.join(",", members)));
    }

    private void writeUntilKilled(ServerProcess server, Clients clients) throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                running.add(writers.submit(() -> write(server, clients, number)));
            }
            long life = random.nextLong(200, 1500);
            TimeUnit.MILLISECONDS.sleep(life); // the moment of the kill is what is random, nothing is waited for
            server.kill();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /** Writes two leaves at once, each time higher, and every fifth time a pair that the model refuses. */
    private void write(ServerProcess server, Clients clients, int client) {
        while (server.isAlive()) {
            try {
                long next = attempted[client] + 1;
                if (next % 5 == 0) {
                    refuse(clients, client, next);
                }
                attempted[client] = next;
                set(clients, client, "{\"uplink\":\"%1$d\",\"downlink\":\"%1$d\"}".formatted(next));
                acknowledged[client] = next;
            } catch (StatusRuntimeException e) {
                assertThat(e.getStatus().getCode())
                        .as("what a client sees of a kill: %s", e.getMessage())
                        .isIn(Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.CANCELLED);
            }
        }
    }

    private static void refuse(Clients clients, int client, long next) {
        try {
            set(clients, client, "{\"uplink\":\"%d\",\"downlink\":\"-1\"}".formatted(next + 1_000_000_000));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT) {
                return;
            }
            throw e;
        }
        throw new AssertionError("a negative bandwidth was accepted");
    }

    /** What was acknowledged is there, or something newer that was sent; both leaves of a pair are of one change. */
    private void check(Clients clients) throws IOException {
        for (int client = 0; client < CLIENTS; client++) {
            JsonNode pair = JSON.readTree(clients.get("acme", GROUP.formatted(client)));
            long uplink = leaf(pair, "uplink");
            assertThat(uplink)
                    .as("client %d, seed %d", client, seed)
                    .isBetween(acknowledged[client], attempted[client])
                    .isEqualTo(leaf(pair, "downlink"));
            acknowledged[client] = uplink;
        }
    }

    private static long leaf(JsonNode pair, String name) {
        return StreamSupport.stream(((Iterable<Map.Entry<String, JsonNode>>) pair.properties()).spliterator(), false)
                .filter(member -> member.getKey().endsWith(name))
                .mapToLong(member -> member.getValue().asLong())
                .findFirst()
                .orElseThrow();
    }

    /** Transactions have no gap, and neither have the revisions of each target. */
    private static void checkHistory(Clients clients) {
        Map<String, Long> revisions = new HashMap<>();
        long expected = 0;
        for (JsonNode transaction : history(clients)) {
            assertThat(transaction.path("transaction").asLong()).isEqualTo(++expected);
            for (JsonNode target : transaction.path("targets")) {
                long before = revisions.getOrDefault(target.path("target").asText(), 0L);
                assertThat(target.path("revision").asLong()).isEqualTo(before + 1);
                revisions.put(target.path("target").asText(), before + 1);
            }
        }
        assertThat(expected).isGreaterThan(KILLS);
    }

    /** Every transaction, the oldest first. */
    private static List<JsonNode> history(Clients clients) {
        List<JsonNode> all = new ArrayList<>();
        long before = Long.MAX_VALUE;
        while (before > 1) {
            JsonNode page = clients.rest("GET", "/api/v1/transactions?limit=500&before=" + before, "", "")
                    .body()
                    .path("transactions");
            assertThat(page).isNotEmpty();
            page.forEach(all::add);
            before = all.getLast().path("transaction").asLong();
        }
        return all.reversed();
    }

    private static void checkCore(SimulatedSdCore core, Clients clients) throws IOException {
        for (int client = 0; client < CLIENTS; client++) {
            long intended = leaf(JSON.readTree(clients.get("acme", GROUP.formatted(client))), "downlink");
            JsonNode group = core.object(Kind.DEVICE_GROUP, "group-" + client).orElseThrow();
            assertThat(group.findValue("dnn-mbr-downlink").asLong()).isEqualTo(intended);
        }
    }

    private static void set(Clients clients, int client, String json) {
        put(clients, "acme", GROUP.formatted(client), json);
    }

    private static void put(Clients clients, String target, String path, String json) {
        clients.commit(target, path, json, DEADLINE);
    }
}
