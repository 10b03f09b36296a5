package dev.trimtab.app;

import dev.trimtab.app.gnmi.GnmiServer;
import dev.trimtab.app.identity.Authenticator;
import dev.trimtab.app.identity.LocalUsers;
import dev.trimtab.app.identity.Tokens;
import dev.trimtab.app.policy.OpaAuthorizer;
import dev.trimtab.app.policy.WasmPolicy;
import dev.trimtab.app.raft.RaftConfigStore;
import dev.trimtab.app.raft.RaftSettings;
import dev.trimtab.app.rest.RestServer;
import dev.trimtab.app.southbound.GnmiConnector;
import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.southbound.Southbound;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.Targets;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.TransactionService;
import dev.trimtab.core.transaction.TransactionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** One server: builds every part in the order of its dependencies, and closes them in the reverse. */
public final class Server implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final int gnmiPort;
    private final int restPort;

    private Server(ServerConfig config, Consumer<String> say) throws IOException {
        Path data = dataFolder(config.data());
        Clock clock = Clock.systemUTC();
        ConfigStore store = keep(RaftConfigStore.open(
                RaftSettings.singleNode(data.resolve("raft")).withCommitTimeout(config.limits().commitTimeout())));
        Models models = keep(new ModelLoader(config.plugins())).load();
        Authenticator authenticator = authenticator(config, data, clock, say);
        Authorizer authorizer = new OpaAuthorizer(WasmPolicy.bundled());

        var feed = new ChangeFeed(config.limits().changesHeld());
        var targets = new Targets(feed);
        var transactions = keep(new TransactionService(
                store,
                models,
                targets,
                authorizer,
                clock,
                TransactionSettings.DEFAULT.withOperationsMax(config.limits().setOperationsMax())));
        transactions.start();
        var southbound = keep(new Southbound(
                store, targets, new GnmiConnector(config.limits().messageBytesMax()), clock, "server-1"));
        southbound.start();
        var reads = new ReadService(targets, authorizer);
        var history = new History(store, authorizer);

        var core = new Edges(transactions, reads, history, southbound, models, authenticator);
        gnmiPort = keep(GnmiServer.start(config, core)).port();
        restPort = keep(RestServer.start(config, core)).port();
        parts.push(feed::close); // first of all: whoever waits for changes returns
    }

    /**
     * Starts a server and returns when it serves.
     *
     * @param say gets the sentences that the person who starts it must see
     * @throws StartException in one sentence, when it cannot start; nothing is left running
     */
    public static Server start(ServerConfig config, Consumer<String> say) {
        try {
            return new Server(config, say);
        } catch (IOException e) {
            throw new StartException("the server cannot start: " + e.getMessage(), e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private static Path dataFolder(Path folder) {
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
        LocalUsers.Opened users = LocalUsers.open(data, clock);
        users.firstPassword()
                .ifPresent(password -> say.accept(
                        "user admin has the password " + password + " ; it is shown this once, and kept as a hash only"));
        var settings = new Tokens.Settings("trimtab", "trimtab", config.limits().tokenLifetime());
        return new Authenticator(users.users(), Tokens.open(data, settings, clock));
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
                org.slf4j.LoggerFactory.getLogger(Server.class)
                        .atWarn()
                        .setCause(e)
                        .log("a part of the server did not close cleanly");
            }
        }
    }
}
