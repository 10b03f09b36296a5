package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Does every task of a tree on the way through it, so that nothing has to be kept about what is done; used by one thread. */
final class WholeTree {
    private final RuleIndex index;
    private final XNode root;
    private final Report report;
    private final Evaluation evaluation;

    WholeTree(RuleIndex index, XNode root, Report report) {
        this.index = index;
        this.root = root;
        this.report = report;
        this.evaluation = new Evaluation(report);
    }

    /** Finds all keys; reports instances that share what they may not. */
    ConstraintIndexes indexes() {
        var changes = new IndexChanges(ConstraintIndexes.empty(index.slots()));
        walk(root, index::hasIndexesAtOrBelow, (task, node) -> {
            if (task instanceof KeyIndex keys) {
                Collection<?> found = evaluation.keys(keys, node);
                if (!found.isEmpty()) {
                    Object address = Address.of(node);
                    found.forEach(key -> changes.add(keys, key, address));
                }
            }
        });
        ConstraintIndexes indexes = changes.toIndexes();
        evaluation.checkShared(changes, indexes, root);
        return indexes;
    }

    /** Checks everything, until the report is full; whether nodes may exist, also when it is. */
    void check(ConstraintIndexes indexes) {
        walk(root, index::decidesExistenceAtOrBelow, (task, node) -> {
            if (task instanceof Rule rule && rule.decidesExistence()) {
                evaluation.check(rule, node, indexes);
            }
        });
        walk(root, node -> !report.isFull() && index.hasTasksAtOrBelow(node), (task, node) -> {
            if (task instanceof Rule rule && !rule.decidesExistence() && !report.isFull()) {
                evaluation.check(rule, node, indexes);
            }
        });
    }

    private void walk(XNode node, Predicate<XSchema> line, BiConsumer<Task, XNode> each) {
        for (Task task : index.tasksOf(node.schema())) {
            each.accept(task, node);
        }
        for (XSchema child : node.schema().children()) {
            if (line.test(child)) {
                node.children(child).forEach(below -> walk(below, line, each));
            }
        }
    }
}
