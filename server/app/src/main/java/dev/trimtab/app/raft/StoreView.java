package dev.trimtab.app.raft;

import dev.trimtab.core.store.StoreState;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * This node's replica of the state: the state machine writes it, reads are answered from it.
 *
 * <p>Thread-safe. The write lock is held for one entry in memory, never over a disk or a network.
 */
final class StoreView {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Condition advanced = lock.writeLock().newCondition();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private StoreState state = new StoreState();
    private long appliedIndex;

    <T> T read(Function<StoreState, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(state);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Applies the entry that the log has at {@code index}. */
    <T> T apply(long index, Function<StoreState, T> change) {
        lock.writeLock().lock();
        try {
            T answer = change.apply(state);
            appliedIndex = index;
            advanced.signalAll();
            return answer;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The state as a snapshot taken at {@code index} has it. */
    void replace(long index, StoreState other) {
        apply(index, _ -> {
            state = other;
            return other;
        });
        wakeWatchers();
    }

    long appliedIndex() {
        lock.readLock().lock();
        try {
            return appliedIndex;
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Waits until this replica has applied the log's {@code index}, so that a proposer reads what it wrote. On the leader that
     * is so already.
     *
     * @return false when the time was too short
     */
    boolean await(long index, Duration timeout) throws InterruptedException {
        if (appliedIndex() >= index) {
            return true;
        }
        lock.writeLock().lockInterruptibly();
        try {
            long left = timeout.toNanos();
            while (appliedIndex < index && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return appliedIndex >= index;
        } finally {
            lock.writeLock().unlock();
        }
    }

    Runnable watch(Runnable wakeUp) {
        Runnable watcher = () -> wakeUp.run(); // its own identity, so that one runnable can watch twice
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    void wakeWatchers() {
        watchers.forEach(Runnable::run);
    }

    /** This replica can no longer follow the log; nothing more is applied and nothing more proposed. */
    void fail(Throwable reason) {
        failure.complete(reason);
    }

    /** Completes when {@link #fail} is called, with the reason. */
    CompletableFuture<Throwable> failure() {
        return failure;
    }

    boolean failed() {
        return failure.isDone();
    }
}
