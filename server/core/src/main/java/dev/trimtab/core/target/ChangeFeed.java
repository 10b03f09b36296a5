package dev.trimtab.core.target;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest changes of all targets in order, for followers that keep up with them.
 *
 * <p>Holds the last {@code capacity} changes, fewer where they take much of the heap: the tree before and after each is held with it,
 * and a list that its user orders shares nothing with the list before it. A publisher never waits for a follower: one that falls behind by more is told so
 * and begins again from the present trees. Thread-safe.
 */
public final class ChangeFeed {
    private static final int HEAP_SHARE = 32;
    private static final long OCTETS_LEAST = 32 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final int capacity;
    private final long octetsMax;
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private long octets;
    private long last;
    private boolean closed;

    private record Held(Change change, long octets) {}

    /** A feed that takes at most a 32nd of the heap, but may take 32 MiB of any. */
    public ChangeFeed(int capacity) {
        this(capacity, Math.max(OCTETS_LEAST, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
    }

    /**
     * A feed.
     *
     * @param capacity changes held, at least 1
     * @param octetsMax what they may take of the heap; the newest one is held whatever it takes
     */
    ChangeFeed(int capacity, long octetsMax) {
        this.capacity = capacity;
        this.octetsMax = octetsMax;
    }

    /** Makes a change of the next sequence number. */
    @FunctionalInterface
    public interface Numbered {
        Change at(long sequence);
    }

    /** @param treeOctets about what the tree after the change does not share with the one before it */
    void publish(long treeOctets, Numbered numbered) {
        lock.lock();
        try {
            Change change = numbered.at(last + 1);
            last = change.sequence();
            hold(new Held(change, treeOctets + change.editOctets()));
            while (held.size() > capacity || (octets > octetsMax && held.size() > 1)) {
                octets -= held.removeFirst().octets();
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void hold(Held change) {
        held.addLast(change);
        octets += change.octets();
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
            long missing = last - sequence;
            return missing > held.size() ? new Batch.Lagged() : new Batch.Changes(newest(missing));
        } finally {
            lock.unlock();
        }
    }

    private List<Change> newest(long count) {
        List<Change> newest = new ArrayList<>();
        Iterator<Held> backwards = held.descendingIterator();
        while (newest.size() < count) {
            newest.add(backwards.next().change());
        }
        return List.copyOf(newest.reversed());
    }
}
