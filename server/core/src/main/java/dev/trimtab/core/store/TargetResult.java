package dev.trimtab.core.store;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;

/**
 * What one target's backend answered to one transaction.
 *
 * @param index the transaction
 * @param revision the target's revision that was sent
 * @param time when the answer came
 * @param message the backend's reason for a refusal, at most 1,000 characters; empty otherwise
 */
public record TargetResult(
        TargetId target, long index, Revision revision, Status status, Instant time, String message) {
    private static final int MESSAGE_MAX = 1000;

    /** How far the transaction came at the target. */
    public enum Status {
        /** The backend confirmed it. */
        APPLIED,
        /** The backend refused it for a reason that trying again does not mend. */
        REFUSED
    }

    public TargetResult {
        if (message.length() > MESSAGE_MAX) {
            message = message.substring(0, MESSAGE_MAX);
        }
    }
}
