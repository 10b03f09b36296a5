package dev.trimtab.core.transaction;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.Map;

/**
 * What a command led to.
 *
 * @param index the transaction; 0 when nothing changed or the command was a dry run
 * @param time when it was committed
 * @param targets the targets it changed; empty when nothing changed
 */
public record CommitResult(long index, Instant time, Map<TargetId, TargetChange> targets) {
    public CommitResult {
        targets = Map.copyOf(targets);
    }

    /** The revision a target came to; for a dry run, would have come to. */
    public Map<TargetId, Revision> revisions() {
        return targets.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().revision()));
    }
}
