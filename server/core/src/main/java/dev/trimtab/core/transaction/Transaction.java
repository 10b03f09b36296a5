package dev.trimtab.core.transaction;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A committed transaction, as the history shows it.
 *
 * @param index place in the log, from 1
 * @param time when the server proposed it
 * @param principal subject of who made it
 * @param comment why; empty when nothing was said
 * @param idempotencyKey as the command gave it; empty for none
 * @param targets what it changed, by target in the order of their names
 */
public record Transaction(
        long index,
        Instant time,
        String principal,
        String comment,
        String idempotencyKey,
        Map<TargetId, TargetChange> targets) {
    public Transaction {
        targets = Collections.unmodifiableMap(new TreeMap<>(targets));
    }

    /** The revision each target came to. */
    public Map<TargetId, Revision> revisions() {
        Map<TargetId, Revision> revisions = new TreeMap<>();
        targets.forEach((target, change) -> revisions.put(target, change.revision()));
        return revisions;
    }
}
