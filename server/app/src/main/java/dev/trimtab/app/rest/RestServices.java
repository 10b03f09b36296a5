package dev.trimtab.app.rest;

import dev.trimtab.app.identity.Authenticator;
import dev.trimtab.app.start.Edges;
import dev.trimtab.core.pick.PickService;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.southbound.Southbound;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.TransactionService;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the handlers call. */
record RestServices(
        Authenticator authenticator,
        TransactionService transactions,
        ReadService reads,
        History history,
        PickService picks,
        Models models,
        Backends backends) {

    static RestServices of(Edges core) {
        return new RestServices(
                core.authenticator(),
                core.transactions(),
                core.reads(),
                core.history(),
                core.picks(),
                core.models(),
                Backends.of(core.southbound()));
    }

    /** What is known of the targets' backends. */
    interface Backends {
        /** Whether the target has one. */
        boolean has(TargetId target);

        /** What the backends answered to transaction {@code index} once all did, or what there is after {@code wait}. */
        List<TargetResult> await(long index, Map<TargetId, Revision> revisions, Duration wait)
                throws InterruptedException;

        static Backends of(Southbound southbound) {
            return new Backends() {
                @Override
                public boolean has(TargetId target) {
                    return southbound.drives(target);
                }

                @Override
                public List<TargetResult> await(long index, Map<TargetId, Revision> revisions, Duration wait)
                        throws InterruptedException {
                    return southbound.awaitResults(index, revisions, wait);
                }
            };
        }
    }
}
