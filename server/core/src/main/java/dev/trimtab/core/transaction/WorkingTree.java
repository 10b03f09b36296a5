package dev.trimtab.core.transaction;

import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.core.validation.ConstraintIndexes;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateTip;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeTip;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/**
 * One target's tree in the hands of the committer: the committed state, and candidates stacked on it that wait for their commit.
 *
 * <p>Not thread-safe.
 */
final class WorkingTree {
    private final TargetId target;
    private final ServedModel served;
    private final DataTree tree;
    private Revision committed;
    private DataTreeTip tip;
    private @Nullable DataTreeModification top;
    private Revision revision;
    private ConstraintIndexes committedIndexes = ConstraintIndexes.UNKNOWN;
    private ConstraintIndexes indexes = ConstraintIndexes.UNKNOWN;

    /** An empty tree. */
    WorkingTree(TargetId target, ServedModel served, Revision revision) {
        this.target = target;
        this.served = served;
        this.tree = served.model().newTree();
        this.committed = revision;
        this.tip = tree;
        this.revision = revision;
    }

    TargetId target() {
        return target;
    }

    ServedModel served() {
        return served;
    }

    /** The revision with everything that is stacked. */
    Revision revision() {
        return revision;
    }

    /** A modification on top of everything that is stacked. */
    DataTreeModification modify() {
        return top == null ? tree.takeSnapshot().newModification() : top.newModification();
    }

    /** What validation knows about the tree with everything that is stacked. */
    ConstraintIndexes indexes() {
        return indexes;
    }

    /** What validation knows about the tree that a candidate which is known to be valid leads to. */
    ConstraintIndexes follow(DataTreeCandidateTip candidate) {
        return served.validator().follow(indexes, candidate);
    }

    /** The candidate a finished modification leads to; nothing is kept. */
    DataTreeCandidateTip prepare(DataTreeModification modification) throws DataValidationFailedException {
        modification.ready();
        tip.validate(modification);
        return tip.prepare(modification);
    }

    /** Puts a candidate on top; the next modification builds on it. */
    void stack(DataTreeModification modification, DataTreeCandidateTip candidate, ConstraintIndexes after) {
        top = modification;
        tip = candidate;
        indexes = after;
        revision = revision.next();
    }

    /** Forgets what is stacked. */
    void unstack() {
        top = null;
        tip = tree;
        revision = committed;
        indexes = committedIndexes;
    }

    /** Commits the lowest stacked candidate, or, where none is stacked, one that was prepared just now. */
    TargetSnapshot commit(DataTreeCandidateTip candidate, ConstraintIndexes after, long transaction, Instant time) {
        tree.commit(candidate);
        committed = committed.next();
        committedIndexes = after;
        if (top == null) {
            revision = committed;
            indexes = after;
        }
        return snapshot(transaction, time);
    }

    /** The committed state. */
    TargetSnapshot snapshot(long transaction, Instant time) {
        return new TargetSnapshot(target, served, committed, transaction, time, tree.takeSnapshot());
    }
}
