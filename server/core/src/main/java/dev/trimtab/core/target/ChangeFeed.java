package dev.trimtab.core.target;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The newest changes of all targets in order, for followers that keep up with them.
 *
 * <p>Holds the last {@code capacity} changes. A publisher never waits for a follower: one that falls behind by more is told so
 * and begins again from the present trees. Thread-safe.
 */
public final class ChangeFeed {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final @Nullable Change[] ring;
    private long last;
    private boolean closed;

    /** @param capacity changes held, at least 1 */
    public ChangeFeed(int capacity) {
        ring = new Change[capacity];
    }

    /** Makes a change of the next sequence number. */
    @FunctionalInterface
    public interface Numbered {
        Change at(long sequence);
    }

    public void publish(Numbered change) {
        lock.lock();
        try {
            long sequence = last + 1;
            ring[slot(sequence)] = change.at(sequence);
            last = sequence;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Sequence number of the newest change; 0 before the first. */
    public long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the feed: followers that wait return. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What a follower gets. */
    public sealed interface Batch {
        /** The changes after the one asked for, in order; empty when none came in time. */
        record Changes(List<Change> changes) implements Batch {}

        /** Some of the changes are no longer held. */
        record Lagged() implements Batch {}

        /** The feed has ended. */
        record Closed() implements Batch {}
    }

    /**
     * Waits for changes after {@code sequence}.
     *
     * @throws InterruptedException when the follower's thread is interrupted
     */
    public Batch after(long sequence, Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = wait.toNanos();
            while (last <= sequence && !closed && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
            if (closed) {
                return new Batch.Closed();
            }
            if (last - sequence > ring.length) {
                return new Batch.Lagged();
            }
            List<Change> changes = new ArrayList<>();
            for (long next = sequence + 1; next <= last; next++) {
                Change change = ring[slot(next)];
                if (change == null) {
                    throw new IllegalStateException("change " + next + " of " + last + " is not held");
                }
                changes.add(change);
            }
            return new Batch.Changes(changes);
        } finally {
            lock.unlock();
        }
    }

    private int slot(long sequence) {
        return (int) (sequence % ring.length);
    }
}
