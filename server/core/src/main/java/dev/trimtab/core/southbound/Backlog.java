package dev.trimtab.core.southbound;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.target.Change;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one target that its backend has not confirmed, and the signals its reconciler waits for.
 *
 * <p>Bounded: beyond {@value #CHANGES_MAX} changes the paths are forgotten and the whole configuration is sent. Thread-safe.
 */
final class Backlog {
    private static final int CHANGES_MAX = 1000;

    private final List<Step> steps = new ArrayList<>();
    /** Where the steps lead; null while there are none. */
    private @Nullable TargetSnapshot newest;
    /** Revision of the newest change whose paths were forgotten; null while none are. */
    private @Nullable Revision forgotten;

    private boolean signalled;
    private boolean closed;

    /**
     * One change, without its trees and its content, of which many would fill the heap while a backend is away.
     *
     * @param touched paths of its edits
     */
    record Step(Revision revision, long transaction, List<Path> touched) {}

    /**
     * What waits to be sent.
     *
     * @param newest where the steps lead; null if there are none
     */
    record Waiting(List<Step> steps, @Nullable TargetSnapshot newest, boolean overflowed) {}

    synchronized void add(Change change) {
        newest = change.view().snapshot();
        if (steps.size() < CHANGES_MAX) {
            List<Path> touched = change.edits().stream().map(Edit::path).toList();
            steps.add(new Step(newest.revision(), change.transaction(), touched));
        } else {
            forgotten = newest.revision();
        }
        signal();
    }

    synchronized void signal() {
        signalled = true;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized Waiting waiting() {
        return new Waiting(List.copyOf(steps), newest, forgotten != null);
    }

    /** Drops what was confirmed: every change up to {@code revision}; what came meanwhile still waits. */
    synchronized void confirmed(Revision revision) {
        steps.removeIf(step -> step.revision().compareTo(revision) <= 0);
        newest = steps.isEmpty() ? null : newest;
        if (forgotten != null && forgotten.compareTo(revision) <= 0) {
            forgotten = null;
        }
    }

    /** Returns after {@code millis}, whatever is signalled meanwhile; earlier when closed. */
    synchronized void rest(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0 && !closed; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
    }

    /** Returns after a signal, or after {@code millis}; false when closed. */
    @SuppressWarnings("WaitNotInLoop") // a time limit is one of the reasons to return
    synchronized boolean await(long millis) throws InterruptedException {
        if (!signalled && !closed) {
            wait(millis);
        }
        signalled = false;
        return !closed;
    }
}
