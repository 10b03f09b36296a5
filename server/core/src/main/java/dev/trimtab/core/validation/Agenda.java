package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
     * @param report gets what is wrong with instances that have come to share a key
     */
    ConstraintIndexes update(ConstraintIndexes known, XNode before, XNode after, Report report) {
        var evaluation = new Evaluation(report);
        var changes = new IndexChanges(known);
        for (Stale each : stale) {
            KeyIndex keys = each.index();
            XNode then = Address.find(before, keys.context(), each.address());
            XNode now = Address.find(after, keys.context(), each.address());
            Collection<?> old = then == null ? List.of() : evaluation.keys(keys, then);
            Collection<?> young = now == null ? List.of() : evaluation.keys(keys, now);
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
        evaluation.checkShared(changes, indexes, after);
        return indexes;
    }

    /**
     * Checks everything, until the report is full; whether nodes may exist, also when it is.
     *
     * @param indexes of the tree after the change
     */
    void check(ConstraintIndexes indexes, Report report) {
        var evaluation = new Evaluation(report);
        items.stream()
                .filter(item -> item.rule().decidesExistence())
                .forEach(item -> evaluation.check(item.rule(), item.node(), indexes));
        for (Item item : items) {
            if (report.isFull()) {
                return;
            }
            if (!item.rule().decidesExistence()) {
                evaluation.check(item.rule(), item.node(), indexes);
            }
        }
    }
}
