package dev.trimtab.core.transaction;

import dev.trimtab.core.authz.Principal;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.util.List;
import java.util.Map;

/**
 * One atomic change, as an edge decoded it.
 *
 * @param operations in the order the protocol applies them; each sees what the ones before it did
 * @param comment why, for the history; at most 1,000 characters
 * @param idempotencyKey at most 200 characters; a second command of the same principal with the same key answers the first one's
 *     result; empty for none
 * @param expected revisions that targets must be at (REST's If-Match); none for a target that is not named
 * @param dryRun whether to stop before the commit
 */
public record Command(
        Principal principal,
        List<Operation> operations,
        String comment,
        String idempotencyKey,
        Map<TargetId, Revision> expected,
        boolean dryRun) {
    public Command {
        operations = List.copyOf(operations);
        expected = Map.copyOf(expected);
    }

    /** A command without options. */
    public Command(Principal principal, List<Operation> operations) {
        this(principal, operations, "", "", Map.of(), false);
    }
}
