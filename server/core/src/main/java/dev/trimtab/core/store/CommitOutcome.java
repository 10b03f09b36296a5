package dev.trimtab.core.store;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;

/** What the store answered to one proposal. */
public sealed interface CommitOutcome {
    /** Durable, at {@code index}. */
    record Committed(long index) implements CommitOutcome {}

    /** Refused: {@code target} is at {@code actual} and not at the proposal's base. */
    record Conflict(TargetId target, Revision actual) implements CommitOutcome {}
}
