package dev.trimtab.core.transaction;

import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The trees of all targets in the hands of the committer. Not thread-safe. */
final class WorkingTrees {
    private final Map<TargetId, WorkingTree> trees = new HashMap<>();
    /** Revisions go on where they were when a target of the same name comes back. */
    private final Map<TargetId, Revision> revisionsOfRemoved = new HashMap<>();

    Optional<WorkingTree> find(TargetId target) {
        return Optional.ofNullable(trees.get(target));
    }

    /** @throws dev.trimtab.core.failure.FailureException with {@code NotFound} */
    WorkingTree require(TargetId target) {
        return find(target).orElseThrow(() -> Targets.notFound(target));
    }

    /** The targets that {@code /system/targets} names: all but {@code system} itself. */
    Set<TargetId> configurable() {
        Set<TargetId> targets = new HashSet<>(trees.keySet());
        targets.remove(TargetId.SYSTEM);
        return targets;
    }

    /** An empty tree that is not among these yet. */
    WorkingTree fresh(TargetId target, ServedModel served) {
        WorkingTree present = trees.get(target);
        Revision revision =
                present == null ? revisionsOfRemoved.getOrDefault(target, Revision.NONE) : present.revision();
        return new WorkingTree(target, served, revision);
    }

    void put(WorkingTree tree) {
        trees.put(tree.target(), tree);
        revisionsOfRemoved.remove(tree.target());
    }

    void remove(TargetId target) {
        WorkingTree tree = trees.remove(target);
        if (tree != null) {
            revisionsOfRemoved.put(target, tree.revision());
        }
    }

    void unstack() {
        trees.values().forEach(WorkingTree::unstack);
    }
}
