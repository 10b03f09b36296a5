package dev.trimtab.core.southbound;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.target.Change;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.ConnectionSettings;
import dev.trimtab.core.target.TargetSettings;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one reconciler for each target with a connection, and hands it the target's changes.
 *
 * <p>Thread-safe.
 */
public final class Southbound implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Southbound.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ConfigStore store;
    private final Targets targets;
    private final Connector connector;
    private final InstantSource clock;
    private final String holder;
    private final Results results;
    private final Map<TargetId, Running> running = new HashMap<>();
    private final Thread dispatcher =
            Thread.ofVirtual().name("trimtab-southbound").unstarted(this::dispatch);
    private long seen;
    private volatile boolean closed;

    private record Running(TargetSettings settings, Backlog backlog, StateReport report, Thread thread) {
        void end() {
            backlog.close();
            report.end();
        }
    }

    /** @param holder name of this server, noted with the mastership of each target */
    public Southbound(ConfigStore store, Targets targets, Connector connector, InstantSource clock, String holder) {
        this.store = store;
        this.targets = targets;
        this.connector = connector;
        this.clock = clock;
        this.holder = holder;
        this.results = new Results(store);
    }

    /** Begins to reconcile every target; called once, after the transaction service has started. */
    public void start() {
        results.start();
        seen = targets.feed().last(); // before any reconciler reads a tree, so that none misses a change
        dispatcher.start();
        targets.onSettings(this::follow);
        followAll();
    }

    private void followAll() {
        targets.all().stream()
                .map(view -> view.snapshot().target())
                .filter(target -> targets.settings(target).isPresent())
                .forEach(this::follow);
    }

    /** Whether the target has a backend, which is kept as the configuration says. */
    public boolean drives(TargetId target) {
        return targets.settings(target)
                .map(settings -> settings.connection() != null)
                .orElse(false);
    }

    /**
     * What the backends answered to a transaction, once all that have a connection did, or what there is after {@code wait}.
     *
     * @param revisions the transaction's targets, each with the revision it came to
     */
    public List<TargetResult> awaitResults(long index, Map<TargetId, Revision> revisions, Duration wait)
            throws InterruptedException {
        Map<TargetId, Revision> asked = new HashMap<>(revisions);
        asked.keySet().removeIf(target -> !drives(target));
        return results.await(index, asked, wait);
    }

    /** Starts, ends or restarts a target's reconciler as its settings say. */
    private synchronized void follow(TargetId target) {
        TargetSettings wanted = targets.settings(target).orElse(null);
        Running present = running.get(target);
        if (present != null && !present.settings().equals(wanted)) {
            present.end();
            running.remove(target);
            present = null;
        }
        if (closed || present != null) {
            return;
        }
        var report = new StateReport(target, targets, clock);
        if (wanted == null) {
            report.removed();
        } else if (wanted.connection() == null) {
            report.unconnected();
        } else {
            running.put(target, launch(wanted, wanted.connection(), report));
        }
    }

    private Running launch(TargetSettings settings, ConnectionSettings connection, StateReport report) {
        TargetId target = settings.target();
        var backlog = new Backlog();
        var context = new Reconciler.Context(settings, targets, results, report, clock);
        Thread thread =
                Thread.ofVirtual().name("trimtab-reconcile-" + target).start(() -> drive(context, connection, backlog));
        return new Running(settings, backlog, report, thread);
    }

    /** Runs a reconciler until it is closed; one that fails begins again with the whole configuration. */
    private void drive(Reconciler.Context context, ConnectionSettings connection, Backlog backlog) {
        TargetId target = context.settings().target();
        try {
            while (!backlog.isClosed()) {
                try {
                    long term = store.acquire("target/" + target, holder);
                    backlog.signal();
                    new Reconciler(context, connector.connect(target, connection, backlog::signal), backlog, term)
                            .run();
                } catch (FailureException e) {
                    log.atWarn()
                            .addKeyValue("target", target)
                            .addKeyValue("reason", e.failure().message())
                            .log("mastership is not taken yet");
                    backlog.rest(PAUSE.toMillis());
                } catch (RuntimeException e) {
                    log.atError().addKeyValue("target", target).setCause(e).log("reconciler failed");
                    backlog.rest(PAUSE.toMillis());
                }
            }
        } catch (InterruptedException e) {
            log.atDebug().addKeyValue("target", target).log("reconciler is told to stop");
        }
    }

    private void dispatch() {
        try {
            while (!closed) {
                switch (targets.feed().after(seen, LOOK)) {
                    case ChangeFeed.Batch.Changes(List<Change> changes) -> {
                        changes.forEach(this::hand);
                        seen = changes.isEmpty() ? seen : changes.getLast().sequence();
                    }
                    case ChangeFeed.Batch.Lagged() -> {
                        seen = targets.feed().last();
                        restartAll();
                    }
                    case ChangeFeed.Batch.Closed() -> {
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            log.atDebug().log("southbound is told to stop");
        }
    }

    private synchronized void hand(Change change) {
        Running present = running.get(change.target());
        if (present != null && change.tree() == Change.Tree.INTENDED) {
            present.backlog().add(change);
        }
    }

    /** Changes were missed: each reconciler begins again with the whole configuration. */
    private synchronized void restartAll() {
        running.values().forEach(Running::end);
        running.clear();
        followAll();
    }

    @Override
    public void close() {
        closed = true;
        dispatcher.interrupt();
        synchronized (this) {
            running.values().forEach(present -> {
                present.end();
                present.thread().interrupt();
            });
            running.clear();
        }
        results.close();
    }
}
