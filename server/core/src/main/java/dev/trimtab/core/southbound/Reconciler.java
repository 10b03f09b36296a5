package dev.trimtab.core.southbound;

import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.target.TargetSettings;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.core.target.TargetView;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one target's backend to the intended configuration.
 *
 * <p>Signals say that something changed, never what: each round reads intended and applied, sends the difference, and may run
 * twice. In a new session with the backend nothing is taken for granted: it gets the whole configuration, as one atomic change.
 */
final class Reconciler implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration RETRY_FIRST = Duration.ofMillis(200);
    private static final Duration RETRY_MAX = Duration.ofSeconds(10);
    private static final Duration REFUSED_RETRY = Duration.ofSeconds(60);

    private final TargetId target;
    private final ModelId model;
    private final Targets targets;
    private final Backend backend;
    private final Backlog backlog;
    private final Results results;
    private final StateReport report;
    private final InstantSource clock;
    private final long term;

    /** What the backend confirmed in the present session; null when that is not known. */
    private @Nullable TargetSnapshot applied;

    private long session;
    private Duration pause = RETRY_FIRST;

    Reconciler(Context context, Backend backend, Backlog backlog, long term) {
        this.target = context.settings().target();
        this.model = context.settings().model();
        this.targets = context.targets();
        this.results = context.results();
        this.report = context.report();
        this.clock = context.clock();
        this.backend = backend;
        this.backlog = backlog;
        this.term = term;
    }

    /** What every reconciler of a server shares, and the settings it works by. */
    record Context(
            TargetSettings settings, Targets targets, Results results, StateReport report, InstantSource clock) {}

    @Override
    public void run() {
        try (backend) {
            report.term(term);
            long wait = 0;
            while (backlog.await(wait)) {
                wait = round();
            }
        } catch (InterruptedException e) {
            log.atDebug().addKeyValue("target", target).log("reconciler is told to stop");
        }
    }

    /** One look and, where it is needed, one change; answers the milliseconds to wait for a signal, 0 for without end. */
    private long round() throws InterruptedException {
        Optional<TargetView> view = targets.find(target);
        if (view.isEmpty() || !view.get().model().id().equals(model)) {
            return 0; // the settings are about to change, or the trees are: another reconciler comes, or another signal
        }
        TargetSnapshot intended = view.get().snapshot();
        report.intended(intended.revision());
        long present = backend.session();
        if (present == 0) {
            session = 0;
            report.disconnected();
            return 0;
        }
        if (present != session) {
            session = present;
            applied = null;
            report.connected();
        }
        Backlog.Waiting waiting = backlog.waiting();
        return applied == null || waiting.overflowed()
                ? send(Difference.whole(term, intended), intended, waiting)
                : follow(applied, waiting);
    }

    /** Goes as far as the changes that were handed over: the trees may be ahead of them, and what differs there is not known yet. */
    private long follow(TargetSnapshot from, Backlog.Waiting waiting) throws InterruptedException {
        TargetSnapshot to = waiting.newest();
        if (to == null || to.revision().compareTo(from.revision()) <= 0) {
            backlog.confirmed(from.revision());
            return 0;
        }
        return send(Difference.between(term, from, to, touched(waiting, from)), to, waiting);
    }

    private long send(BackendChange change, TargetSnapshot intended, Backlog.Waiting waiting)
            throws InterruptedException {
        report.pending();
        try {
            if (!change.isEmpty()) {
                backend.set(change);
            }
        } catch (BackendRefusedException e) {
            return refused(intended, waiting, e);
        } catch (BackendUnavailableException e) {
            return unavailable(e);
        }
        applied = intended;
        pause = RETRY_FIRST;
        backlog.confirmed(intended.revision());
        note(intended.transaction(), intended.revision(), TargetResult.Status.APPLIED, "");
        report.applied(intended.revision());
        log.atInfo()
                .addKeyValue("target", target)
                .addKeyValue("transaction", intended.transaction())
                .addKeyValue("revision", intended.revision().value())
                .log("applied by the backend");
        backlog.signal(); // something may have been committed meanwhile
        return 0;
    }

    private long refused(TargetSnapshot intended, Backlog.Waiting waiting, BackendRefusedException refusal)
            throws InterruptedException {
        pause = RETRY_FIRST;
        for (Backlog.Step step : waiting.steps()) {
            if (step.revision().compareTo(intended.revision()) < 0) {
                note(step.transaction(), step.revision(), TargetResult.Status.REFUSED, reason(refusal));
            }
        }
        note(intended.transaction(), intended.revision(), TargetResult.Status.REFUSED, reason(refusal));
        report.refused(reason(refusal));
        log.atWarn()
                .addKeyValue("target", target)
                .addKeyValue("transaction", intended.transaction())
                .addKeyValue("reason", reason(refusal))
                .log("refused by the backend");
        return REFUSED_RETRY.toMillis();
    }

    private long unavailable(BackendUnavailableException reason) {
        // Whether it changed is not known, so the next change is the whole configuration.
        applied = null;
        report.unreachable(reason(reason));
        log.atWarn()
                .addKeyValue("target", target)
                .addKeyValue("reason", reason(reason))
                .log("backend did not answer");
        Duration now = pause;
        pause = pause.multipliedBy(2).compareTo(RETRY_MAX) > 0 ? RETRY_MAX : pause.multipliedBy(2);
        return now.toMillis();
    }

    private static String reason(Exception exception) {
        return String.valueOf(exception.getMessage());
    }

    private void note(long transaction, Revision revision, TargetResult.Status status, String message)
            throws InterruptedException {
        if (transaction > 0) {
            results.add(List.of(new TargetResult(target, transaction, revision, status, clock.instant(), message)));
        }
    }

    private static List<Path> touched(Backlog.Waiting waiting, TargetSnapshot applied) {
        return waiting.steps().stream()
                .filter(step -> step.revision().compareTo(applied.revision()) > 0)
                .flatMap(step -> step.touched().stream())
                .toList();
    }
}
