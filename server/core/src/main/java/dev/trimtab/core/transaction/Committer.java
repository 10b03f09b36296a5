package dev.trimtab.core.transaction;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.core.model.TreeFootprint;
import dev.trimtab.core.store.CommitOutcome;
import dev.trimtab.core.store.CommittedTransaction;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.store.Proposal;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateTip;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/**
 * Turns commands into committed transactions, a batch at a time, and follows the log; the single writer of the trees.
 *
 * <p>Not thread-safe: the transaction service gives it one thread.
 */
final class Committer {
    private static final Comparator<TargetId> SYSTEM_FIRST = Comparator.comparing(
                    (TargetId target) -> !target.equals(TargetId.SYSTEM))
            .thenComparing(Comparator.naturalOrder());

    /**
     * What the trees of the candidates of one entry of the log may take of the heap before the next entry begins; a fraction of what the
     * change feed may, so that followers keep up.
     */
    private static final long STACKED_OCTETS_MAX = 8 << 20;

    private final ConfigStore store;
    private final Publisher publisher;
    private final Catalogs catalogs;
    private final ModelReplay models;
    private final InstantSource clock;
    private final IdempotencyKeys keys;
    private final WorkingTrees trees = new WorkingTrees();
    private long followed;

    Committer(ConfigStore store, Catalogs catalogs, Targets targets, InstantSource clock, IdempotencyKeys keys) {
        this.store = store;
        this.catalogs = catalogs;
        this.models = new ModelReplay(catalogs);
        this.publisher = new Publisher(catalogs, trees, models, targets);
        this.clock = clock;
        this.keys = keys;
        var system = new WorkingTree(TargetId.SYSTEM, catalogs.models().system(), Revision.NONE);
        publisher.show(system, system.snapshot(0, Instant.EPOCH), List.of(), 0);
    }

    /** Index of the newest transaction in the trees. */
    long followed() {
        return followed;
    }

    /** Applies what the log holds beyond the trees: everything at the start, other nodes' commits later. */
    void follow() {
        while (followed < store.lastIndex()) {
            for (CommittedTransaction committed : store.read(followed + 1, 1000)) {
                replay(TransactionCodec.decode(committed));
            }
        }
        models.finish();
    }

    private void replay(Transaction transaction) {
        var changes = new TreeMap<TargetId, TargetChange>(SYSTEM_FIRST);
        changes.putAll(transaction.targets());
        changes.forEach((target, change) -> {
            WorkingTree tree = tree(target, change);
            replay(tree, change, transaction);
            if (target.equals(TargetId.SYSTEM)) {
                models.follow(change.edits(), publisher.systemRoot());
            }
        });
        publisher.followCatalog(transaction);
        keys.remember(transaction);
        followed = transaction.index();
    }

    private WorkingTree tree(TargetId target, TargetChange change) {
        return trees.find(target).filter(tree -> change.migrated().isEmpty()).orElseGet(() -> {
            // A target that the same or a later transaction removes: its tree is needed for the revisions only.
            WorkingTree tree = trees.fresh(target, models.require(change.model()));
            trees.put(tree);
            return tree;
        });
    }

    private void replay(WorkingTree tree, TargetChange change, Transaction transaction) {
        DataTreeModification modification = tree.modify();
        TreeEdits.apply(modification, tree.served().model(), change.edits());
        try {
            DataTreeCandidateTip tip = tree.prepare(modification);
            TargetSnapshot snapshot = tree.commit(tip, tree.follow(tip), transaction.index(), transaction.time());
            publisher.show(tree, snapshot, change.edits(), TreeFootprint.octets(tip));
        } catch (DataValidationFailedException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "transaction " + transaction.index() + " of the log does not apply to target " + tree.target(), e);
        }
    }

    /**
     * Builds, validates and commits a batch, in order.
     *
     * <p>Every result is completed when this returns, whatever happened.
     */
    void commit(List<Pending> batch) {
        List<Candidate> candidates = new ArrayList<>();
        try {
            follow();
            long stacked = 0;
            for (Pending pending : batch) {
                Optional<Candidate> candidate = candidate(pending);
                candidate.ifPresent(candidates::add);
                stacked += candidate.map(Candidate::octets).orElse(0L);
                // What follows may be for a target that this one adds.
                if (stacked > STACKED_OCTETS_MAX
                        || candidate.filter(Candidate::isOfSystem).isPresent()) {
                    commitCandidates(candidates);
                    stacked = 0;
                }
            }
            commitCandidates(candidates);
        } catch (FailureException e) {
            fail(batch, e);
        } catch (RuntimeException e) {
            fail(batch, new Failure.Internal(e).asException());
            throw e;
        } finally {
            trees.unstack();
        }
    }

    private static void fail(List<Pending> batch, FailureException failure) {
        batch.forEach(pending -> pending.result().completeExceptionally(failure));
    }

    /** Stacks one command's candidate; empty when the command is answered already. */
    private Optional<Candidate> candidate(Pending pending) {
        try {
            CommitResult earlier =
                    keys.find(pending.command()).map(this::earlier).orElse(null);
            if (earlier != null) {
                pending.result().complete(earlier);
                return Optional.empty();
            }
            Candidate candidate =
                    new CandidateBuilder(catalogs, trees, pending).build().withoutIdle();
            if (pending.command().dryRun() || candidate.parts().isEmpty()) {
                pending.result().complete(new CommitResult(0, clock.instant(), candidate.changes()));
                return Optional.empty();
            }
            candidate
                    .parts()
                    .values()
                    .forEach(part -> part.tree().stack(part.modification(), part.tip(), part.indexes()));
            return Optional.of(candidate);
        } catch (FailureException | UnansweredException e) {
            pending.result().completeExceptionally(e);
            return Optional.empty();
        } catch (RuntimeException e) {
            pending.result().completeExceptionally(new Failure.Internal(e).asException());
            return Optional.empty();
        }
    }

    private CommitResult earlier(long index) {
        Transaction transaction = TransactionCodec.decode(store.read(index, 1).getFirst());
        return new CommitResult(index, transaction.time(), transaction.targets());
    }

    /** Commits what is stacked and empties the list. */
    private void commitCandidates(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        List<Transaction> transactions = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        Instant now = clock.instant();
        for (Candidate candidate : candidates) {
            Command command = candidate.pending().command();
            var transaction = new Transaction(
                    0,
                    now,
                    command.principal().subject(),
                    command.comment(),
                    command.idempotencyKey(),
                    candidate.changes());
            Map<TargetId, Revision> bases = new HashMap<>();
            candidate.parts().forEach((target, part) -> bases.put(target, part.base()));
            transactions.add(transaction);
            proposals.add(new Proposal(bases, TransactionCodec.encode(transaction)));
        }
        List<CommitOutcome> outcomes = store.commit(proposals);
        for (int i = 0; i < outcomes.size(); i++) {
            settle(candidates.get(i), transactions.get(i), outcomes.get(i));
        }
        candidates.clear();
        trees.unstack();
    }

    private void settle(Candidate candidate, Transaction proposed, CommitOutcome outcome) {
        var result = candidate.pending().result();
        switch (outcome) {
            case CommitOutcome.Committed(long index) -> {
                var transaction = new Transaction(
                        index,
                        proposed.time(),
                        proposed.principal(),
                        proposed.comment(),
                        proposed.idempotencyKey(),
                        proposed.targets());
                if (index == followed + 1) {
                    publish(candidate, transaction);
                } else {
                    trees.unstack(); // another node's commit lies between
                    follow();
                }
                result.complete(new CommitResult(index, transaction.time(), transaction.targets()));
            }
            case CommitOutcome.Conflict(TargetId target, Revision actual) -> {
                Revision base =
                        Objects.requireNonNull(candidate.parts().get(target)).base();
                result.completeExceptionally(new Failure.Conflict(target, base, actual).asException());
            }
        }
    }

    private void publish(Candidate candidate, Transaction transaction) {
        candidate.models().publish();
        candidate.parts().forEach((target, part) -> {
            TargetSnapshot snapshot =
                    part.tree().commit(part.tip(), part.indexes(), transaction.index(), transaction.time());
            publisher.show(part.tree(), snapshot, part.edits(), part.octets());
        });
        publisher.followCatalog(transaction);
        keys.remember(transaction);
        followed = transaction.index();
    }
}
