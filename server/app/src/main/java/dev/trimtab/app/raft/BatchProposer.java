package dev.trimtab.app.raft;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.store.CommitOutcome;
import dev.trimtab.core.store.Proposal;
import dev.trimtab.model.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Proposes batches that may be larger than an entry of the log: those go in parts. Thread-safe. */
final class BatchProposer {
    private final Proposer proposer;
    private final int transactionBytesMax;
    private final ReentrantLock staging = new ReentrantLock();

    BatchProposer(Proposer proposer, int transactionBytesMax) {
        this.proposer = proposer;
        this.transactionBytesMax = transactionBytesMax;
    }

    /** As {@link dev.trimtab.core.store.ConfigStore#commit} says. */
    List<CommitOutcome> commit(List<Proposal> batch) {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("a batch is not empty");
        }
        byte[] whole = StoreOperation.encodeBatch(batch);
        checkSize(whole.length);
        StoreAnswer answer = whole.length + 8 <= proposer.operationBytesMax()
                ? proposer.propose(new StoreOperation.Commit(batch))
                : commitInParts(whole);
        if (answer.outcomes().size() != batch.size()) {
            throw new IllegalStateException(
                    batch.size() + " proposals and " + answer.outcomes().size() + " outcomes");
        }
        return answer.outcomes();
    }

    private void checkSize(int bytes) {
        if (bytes > transactionBytesMax) {
            throw new Failure.Malformed(
                            Path.ROOT,
                            "the change has " + bytes + " bytes, at most " + transactionBytesMax
                                    + " are allowed in one")
                    .asException();
        }
    }

    /** Parts are staged one after the other; only the last entry changes the state, so a crash between leaves nothing. */
    private StoreAnswer commitInParts(byte[] whole) {
        int partBytes = proposer.operationBytesMax() - 8;
        staging.lock();
        try {
            int offset = 0;
            for (; whole.length - offset > partBytes; offset += partBytes) {
                stage(offset, Arrays.copyOfRange(whole, offset, offset + partBytes));
            }
            byte[] last = Arrays.copyOfRange(whole, offset, whole.length);
            StoreAnswer answer = proposer.propose(new StoreOperation.CommitStaged(whole.length, last));
            if (answer.outcomes().isEmpty()) { // the session was lost between two parts, and the staged ones with it
                throw new Failure.Unavailable("the store", Duration.ofSeconds(1)).asException();
            }
            return answer;
        } finally {
            staging.unlock();
        }
    }

    /** A part whose answer is lost changed nothing: the batch is not proposed before its last part. */
    private void stage(int offset, byte[] part) {
        try {
            proposer.propose(new StoreOperation.Stage(offset, part));
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.OutcomeUnknown) {
                throw new Failure.Unavailable("the store", Duration.ofSeconds(1)).asException();
            }
            throw e;
        }
    }
}
