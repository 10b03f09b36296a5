package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.app.identity.Authenticator;
import dev.trimtab.app.identity.Credentials;
import dev.trimtab.app.identity.LocalUsers;
import dev.trimtab.app.identity.Tokens;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.authz.PathRule;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.pick.PickService;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.SystemModel;
import dev.trimtab.core.target.Targets;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.TransactionService;
import dev.trimtab.core.transaction.TransactionSettings;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.YangResources;
import dev.trimtab.model.YangSource;
import dev.trimtab.plugin.aether.v2_1.Aether21Plugin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A REST server on a store in memory, with the targets {@code acme} of aether 2.1 and {@code probe} of a model for odd keys.
 *
 * <p>Users: {@code admin} may do everything, {@code reader} may read {@code acme} without its templates, {@code nobody} nothing.
 */
final class RestFixture implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "correct horse";
    /** Loaded once: parsing the modules takes most of a test's time. */
    private static final ServedModel SYSTEM = ServedModel.of(SystemModel.load());

    private static final List<ServedModel> OTHERS = List.of(served(new Aether21Plugin().describe()), served(probe()));

    final List<TargetResult> answers = new ArrayList<>();
    boolean hasBackend;
    private final ConfigStore store = ConfigStore.inMemory();
    private final TransactionService transactions;
    private final RestServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Authenticator authenticator;

    RestFixture(java.nio.file.Path folder) {
        var models = new Models(SYSTEM, OTHERS);
        var targets = new Targets(new ChangeFeed(1000));
        Clock clock = Clock.systemUTC();
        transactions = new TransactionService(
                store, models, Plugins.NONE, targets, RestFixture::access, clock, TransactionSettings.DEFAULT);
        transactions.start();
        authenticator = authenticator(folder, clock);
        Authorizer authorizer = RestFixture::access;
        var services = new RestServices(
                authenticator,
                transactions,
                new ReadService(targets, authorizer),
                new History(store, authorizer),
                new PickService(new ReadService(targets, authorizer), Plugins.NONE),
                models,
                new AnsweringBackends());
        var settings = new RestSettings(
                "127.0.0.1", 0, Optional.empty(), 1 << 20, Duration.ofSeconds(60), Duration.ofSeconds(30));
        server = RestServer.start(settings, services);
        put("/system/v1.0.x/system/system/targets/target/acme", "{'model': 'aether', 'version': '2.1.0'}");
        put("/system/v1.0.x/system/system/targets/target/probe", "{'model': 'probe', 'version': '1.0.0'}");
    }

    private static ServedModel served(ModelDescription description) {
        return ServedModel.of(LoadedModel.load(description));
    }

    private static ModelDescription probe() {
        String text = """
                module probe {
                  yang-version 1.1; namespace "urn:probe"; prefix p;
                  import ietf-yang-metadata { prefix md; }
                  md:annotation seen { type uint64; }
                  md:annotation by { type string; }
                  container things {
                    list thing {
                      key "name";
                      leaf name { type string; }
                      leaf big { type uint64; }
                      leaf exact { type decimal64 { fraction-digits 18; } }
                      leaf-list tag { type string; }
                      leaf flag { type empty; }
                      list part { key "kind number"; leaf kind { type string; } leaf number { type uint8; } leaf note { type string; } }
                    }
                  }
                }
                """;
        var sources = new ArrayList<>(new YangResources(RestFixture.class.getClassLoader())
                .imported("yang", "ietf-yang-metadata@2016-08-05")
                .sources());
        sources.add(new YangSource("probe.yang", text, true));
        return new ModelDescription(new ModelId("probe", "1.0.0"), "Odd keys", sources);
    }

    private static Authenticator authenticator(java.nio.file.Path folder, Clock clock) {
        LocalUsers users = LocalUsers.open(folder, clock).users();
        users.setPassword("admin", PASSWORD);
        users.add("reader", PASSWORD, Set.of("readers"));
        users.add("nobody", PASSWORD, Set.of());
        return new Authenticator(users, Tokens.open(folder, Tokens.Settings.DEFAULT, clock));
    }

    private static PolicyDecision access(Principal principal, Action action, TargetId target) {
        if (principal.groups().contains(LocalUsers.ADMINISTRATOR)) {
            return PolicyDecision.EVERYTHING;
        }
        boolean mayRead = principal.groups().contains("readers") && action == Action.READ;
        return mayRead && target.value().equals("acme")
                ? new PolicyDecision(List.of(
                        new PathRule(PathRule.Effect.ALLOW, Path.ROOT),
                        new PathRule(PathRule.Effect.DENY, Path.parse("/template"))))
                : PolicyDecision.NOTHING;
    }

    /** {@code acme} has a backend when a test gives it answers. */
    private final class AnsweringBackends implements RestServices.Backends {
        @Override
        public boolean has(TargetId target) {
            return hasBackend && target.value().equals("acme");
        }

        @Override
        public List<TargetResult> await(long index, Map<TargetId, Revision> revisions, Duration wait) {
            return answers;
        }
    }

    /** Each user's token is asked for once. */
    String token(String user) {
        return authenticator.login(new Credentials.Basic(user, PASSWORD)).token();
    }

    static String basic(String user) {
        byte[] pair = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + java.util.Base64.getEncoder().encodeToString(pair);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    int port() {
        return server.port();
    }

    ConfigStore store() {
        return store;
    }

    /** A request of {@code admin}; {@code '} in the body stands for {@code "}. */
    Answer send(String method, String path, String body, String... headers) {
        return sendAs(basic("admin"), method, path, body, headers);
    }

    Answer sendAs(String authorization, String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, body, headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    Answer patch(String path, String body, String... headers) {
        return send("PATCH", path, body, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, "", headers);
    }

    /** What the server answered. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return response.body();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + response.body(), e);
            }
        }

        /** Last part of a problem's type; empty when the answer is no problem. */
        String problem() {
            String type = header("content-type").startsWith("application/problem+json")
                    ? json().path("type").asText()
                    : "";
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    @Override
    public void close() {
        server.close();
        transactions.close();
        store.close();
        client.close();
    }
}
