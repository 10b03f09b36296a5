package dev.trimtab.core.transaction;

import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.TargetSnapshot;
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

    /** The candidate a finished modification leads to; nothing is kept. */
    DataTreeCandidateTip prepare(DataTreeModification modification) throws DataValidationFailedException {
        modification.ready();
        tip.validate(modification);
        return tip.prepare(modification);
    }

    /** Puts a candidate on top; the next modification builds on it. */
    void stack(DataTreeModification modification, DataTreeCandidateTip candidate) {
        top = modification;
        tip = candidate;
        revision = revision.next();
    }

    /** Forgets what is stacked. */
    void unstack() {
        top = null;
        tip = tree;
        revision = committed;
    }

    /** Commits the lowest stacked candidate, or, where none is stacked, one that was prepared just now. */
    TargetSnapshot commit(DataTreeCandidateTip candidate, long transaction, Instant time) {
        tree.commit(candidate);
        committed = committed.next();
        if (top == null) {
            revision = committed;
        }
        return snapshot(transaction, time);
    }

    /** The committed state. */
    TargetSnapshot snapshot(long transaction, Instant time) {
        return new TargetSnapshot(target, served, committed, transaction, time, tree.takeSnapshot());
    }
}
