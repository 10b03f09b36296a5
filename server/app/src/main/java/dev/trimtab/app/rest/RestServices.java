package dev.trimtab.app.rest;

import dev.trimtab.app.identity.Authenticator;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.Targets;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.TransactionService;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What the handlers call.
 *
 * @param targets asked only which targets have a backend; what they hold is read through {@code reads}
 * @param ready whether the server takes changes
 */
public record RestServices(
        Authenticator authenticator,
        TransactionService transactions,
        ReadService reads,
        History history,
        Models models,
        Targets targets,
        BackendResults results,
        BooleanSupplier ready) {

    /** Waits for the backends; {@code Southbound.awaitResults}. */
    @FunctionalInterface
    public interface BackendResults {
        /** What the targets' backends answered to transaction {@code index} once all did, or what there is after {@code wait}. */
        List<TargetResult> await(long index, Map<TargetId, Revision> revisions, Duration wait)
                throws InterruptedException;
    }
}
