package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.EvaluationException;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be done again after a change: rules to check and keys to find anew, each with the instance it is for, once. */
final class Agenda {
    private record Item(Rule rule, XNode node) {}

    private record Stale(KeyIndex index, Object address) {}

    private record Spread(Task task, XNode pivot) {}

    private final RuleIndex index;
    private final Set<Item> items = new LinkedHashSet<>();
    private final Set<Stale> stale = new LinkedHashSet<>();
    private final Set<Spread> spread = new LinkedHashSet<>();

    Agenda(RuleIndex index) {
        this.index = index;
    }

    void add(Task task, XNode node) {
        switch (task) {
            case Rule rule -> items.add(new Item(rule, node));
            case KeyIndex keys -> stale.add(new Stale(keys, Address.of(node)));
        }
    }

    void addStale(KeyIndex keys, Object address) {
        stale.add(new Stale(keys, address));
    }

    /** Adds the tasks of {@code node} and of everything below it that exists. */
    void addSubtree(XNode node) {
        for (Task task : index.tasksOf(node.schema())) {
            add(task, node);
        }
        for (XSchema child : node.schema().children()) {
            if (index.hasTasksAtOrBelow(child)) {
                node.children(child).forEach(this::addSubtree);
            }
        }
    }

    /** Adds the indexes in which {@code node}, and everything below it, stood before the change. */
    void addGone(XNode node) {
        if (!index.hasIndexesAtOrBelow(node.schema())) {
            return;
        }
        for (Task task : index.tasksOf(node.schema())) {
            if (task instanceof KeyIndex keys) {
                add(keys, node);
            }
        }
        for (XSchema child : node.schema().children()) {
            if (index.hasIndexesAtOrBelow(child)) {
                node.children(child).forEach(this::addGone);
            }
        }
    }

    /** Adds {@code task} for every instance of its context at or below {@code pivot}. */
    void addBelow(Task task, XNode pivot) {
        if (spread.add(new Spread(task, pivot))) {
            addInstances(task, pivot);
        }
    }

    private void addInstances(Task task, XNode at) {
        if (at.schema() == task.context()) {
            add(task, at);
            return;
        }
        for (XSchema child : at.schema().children()) {
            if (task.context().isWithin(child)) {
                at.children(child).forEach(each -> addInstances(task, each));
            }
        }
    }

    /**
     * Brings the indexes up to the tree after the change.
     *
     * @param before the root before the change; null where nothing was there
     * @param report gets what is wrong with instances that have come to share a key
     */
    ConstraintIndexes update(ConstraintIndexes known, @Nullable XNode before, XNode after, Report report) {
        var changes = new IndexChanges(known);
        for (Stale each : stale) {
            KeyIndex keys = each.index();
            XNode then = before == null ? null : Address.find(before, keys.context(), each.address());
            XNode now = Address.find(after, keys.context(), each.address());
            Collection<?> old = then == null ? List.of() : keys(keys, then, report);
            Collection<?> young = now == null ? List.of() : keys(keys, now, report);
            for (Object key : old) {
                if (!young.contains(key)) {
                    changes.remove(keys, key, each.address());
                }
            }
            for (Object key : young) {
                if (!old.contains(key)) {
                    changes.add(keys, key, each.address());
                }
            }
        }
        ConstraintIndexes indexes = changes.toIndexes();
        changes.shared().forEach(shared -> checkSharing(shared, indexes, after, report));
        return indexes;
    }

    private static Collection<?> keys(KeyIndex keys, XNode node, Report report) {
        node.tree().beginEvaluation();
        try {
            return keys.keys(node);
        } catch (EvaluationException e) {
            report.add(node, "bound", "cannot be decided: its expression " + e.getMessage(), null);
            return List.of();
        }
    }

    private static void checkSharing(
            IndexChanges.Shared shared, ConstraintIndexes indexes, XNode after, Report report) {
        KeyIndex.Sharing sharing = shared.index().sharing();
        List<XNode> nodes = indexes.find(shared.index(), shared.key()).stream()
                .map(address -> Address.find(after, shared.index().context(), address))
                .filter(node -> node != null)
                .toList();
        if (sharing != null && nodes.size() > 1) {
            sharing.check(nodes, report);
        }
    }

    /**
     * Checks everything, until the report is full; whether nodes may exist, also when it is.
     *
     * @param indexes of the tree after the change
     */
    void check(ConstraintIndexes indexes, Report report) {
        items.stream().filter(item -> item.rule().decidesExistence()).forEach(item -> check(item, indexes, report));
        for (Item item : items) {
            if (report.isFull()) {
                return;
            }
            if (!item.rule().decidesExistence()) {
                check(item, indexes, report);
            }
        }
    }

    private static void check(Item item, ConstraintIndexes indexes, Report report) {
        item.node().tree().beginEvaluation();
        try {
            item.rule().check(item.node(), indexes, report);
        } catch (EvaluationException e) {
            report.add(item.node(), "bound", "cannot be decided: its expression " + e.getMessage(), null);
        }
    }
}
