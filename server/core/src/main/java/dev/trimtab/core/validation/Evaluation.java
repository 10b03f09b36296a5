package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.EvaluationException;
import dev.trimtab.core.xpath.XNode;
import java.util.Collection;
import java.util.List;

/** Does tasks one by one, each with a budget of its own; reports those that cannot be done within it. */
record Evaluation(Report report) {

    /** @param indexes of the tree that {@code node} is in */
    void check(Rule rule, XNode node, ConstraintIndexes indexes) {
        node.tree().beginEvaluation();
        try {
            rule.check(node, indexes, report);
        } catch (EvaluationException e) {
            report(node, e);
        } finally {
            node.tree().endEvaluation();
        }
    }

    Collection<?> keys(KeyIndex index, XNode node) {
        node.tree().beginEvaluation();
        try {
            return index.keys(node);
        } catch (EvaluationException e) {
            report(node, e);
            return List.of();
        } finally {
            node.tree().endEvaluation();
        }
    }

    /** Checks the instances that have come to share keys which are meant to have one each. */
    void checkShared(IndexChanges changes, ConstraintIndexes indexes, XNode root) {
        for (IndexChanges.Shared shared : changes.shared()) {
            KeyIndex index = shared.index();
            KeyIndex.Sharing sharing = index.sharing();
            List<XNode> nodes = indexes.find(index, shared.key()).stream()
                    .map(address -> Address.find(root, index.context(), address))
                    .filter(node -> node != null)
                    .toList();
            if (sharing != null && nodes.size() > 1) {
                sharing.check(nodes, report);
            }
        }
    }

    private void report(XNode node, EvaluationException e) {
        report.add(node, "bound", "cannot be decided: its expression " + e.getMessage(), null);
    }
}
