package dev.trimtab.core.southbound;

import dev.trimtab.core.target.Change;
import java.util.ArrayList;
import java.util.List;

/**
 * The changes of one target that its backend has not confirmed, and the signals its reconciler waits for.
 *
 * <p>Bounded: beyond {@value #CHANGES_MAX} changes the paths are forgotten and the whole configuration is sent. Thread-safe.
 */
final class Backlog {
    private static final int CHANGES_MAX = 1000;

    private final List<Change> changes = new ArrayList<>();
    private boolean overflowed;
    private boolean signalled;
    private boolean closed;

    /** What waits to be sent. */
    record Waiting(List<Change> changes, boolean overflowed) {}

    synchronized void add(Change change) {
        if (changes.size() < CHANGES_MAX) {
            changes.add(change);
        } else {
            overflowed = true;
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
        return new Waiting(List.copyOf(changes), overflowed);
    }

    /** Forgets what was confirmed: every change up to {@code sequence}. */
    synchronized void confirmed(long sequence) {
        changes.removeIf(change -> change.sequence() <= sequence);
        overflowed = false;
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
