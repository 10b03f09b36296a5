package dev.trimtab.core.store;

import dev.trimtab.model.TargetId;
import java.util.List;
import java.util.Map;

/**
 * Durable, totally ordered log of transactions with a compare-and-set on the revisions of their targets.
 *
 * <p>Thread-safe. All calls block; call them from virtual threads or from a thread of one's own. Two implementations of equal
 * standing: {@link #inMemory()} and the Raft store of the server.
 */
public interface ConfigStore extends AutoCloseable {

    /**
     * Commits a batch as one entry of the log, with one fsync, in order.
     *
     * <p>Each proposal is judged on its own, on top of the ones before it: the ones whose bases are the present revisions get
     * the next indexes without a gap, the others answer {@link CommitOutcome.Conflict} and change nothing.
     *
     * @param batch not empty; a proposal's payload may have any size up to the store's documented maximum
     * @return one outcome a proposal, in the same order; when it returns, every committed one is durable
     * @throws dev.trimtab.core.failure.FailureException with {@code Unavailable} (nothing was proposed), {@code
     *     OutcomeUnknown} (proposed, the answer was lost) or {@code Malformed} (a payload is too large)
     */
    List<CommitOutcome> commit(List<Proposal> batch);

    /** Index of the newest committed transaction; 0 when there is none. Indexes begin at 1 and have no gap. */
    long lastIndex();

    /**
     * Committed transactions in the order of their indexes.
     *
     * @param from first index wanted, at least 1
     * @param max most transactions to give, at least 1; fewer are given where they end or grow large, but at least one
     * @return empty when {@code from} is after the last index
     */
    List<CommittedTransaction> read(long from, int max);

    /** Notes what a backend answered; replaces the earlier note of the same transaction and target. Durable on return. */
    void record(List<TargetResult> results);

    /** What the backends answered to transaction {@code index}; empty while none has. */
    List<TargetResult> results(long index);

    /** For each target the newest result with status {@link TargetResult.Status#APPLIED}. */
    Map<TargetId, TargetResult> applied();

    /**
     * A number greater than every number given before for {@code lease}; the fencing term of its new holder. Durable on return.
     *
     * @param lease name of what is held, at most 200 characters
     * @param holder who holds it now, for people
     */
    long acquire(String lease, String holder);

    /**
     * Calls {@code wakeUp} soon after each commit or record. A hint: calls may be merged, may come without news and may be late; the
     * reader reads the log. It must return quickly.
     *
     * @return closes the watch
     */
    Watch watch(Runnable wakeUp);

    @Override
    void close();

    /** Ends a watch when closed; a second close does nothing. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** A store on maps of this process, gone with it; for tests and trials. */
    static ConfigStore inMemory() {
        return new InMemoryConfigStore();
    }
}
