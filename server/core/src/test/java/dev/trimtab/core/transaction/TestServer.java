package dev.trimtab.core.transaction;

import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The transaction service on a store in memory; it can be started again on the same log, as after a restart. */
public final class TestServer implements AutoCloseable {
    /** May do everything where the authorizer is not another one. */
    public static final Principal ADMIN = new Principal("admin", Set.of("administrator"), "password");

    private static final int CHANGES_HELD = 4096;

    private final ConfigStore store = ConfigStore.inMemory();
    private final Plugins plugins;
    private final Authorizer authorizer;
    private Models models;
    private Targets targets;
    private TransactionService service;

    /** Everybody may do everything, and no model has code. */
    public TestServer(Models models) {
        this(models, Plugins.NONE, (_, _, _) -> PolicyDecision.EVERYTHING);
    }

    /** The same, with another feed. */
    public TestServer(Models models, ChangeFeed feed) {
        this(models, Plugins.NONE, (_, _, _) -> PolicyDecision.EVERYTHING, feed);
    }

    TestServer(Models models, Plugins plugins, Authorizer authorizer) {
        this(models, plugins, authorizer, new ChangeFeed(CHANGES_HELD));
    }

    private TestServer(Models models, Plugins plugins, Authorizer authorizer, ChangeFeed feed) {
        this.plugins = plugins;
        this.authorizer = authorizer;
        this.models = models;
        this.targets = new Targets(feed);
        this.service = start(TransactionSettings.DEFAULT);
    }

    private TransactionService start(TransactionSettings settings) {
        var started = new TransactionService(store, models, plugins, targets, authorizer, Clock.systemUTC(), settings);
        started.start();
        return started;
    }

    /** Another service on the same log, which has only the log to know the configuration from. */
    void restart() {
        restart(models, TransactionSettings.DEFAULT);
    }

    void restart(Models builtIn, TransactionSettings settings) {
        service.close();
        models = builtIn;
        targets = new Targets(new ChangeFeed(CHANGES_HELD));
        service = start(settings);
    }

    /** A change by {@link #ADMIN}. */
    public CommitResult commit(Operation... operations) {
        return service.commit(new Command(ADMIN, List.of(operations)));
    }

    /** Merges JSON, whose names need no module. */
    public static Operation update(TargetId target, String path, String json) {
        return new Operation.Update(
                target, Path.parse(path), new Value.Json(json.getBytes(StandardCharsets.UTF_8), false));
    }

    public ConfigStore store() {
        return store;
    }

    Models models() {
        return models;
    }

    public Targets targets() {
        return targets;
    }

    TransactionService service() {
        return service;
    }

    @Override
    public void close() {
        service.close();
        store.close();
    }
}
