package dev.trimtab.core.store;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
    private static final int FORMAT = 1;

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
        note(result);
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

    /**
     * Writes everything that {@link #readFrom} needs to come to an equal state; the same state gives the same bytes.
     *
     * <p>Maps are written in the order of their keys, because a hash map's own order is no part of the state.
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(FORMAT);
        StoreFormat.writeList(transactions, out, StoreFormat::writeTransaction);
        StoreFormat.writeRevisions(new TreeMap<>(revisions), out);
        List<TargetResult> noted = new TreeMap<>(results)
                .values().stream()
                        .flatMap(byTarget -> byTarget.values().stream())
                        .toList();
        StoreFormat.writeList(noted, out, StoreFormat::writeResult);
        StoreFormat.writeList(List.copyOf(new TreeMap<>(applied).values()), out, StoreFormat::writeResult);
        StoreFormat.writeList(List.copyOf(new TreeMap<>(terms).entrySet()), out, (term, to) -> {
            to.writeUTF(term.getKey());
            to.writeLong(term.getValue());
        });
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IOException also when the bytes are of a format that this version does not know
     */
    public static StoreState readFrom(DataInput in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("state of format " + format + ", this version reads " + FORMAT);
        }
        var state = new StoreState();
        state.transactions.addAll(StoreFormat.readList(in, StoreFormat::readTransaction));
        state.revisions.putAll(StoreFormat.readRevisions(in));
        StoreFormat.readList(in, StoreFormat::readResult).forEach(state::note);
        StoreFormat.readList(in, StoreFormat::readResult).forEach(result -> state.applied.put(result.target(), result));
        StoreFormat.readList(in, from -> Map.entry(from.readUTF(), from.readLong()))
                .forEach(term -> state.terms.put(term.getKey(), term.getValue()));
        return state;
    }

    private void note(TargetResult result) {
        results.computeIfAbsent(result.index(), _ -> new TreeMap<>()).put(result.target(), result);
    }
}
