package dev.trimtab.core.southbound;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what backends answered into the store, many answers at a time, and tells who waits for them.
 *
 * <p>Thread-safe.
 */
final class Results implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Results.class);
    private static final int BATCH_MAX = 1000;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final ConfigStore store;
    private final BlockingQueue<TargetResult> queue = new LinkedBlockingQueue<>(100_000);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition recorded = lock.newCondition();
    private final Thread thread = Thread.ofVirtual().name("trimtab-results").unstarted(this::run);
    private volatile boolean closed;

    Results(ConfigStore store) {
        this.store = store;
    }

    void start() {
        thread.start();
    }

    /** Takes the results; waits while too many are not written yet. */
    void add(List<TargetResult> results) throws InterruptedException {
        for (TargetResult result : results) {
            queue.put(result);
        }
    }

    /**
     * What the backends of some targets answered to a transaction, once all have, or what there is after {@code wait}.
     *
     * @param revisions the targets, each with the revision the transaction led to
     */
    List<TargetResult> await(long index, Map<TargetId, Revision> revisions, Duration wait) throws InterruptedException {
        long nanos = wait.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                List<TargetResult> results = TargetResult.of(index, revisions, store);
                if (results.size() == revisions.size() || nanos <= 0 || closed) {
                    return results;
                }
                nanos = recorded.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        List<TargetResult> batch = new ArrayList<>();
        while (!closed) {
            try {
                if (batch.isEmpty()) {
                    batch.add(queue.take());
                }
                queue.drainTo(batch, BATCH_MAX - batch.size());
                store.record(batch);
                batch.clear();
                tell();
            } catch (FailureException e) {
                log.atWarn().addKeyValue("reason", e.failure().message()).log("results are not recorded yet");
                pause();
            } catch (InterruptedException e) {
                log.atDebug().log("the recorder of results is told to stop");
            }
        }
    }

    /** A store that is not available is asked again a little later; an end of the recorder ends the wait. */
    private void pause() {
        lock.lock();
        try {
            for (long nanos = PAUSE_NANOS; nanos > 0 && !closed; ) {
                nanos = recorded.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        lock.lock();
        try {
            recorded.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        tell();
    }
}
