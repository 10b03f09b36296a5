package dev.trimtab.core.southbound;

import dev.trimtab.core.target.Change;
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

    private final List<Change> changes = new ArrayList<>();
    /** Revision of the newest change whose paths were forgotten; null while none are. */
    private @Nullable Revision forgotten;

    private boolean signalled;
    private boolean closed;

    /** What waits to be sent. */
    record Waiting(List<Change> changes, boolean overflowed) {}

    synchronized void add(Change change) {
        if (changes.size() < CHANGES_MAX) {
            changes.add(change);
        } else {
            forgotten = change.view().snapshot().revision();
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
        return new Waiting(List.copyOf(changes), forgotten != null);
    }

    /** Drops what was confirmed: every change up to {@code revision}; what came meanwhile still waits. */
    synchronized void confirmed(Revision revision) {
        changes.removeIf(change -> change.view().snapshot().revision().compareTo(revision) <= 0);
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
