package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.BudgetExceededException;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.LinkedHashSet;
import java.util.Set;

/** The rules to check, each with the instance to check it on, once. */
final class Agenda {
    private record Item(Rule rule, XNode node) {}

    private final RuleIndex index;
    private final Set<Item> items = new LinkedHashSet<>();
    private final Set<Item> spread = new LinkedHashSet<>();

    Agenda(RuleIndex index) {
        this.index = index;
    }

    /** Adds the rules of {@code node} itself. */
    void add(XNode node) {
        for (Rule rule : index.rulesOf(node.schema())) {
            items.add(new Item(rule, node));
        }
    }

    /** Adds the rules of {@code node} and of everything below it that exists. */
    void addSubtree(XNode node) {
        add(node);
        for (XSchema child : node.schema().children()) {
            if (index.hasRulesAtOrBelow(child)) {
                node.children(child).forEach(this::addSubtree);
            }
        }
    }

    /** Adds {@code rule} for every instance of its context at or below {@code pivot}. */
    void addBelow(Rule rule, XNode pivot) {
        if (spread.add(new Item(rule, pivot))) {
            addInstances(rule, pivot);
        }
    }

    private void addInstances(Rule rule, XNode at) {
        if (at.schema() == rule.context()) {
            items.add(new Item(rule, at));
            return;
        }
        for (XSchema child : at.schema().children()) {
            if (rule.context().isWithin(child)) {
                at.children(child).forEach(each -> addInstances(rule, each));
            }
        }
    }

    /** Checks everything, until the report is full; whether nodes may exist, also when it is. */
    void check(Report report) {
        items.stream().filter(item -> item.rule().decidesExistence()).forEach(item -> check(item, report));
        for (Item item : items) {
            if (report.isFull()) {
                return;
            }
            if (!item.rule().decidesExistence()) {
                check(item, report);
            }
        }
    }

    private static void check(Item item, Report report) {
        item.node().tree().beginEvaluation();
        try {
            item.rule().check(item.node(), report);
        } catch (BudgetExceededException e) {
            report.add(item.node(), "bound", "cannot be decided: its expression " + e.getMessage(), null);
        }
    }
}
