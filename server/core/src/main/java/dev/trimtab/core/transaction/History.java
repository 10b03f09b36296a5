package dev.trimtab.core.transaction;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.model.TargetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was changed, by whom, and what became of it. Thread-safe. */
public final class History {
    /** Most transactions that one call looks at. */
    public static final int PAGE_MAX = 500;

    private final ConfigStore store;
    private final Authorizer authorizer;

    public History(ConfigStore store, Authorizer authorizer) {
        this.store = store;
        this.authorizer = authorizer;
    }

    /**
     * A transaction and what the backends answered to it.
     *
     * @param results of the targets that answered, and that the principal may see
     */
    public record Entry(Transaction transaction, List<TargetResult> results) {
        public Entry {
            results = List.copyOf(results);
        }
    }

    /** Index of the newest transaction; 0 before the first. */
    public long last() {
        return store.lastIndex();
    }

    /**
     * Transactions that changed something {@code principal} may see, the newest first.
     *
     * @param before index to begin below; {@code Long.MAX_VALUE} for the newest
     * @param max most transactions to look at, 1 to {@value #PAGE_MAX}
     */
    public List<Entry> before(Principal principal, long before, int max) {
        long end = Math.min(before - 1, store.lastIndex());
        long start = Math.max(1, end - Math.clamp(max, 1, PAGE_MAX) + 1);
        List<Entry> entries = new ArrayList<>();
        for (long next = start; next <= end; ) {
            for (var committed : store.read(next, Math.toIntExact(end - next + 1))) {
                next = committed.index() + 1;
                visible(principal, TransactionCodec.decode(committed)).ifPresent(entries::add);
            }
        }
        return entries.reversed();
    }

    /**
     * One transaction.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound}, also when all of it is hidden
     */
    public Entry require(Principal principal, long index) {
        if (index >= 1 && index <= store.lastIndex()) {
            Transaction transaction =
                    TransactionCodec.decode(store.read(index, 1).getFirst());
            Optional<Entry> entry = visible(principal, transaction);
            if (entry.isPresent()) {
                return entry.get();
            }
        }
        throw new Failure.NotFound("transaction " + index + " does not exist").asException();
    }

    private Optional<Entry> visible(Principal principal, Transaction transaction) {
        Map<TargetId, TargetChange> targets = new TreeMap<>();
        transaction.targets().forEach((target, change) -> {
            TargetChange seen = change.seenBy(authorizer.decide(principal, Action.READ, target));
            if (!seen.edits().isEmpty()) {
                targets.put(target, seen);
            }
        });
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        var seen = new Transaction(
                transaction.index(), transaction.time(), transaction.principal(), transaction.comment(), "", targets);
        return Optional.of(new Entry(seen, TargetResult.of(transaction.index(), seen.revisions(), store)));
    }
}
