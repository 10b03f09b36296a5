package dev.trimtab.app.gnmi;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.southbound.Southbound;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Waits for backends on behalf of a client that asked for it. The transaction stays committed whatever they answer. */
final class BackendAnswers {
    private final Southbound southbound;

    BackendAnswers(Southbound southbound) {
        this.southbound = southbound;
    }

    /**
     * What the backends of a transaction's targets answered; a target without a backend has no answer.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code Refused} when one did, and {@code OutcomeUnknown} when one has not
     *     answered in time
     */
    List<TargetResult> await(CommitResult result, Duration wait) {
        List<TargetResult> answers;
        try {
            answers = southbound.awaitResults(result.index(), result.revisions(), wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(result);
        }
        Set<TargetId> missing = new HashSet<>(result.targets().keySet());
        for (TargetResult answer : answers) {
            missing.remove(answer.target());
            if (answer.status() == TargetResult.Status.REFUSED) {
                throw new Failure.Refused(answer.target(), result.index(), answer.message()).asException();
            }
        }
        if (missing.stream().anyMatch(southbound::drives)) {
            throw unknown(result);
        }
        return answers;
    }

    private static RuntimeException unknown(CommitResult result) {
        return new Failure.OutcomeUnknown(Long.toString(result.index())).asException();
    }
}
