package dev.trimtab.app;

import dev.trimtab.app.gnmi.GnmiServer;
import dev.trimtab.app.identity.Authenticator;
import dev.trimtab.app.identity.LocalUsers;
import dev.trimtab.app.identity.Tokens;
import dev.trimtab.app.plugin.ModelPlugins;
import dev.trimtab.app.plugin.PluginFolder;
import dev.trimtab.app.policy.OpaAuthorizer;
import dev.trimtab.app.policy.WasmPolicy;
import dev.trimtab.app.raft.RaftConfigStore;
import dev.trimtab.app.raft.RaftSettings;
import dev.trimtab.app.rest.RestServer;
import dev.trimtab.app.southbound.GnmiConnector;
import dev.trimtab.app.start.Edges;
import dev.trimtab.app.start.ServerConfig;
import dev.trimtab.app.start.StartException;
import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.pick.PickService;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.southbound.Southbound;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.ModelReport;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.Targets;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.TransactionService;
import dev.trimtab.core.transaction.TransactionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server: builds every part in the order of its dependencies, and closes them in the reverse. */
public final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final Duration START_MAX = Duration.ofSeconds(60);
    /** Noted with the mastership of each target. */
    private static final String NAME = "server-1";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private int gnmiPort;
    private int restPort;

    private Server() {}

    private void open(ServerConfig config, Consumer<String> say) throws IOException {
        Path data = dataFolder(config.data());
        Clock clock = Clock.systemUTC();
        CompletableFuture<WasmPolicy> policy = CompletableFuture.supplyAsync(WasmPolicy::bundled);
        ModelLoader program = keep(new ModelLoader());
        CompletableFuture<Models> loaded = CompletableFuture.supplyAsync(program::load);
        ConfigStore store = keep(RaftConfigStore.open(RaftSettings.singleNode(data)
                .withTimeouts(START_MAX, config.limits().commitTimeout())));
        Authenticator authenticator = authenticator(config, data, clock, say);
        Models models = ready(loaded);
        Authorizer authorizer = new OpaAuthorizer(ready(policy));

        var feed = new ChangeFeed(config.limits().changesHeld());
        var targets = new Targets(feed);
        ModelPlugins plugins = keep(new ModelPlugins(
                models, config.plugins().bounds(), config.plugins().tls().orElse(null)));
        program.plugins(plugins::builtIn);
        var transactions = keep(new TransactionService(
                store,
                models,
                plugins,
                targets,
                authorizer,
                clock,
                TransactionSettings.DEFAULT
                        .withOperationsMax(config.limits().setOperationsMax())
                        .withModels(config.limits().models())));
        transactions.start();
        var report = new ModelReport(models, targets, clock);
        plugins.start(report);
        keep(PluginFolder.open(
                config.plugins(), data, new PluginFolder.Services(models, plugins, transactions, report)));
        var southbound = keep(
                new Southbound(store, targets, new GnmiConnector(config.limits().messageBytesMax()), clock, NAME));
        southbound.start();
        var reads = new ReadService(targets, authorizer);
        var edges = new Edges(
                transactions,
                reads,
                new History(store, authorizer),
                new PickService(reads, plugins),
                southbound,
                models,
                authenticator);
        gnmiPort = keep(GnmiServer.start(config, edges)).port();
        restPort = keep(RestServer.start(config, edges)).port();
        keep(feed::close); // closed first: whoever waits for changes returns
    }

    private static <T> T ready(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartException start ? start : e;
        }
    }

    /**
     * Starts a server and returns when it serves.
     *
     * @param say gets the sentences that the person who starts it must see
     * @throws StartException in one sentence, when it cannot start; nothing is left running
     */
    public static Server start(ServerConfig config, Consumer<String> say) {
        var server = new Server();
        try {
            server.open(config, say);
            return server;
        } catch (StartException e) {
            server.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw new StartException("the server cannot start: " + e.getMessage(), e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private static Path dataFolder(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StartException("the data folder " + folder.toAbsolutePath() + " is a file");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StartException("the data folder " + folder.toAbsolutePath() + " cannot be made: " + e, e);
        }
        if (!Files.isWritable(folder)) {
            throw new StartException("the data folder " + folder.toAbsolutePath() + " is not writable");
        }
        return folder;
    }

    private static Authenticator authenticator(ServerConfig config, Path data, Clock clock, Consumer<String> say) {
        LocalUsers.Opened users = users(data, clock);
        users.firstPassword()
                .ifPresent(password -> say.accept("user admin has the password " + password
                        + " ; it is shown this once, and kept as a hash only"));
        var settings = new Tokens.Settings("trimtab", "trimtab", config.limits().tokenLifetime());
        return new Authenticator(users.users(), Tokens.open(data, settings, clock));
    }

    private static LocalUsers.Opened users(Path data, Clock clock) {
        try {
            return LocalUsers.open(data, clock);
        } catch (IllegalStateException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    public int gnmiPort() {
        return gnmiPort;
    }

    public int restPort() {
        return restPort;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                log.atWarn().setCause(e).log("a part of the server did not close cleanly");
            }
        }
    }
}
