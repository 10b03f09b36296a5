package dev.trimtab.core.store;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /**
     * The answers to transaction {@code index}: noted ones, and for a target whose backend has confirmed a later revision that it
     * holds this one too.
     *
     * @param revisions the targets asked for, each with the revision the transaction led to
     */
    public static List<TargetResult> of(long index, Map<TargetId, Revision> revisions, ConfigStore store) {
        Map<TargetId, TargetResult> applied = store.applied();
        Map<TargetId, TargetResult> answers = new TreeMap<>();
        revisions.forEach((target, revision) -> {
            TargetResult newest = applied.get(target);
            if (newest != null && newest.revision().compareTo(revision) >= 0) {
                answers.put(target, new TargetResult(target, index, revision, Status.APPLIED, newest.time(), ""));
            }
        });
        store.results(index).stream()
                .filter(result -> revisions.containsKey(result.target()))
                .forEach(result -> answers.putIfAbsent(result.target(), result));
        return List.copyOf(answers.values());
    }
}
