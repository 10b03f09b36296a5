package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.Place;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XSchema;
import java.util.List;
import java.util.Set;

/** One constraint of the model, compiled. Equal only to itself. */
final class Rule extends Task {
    private final boolean decidesExistence;
    private final IndexedCheck check;

    /** Reports what is wrong with one instance of the context node. */
    @FunctionalInterface
    interface Check {
        void on(XNode node, Report report);
    }

    /** A check that looks something up in the indexes of the tree that the instance is in. */
    @FunctionalInterface
    interface IndexedCheck {
        void on(XNode node, ConstraintIndexes indexes, Report report);
    }

    private Rule(
            XSchema context,
            List<Reading> readings,
            boolean orderMatters,
            boolean decidesExistence,
            IndexedCheck check) {
        super(context, readings, orderMatters);
        this.decidesExistence = decidesExistence;
        this.check = check;
    }

    private static IndexedCheck simple(Check check) {
        return (node, _, report) -> check.on(node, report);
    }

    /** A rule for the instances of {@code context} that every change of what it reads can break. */
    static Rule of(XSchema context, XPath.Dependencies reads, Check check) {
        return new Rule(context, Reading.of(reads), reads.orderMatters(), false, simple(check));
    }

    /** A rule that reads as the readings say, and no order of siblings. */
    static Rule of(XSchema context, List<Reading> readings, IndexedCheck check) {
        return new Rule(context, readings, false, false, check);
    }

    /** A rule that says whether the instances of {@code context} may exist. */
    static Rule ofExistence(XSchema context, XPath.Dependencies reads, Check check) {
        return new Rule(context, Reading.of(reads), reads.orderMatters(), true, simple(check));
    }

    /**
     * A rule that depends on nodes below its context, and on more.
     *
     * @param breaking the changes of what is below that can break the rule; others cannot
     */
    static Rule ofChildren(
            XSchema context, List<XSchema> below, XPath.Dependencies more, Set<Change> breaking, Check check) {
        List<Place> places =
                below.stream().map(node -> new Place(node, context)).toList();
        List<Reading> readings = Reading.with(Reading.of(places, breaking), Reading.of(more));
        return new Rule(context, readings, more.orderMatters(), false, simple(check));
    }

    /** The same rule, which reads as the readings say. */
    Rule withReadings(List<Reading> others) {
        return new Rule(context(), others, orderMatters(), decidesExistence, check);
    }

    /** The same rule, where the existence of the context depends on more. */
    Rule dependingOn(XPath.Dependencies existence) {
        return existence.places().isEmpty()
                ? this
                : new Rule(
                        context(),
                        Reading.with(readings(), Reading.ofExistence(existence)),
                        orderMatters() || existence.orderMatters(),
                        decidesExistence,
                        check);
    }

    /** Whether it is about the existence of its context, and has to be asked of every instance. */
    boolean decidesExistence() {
        return decidesExistence;
    }

    void check(XNode node, ConstraintIndexes indexes, Report report) {
        check.on(node, indexes, report);
    }
}
