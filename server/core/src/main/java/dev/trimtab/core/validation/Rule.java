package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.Place;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XSchema;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One constraint of the model, compiled. Equal only to itself. */
final class Rule {
    private final XSchema context;
    private final Set<Place> reads;
    private final boolean orderMatters;
    private final Set<Change> breaking;
    private final boolean decidesExistence;
    private final Check check;

    /** Reports what is wrong with one instance of the context node. */
    @FunctionalInterface
    interface Check {
        void on(XNode node, Report report);
    }

    private Rule(
            XSchema context,
            Set<Place> reads,
            boolean orderMatters,
            Set<Change> breaking,
            boolean decidesExistence,
            Check check) {
        this.context = context;
        this.reads = Collections.unmodifiableSet(reads);
        this.orderMatters = orderMatters;
        this.breaking = breaking;
        this.decidesExistence = decidesExistence;
        this.check = check;
    }

    /**
     * A rule for the instances of {@code context}.
     *
     * @param reads what the verdict on an instance depends on, apart from the instance itself
     * @param breaking the changes of what is read that can break the rule; others cannot
     */
    static Rule of(XSchema context, XPath.Dependencies reads, Set<Change> breaking, Check check) {
        return new Rule(context, reads.places(), reads.orderMatters(), breaking, false, check);
    }

    /** A rule that says whether the instances of {@code context} may exist. */
    static Rule ofExistence(XSchema context, XPath.Dependencies reads, Check check) {
        return new Rule(context, reads.places(), reads.orderMatters(), Change.ANY, true, check);
    }

    /** A rule that depends on nodes below its context, and on more. */
    static Rule ofChildren(
            XSchema context, List<XSchema> below, XPath.Dependencies more, Set<Change> breaking, Check check) {
        Set<Place> reads = new LinkedHashSet<>(more.places());
        below.forEach(node -> reads.add(new Place(node, context)));
        return new Rule(context, reads, more.orderMatters(), breaking, false, check);
    }

    /** The same rule, where the existence of the context depends on more. */
    Rule dependingOn(XPath.Dependencies existence) {
        if (existence.places().isEmpty()) {
            return this;
        }
        Set<Place> all = new LinkedHashSet<>(reads);
        all.addAll(existence.places());
        return new Rule(context, all, orderMatters || existence.orderMatters(), Change.ANY, decidesExistence, check);
    }

    /** The node whose instances the rule is checked on: every one that exists, stored or not. */
    XSchema context() {
        return context;
    }

    /** What the verdict on an instance depends on, apart from the instance itself. */
    Set<Place> reads() {
        return reads;
    }

    /** Whether the verdict depends on the order of siblings too. */
    boolean orderMatters() {
        return orderMatters;
    }

    boolean canBreakBy(Change change) {
        return breaking.contains(change);
    }

    /** Whether it is about the existence of its context, and has to be asked of every instance. */
    boolean decidesExistence() {
        return decidesExistence;
    }

    void check(XNode node, Report report) {
        check.on(node, report);
    }
}
