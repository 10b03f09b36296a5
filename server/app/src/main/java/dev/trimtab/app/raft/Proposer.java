package dev.trimtab.app.raft;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import io.atomix.primitive.PrimitiveState;
import io.atomix.primitive.Recovery;
import io.atomix.primitive.operation.OperationId;
import io.atomix.primitive.operation.PrimitiveOperation;
import io.atomix.primitive.service.ServiceConfig;
import io.atomix.primitive.session.SessionClient;
import io.atomix.protocols.raft.RaftClient;
import io.atomix.protocols.raft.ReadConsistency;
import io.atomix.protocols.raft.session.CommunicationStrategy;
import io.atomix.protocols.raft.session.RaftSessionClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Puts operations into the log and waits for the answers, telling apart what never got there from what may have.
 *
 * <p>Thread-safe. Atomix repeats an operation within a session until it is answered, and applies it once. When a session is
 * lost, what was under way has an unknown outcome, and the next operation opens a new session.
 */
final class Proposer implements AutoCloseable {
    private static final OperationId OPERATION = OperationId.command("op"); // in the log: never changes
    private static final String SERVICE = "store"; // in the log: never changes
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final RaftClient client;
    private final StorePrimitiveType type;
    private final StoreView view;
    private final RaftSettings settings;
    private final Semaphore inFlight;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable SessionClient session;
    private volatile boolean closed;

    Proposer(RaftClient client, StorePrimitiveType type, StoreView view, RaftSettings settings) {
        this.client = client;
        this.type = type;
        this.view = view;
        this.settings = settings;
        this.inFlight = new Semaphore(settings.bounds().inFlightMax(), true);
    }

    /**
     * Returns when the operation is durable and this node's replica shows it.
     *
     * @param operation at most {@link #operationBytesMax}
     * @throws FailureException with {@code Unavailable} or {@code OutcomeUnknown}
     */
    StoreAnswer propose(StoreOperation operation) {
        long deadline = System.nanoTime() + settings.commitTimeout().toNanos();
        try {
            if (!inFlight.tryAcquire(left(deadline), TimeUnit.NANOSECONDS)) {
                throw unavailable();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
        try {
            SessionClient open = openSession(deadline);
            return answer(open.execute(PrimitiveOperation.operation(OPERATION, operation.encode())), deadline);
        } finally {
            inFlight.release();
        }
    }

    /** Room for an operation in an entry: what Atomix writes around it stays below 1 KiB. */
    int operationBytesMax() {
        return settings.bounds().entryBytesMax() - 1024;
    }

    private StoreAnswer answer(CompletableFuture<byte[]> future, long deadline) {
        long next = view.read(state -> state.lastIndex()) + 1;
        try {
            CompletableFuture.anyOf(future, view.failure()).get(left(deadline), TimeUnit.NANOSECONDS);
            if (!future.isDone()) {
                throw unknown(next);
            }
            var answer = StoreAnswer.decode(future.get());
            view.await(answer.index(), Duration.ofNanos(left(deadline))); // committed even when this replica lags
            return answer;
        } catch (ExecutionException | TimeoutException _) {
            throw unknown(next);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unknown(next);
        }
    }

    /** The session there is, or a new one when there is none or it has ended; nothing was proposed when that fails. */
    SessionClient openSession(long deadline) {
        SessionClient present = session;
        if (present != null && present.getState() == PrimitiveState.CONNECTED && !view.failed() && !closed) {
            return present;
        }
        opening.lock();
        try {
            while (!closed && !view.failed() && left(deadline) > 0) {
                present = session;
                PrimitiveState state = present == null ? PrimitiveState.CLOSED : present.getState();
                if (present != null && state == PrimitiveState.CONNECTED) {
                    return present;
                }
                if (present != null && state == PrimitiveState.SUSPENDED) {
                    awaitChange(present, deadline);
                } else {
                    session = connect(deadline);
                }
            }
            throw unavailable();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } finally {
            opening.unlock();
        }
    }

    private @Nullable SessionClient connect(long deadline) throws InterruptedException {
        RaftSessionClient.Builder builder = client.sessionBuilder(SERVICE, type, new ServiceConfig());
        SessionClient opened = builder.withMinTimeout(settings.sessionTimeout())
                .withMaxTimeout(settings.sessionTimeout())
                .withReadConsistency(ReadConsistency.SEQUENTIAL)
                .withCommunicationStrategy(CommunicationStrategy.LEADER)
                .withRecoveryStrategy(
                        Recovery.CLOSE) // we open a new one: the library's recovery would repeat operations
                .withMaxRetries(0)
                .build();
        try {
            CompletableFuture.anyOf(opened.connect(), view.failure()).get(left(deadline), TimeUnit.NANOSECONDS);
            return view.failed() ? null : opened;
        } catch (ExecutionException | TimeoutException _) {
            Thread.sleep(Math.min(100, TimeUnit.NANOSECONDS.toMillis(Math.max(0, left(deadline))))); // no leader yet
            return null;
        }
    }

    private static void awaitChange(SessionClient suspended, long deadline) throws InterruptedException {
        var changed = new CompletableFuture<PrimitiveState>();
        suspended.addStateChangeListener(changed::complete);
        try {
            if (suspended.getState() == PrimitiveState.SUSPENDED) {
                changed.get(left(deadline), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException _) {
            // The caller looks at the state and at the time itself.
        }
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }

    private static FailureException unavailable() {
        return new Failure.Unavailable("the store", RETRY_AFTER).asException();
    }

    private static FailureException unknown(long next) {
        return new Failure.OutcomeUnknown(Long.toString(next)).asException();
    }

    /** Ends the session, so that the group forgets it at once and not after the session timeout. */
    @Override
    public void close() {
        closed = true;
        SessionClient present = session;
        if (present == null || view.failed()) {
            return;
        }
        try {
            present.close().get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException _) {
            // The group drops it after the session timeout.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
