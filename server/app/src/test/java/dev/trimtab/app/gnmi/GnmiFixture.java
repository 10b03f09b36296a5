package dev.trimtab.app.gnmi;

import dev.trimtab.app.identity.Credentials;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.authz.PathRule;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.southbound.Connector;
import dev.trimtab.core.southbound.Southbound;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.SystemModel;
import dev.trimtab.core.target.Targets;
import dev.trimtab.core.transaction.TransactionService;
import dev.trimtab.core.transaction.TransactionSettings;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.YangResources;
import dev.trimtab.plugin.aether.v2_1.Aether21Plugin;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A whole server behind a real socket, on the in-memory store, with a small model and Aether 2.1. */
final class GnmiFixture implements AutoCloseable {
    /** May do everything. */
    static final Credentials.Basic ADMIN = new Credentials.Basic("admin", "right");
    /** May read everything and write nothing. */
    static final Credentials.Basic READER = new Credentials.Basic("reader", "right");
    /** May read and write everything but {@code /box/name}. */
    static final Credentials.Basic PARTIAL = new Credentials.Basic("partial", "right");
    /** May do nothing. */
    static final Credentials.Basic NOBODY = new Credentials.Basic("nobody", "right");

    /** Loaded once: parsing the modules takes most of a test's time. */
    private static final ServedModel SYSTEM = ServedModel.of(SystemModel.load());

    private static final List<ServedModel> OTHERS = List.of(
            served(new ModelDescription(
                    new ModelId("demo", "1.0.0"),
                    "Demo",
                    new YangResources(GnmiFixture.class.getClassLoader())
                            .implemented("yang", "demo", "demo-notes")
                            .imported("yang", "ietf-yang-metadata@2016-08-05")
                            .sources())),
            served(new Aether21Plugin().describe()));

    final Targets targets;
    final TransactionService transactions;
    final GnmiServer server;
    private final ChangeFeed feed;
    private final Southbound southbound;

    GnmiFixture(GnmiSettings settings, int changesHeld, Connector connector) throws IOException {
        var models = new Models(SYSTEM, OTHERS);
        ConfigStore store = ConfigStore.inMemory();
        Clock clock = Clock.systemUTC();
        feed = new ChangeFeed(changesHeld);
        targets = new Targets(feed);
        Authorizer authorizer = GnmiFixture::decide;
        transactions = new TransactionService(
                store,
                models,
                Plugins.NONE,
                targets,
                authorizer,
                clock,
                TransactionSettings.DEFAULT.withOperationsMax(1000));
        transactions.start();
        southbound = new Southbound(store, targets, connector, clock, "test");
        southbound.start();
        var services = new GnmiServices(models, new ReadService(targets, authorizer), transactions, southbound);
        server = new GnmiServer(settings, services, GnmiFixture::authenticate, clock);
        server.start();
    }

    static GnmiFixture start() throws IOException {
        return new GnmiFixture(GnmiSettings.at("127.0.0.1", 0), 10_000, (_, _, _) -> {
            throw new IllegalStateException("no target of this test has a backend");
        });
    }

    private static ServedModel served(ModelDescription description) {
        return ServedModel.of(LoadedModel.load(description));
    }

    /** As {@code name}; closes with the client. */
    GnmiClient client(Credentials.Basic name) {
        return new GnmiClient(server.port(), name);
    }

    private static Principal authenticate(Credentials credentials) {
        if (credentials instanceof Credentials.Basic(String user, String password) && password.equals("right")) {
            return new Principal(user, Set.of(), "password");
        }
        throw new Failure.Unauthenticated("name and password are wrong").asException();
    }

    private static PolicyDecision decide(Principal principal, Action action, TargetId target) {
        return switch (principal.subject()) {
            case "admin" -> PolicyDecision.EVERYTHING;
            case "reader" -> action == Action.WRITE ? PolicyDecision.NOTHING : PolicyDecision.EVERYTHING;
            case "partial" ->
                new PolicyDecision(List.of(
                        new PathRule(PathRule.Effect.ALLOW, Path.ROOT),
                        new PathRule(PathRule.Effect.DENY, Path.parse("/box/name"))));
            default -> PolicyDecision.NOTHING;
        };
    }

    @Override
    public void close() {
        server.close();
        feed.close();
        southbound.close();
        transactions.close();
    }
}
