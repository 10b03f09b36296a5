package dev.trimtab.core.store;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The state that the log leads to and the rules that lead there; pure, so that every replica comes to the same.
 *
 * <p>Not thread-safe: its owner gives it one thread or a lock.
 */
public final class StoreState {
    private final List<CommittedTransaction> transactions = new ArrayList<>();
    private final Map<TargetId, Revision> revisions = new HashMap<>();
    private final Map<Long, Map<TargetId, TargetResult>> results = new HashMap<>();
    private final Map<TargetId, TargetResult> applied = new HashMap<>();
    private final Map<String, Long> terms = new HashMap<>();

    /** Commits one proposal, or tells the first of its targets that another commit changed. */
    public CommitOutcome commit(Proposal proposal) {
        for (var base : proposal.bases().entrySet()) {
            Revision actual = revisions.getOrDefault(base.getKey(), Revision.NONE);
            if (!actual.equals(base.getValue())) {
                return new CommitOutcome.Conflict(base.getKey(), actual);
            }
        }
        Map<TargetId, Revision> next = new TreeMap<>();
        proposal.bases().forEach((target, base) -> next.put(target, base.next()));
        revisions.putAll(next);
        long index = lastIndex() + 1;
        transactions.add(new CommittedTransaction(index, next, proposal.payload()));
        return new CommitOutcome.Committed(index);
    }

    public long lastIndex() {
        return transactions.size();
    }

    /** See {@link ConfigStore#read}. */
    public List<CommittedTransaction> read(long from, int max) {
        if (from < 1 || max < 1) {
            throw new IllegalArgumentException("from and max begin at 1, not " + from + " and " + max);
        }
        if (from > lastIndex()) {
            return List.of();
        }
        int first = Math.toIntExact(from - 1);
        return List.copyOf(transactions.subList(first, Math.min(transactions.size(), first + max)));
    }

    public void record(TargetResult result) {
        results.computeIfAbsent(result.index(), _ -> new TreeMap<>()).put(result.target(), result);
        if (result.status() == TargetResult.Status.APPLIED) {
            applied.merge(
                    result.target(), result, (old, now) -> now.revision().compareTo(old.revision()) >= 0 ? now : old);
        }
    }

    public List<TargetResult> results(long index) {
        return List.copyOf(results.getOrDefault(index, Map.of()).values());
    }

    public Map<TargetId, TargetResult> applied() {
        return Map.copyOf(applied);
    }

    public long acquire(String lease) {
        return terms.merge(lease, 1L, Long::sum);
    }
}
