package dev.trimtab.core.transaction;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands that wait for the committer, and the one thread that hands them to it, all that wait at a time. Thread-safe. */
final class CommitQueue implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CommitQueue.class);
    private static final Failure STOPPED = new Failure.Unavailable("the server", Duration.ofSeconds(5));
    /** How soon the thread sees that the queue is closed; a command never waits for it. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration CLOSE_MAX = Duration.ofSeconds(10);

    private final Committer committer;
    private final int batchMax;
    private final BlockingQueue<Pending> queue;
    private final Thread thread;
    private volatile boolean closed;

    CommitQueue(Committer committer, TransactionSettings settings) {
        this.committer = committer;
        this.batchMax = settings.batchMax();
        this.queue = new LinkedBlockingQueue<>(settings.queueMax());
        this.thread = Thread.ofPlatform().name("trimtab-committer").unstarted(this::run);
    }

    /** Begins to take commands; called once. */
    void start() {
        thread.start();
    }

    /**
     * Waits until the command is committed.
     *
     * @throws UnansweredException when the candidate depends on what takes time to find out
     * @throws FailureException with what is wrong, or in the way
     */
    CommitResult commit(Pending pending) {
        if (closed || !queue.offer(pending)) {
            throw (closed ? STOPPED : new Failure.Throttled("too many changes are waiting", Duration.ofSeconds(1)))
                    .asException();
        }
        if (closed && !thread.isAlive() && queue.remove(pending)) {
            throw STOPPED.asException(); // it came after the last look at the queue
        }
        try {
            return pending.result().join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case FailureException failure -> failure;
                case UnansweredException questions -> questions;
                case null, default -> new Failure.Internal(e).asException();
            };
        }
    }

    private void run() {
        List<Pending> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                Pending first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, batchMax - 1);
                    committer.commit(batch);
                }
            } catch (InterruptedException e) {
                log.atWarn().log("something interrupts the committer; it goes on");
            } catch (RuntimeException e) {
                log.atError().setCause(e).log("a batch of transactions failed");
            } finally {
                batch.clear();
            }
        }
    }

    /** Commits what waits already and ends; later commands are refused. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(CLOSE_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Pending late = queue.poll(); late != null; late = queue.poll()) {
            late.result().completeExceptionally(STOPPED.asException());
        }
    }
}
