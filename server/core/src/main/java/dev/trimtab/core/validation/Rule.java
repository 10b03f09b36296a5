package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.Place;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One constraint of the model, compiled.
 *
 * @param context the node whose instances it is checked on: every one that exists, stored or not
 * @param reads what the verdict on an instance depends on, apart from the instance itself
 * @param orderMatters whether it depends on the order of siblings too
 * @param broken the changes of what is read that can break the rule; others cannot
 * @param check reports what is wrong with one instance
 */
record Rule(XSchema context, Set<Place> reads, boolean orderMatters, Set<Change> broken, Check check) {

    /** Reports what is wrong with one instance of the context node. */
    @FunctionalInterface
    interface Check {
        void on(XNode node, Report report);
    }

    static Rule of(XSchema context, XPath.Dependencies reads, Set<Change> broken, Check check) {
        return new Rule(context, reads.places(), reads.orderMatters(), broken, check);
    }

    /** A rule that depends on children of its context, and on more. */
    static Rule ofChildren(
            XSchema context, List<XSchema> children, XPath.Dependencies more, Set<Change> broken, Check check) {
        List<Place> reads = new ArrayList<>(more.places());
        children.forEach(child -> reads.add(new Place(child, context)));
        return new Rule(context, Set.copyOf(reads), more.orderMatters(), broken, check);
    }

    /** The same rule, whose context's existence depends on more. */
    Rule dependingOn(XPath.Dependencies existence) {
        if (existence.places().isEmpty()) {
            return this;
        }
        List<Place> all = new ArrayList<>(reads);
        all.addAll(existence.places());
        return new Rule(context, Set.copyOf(all), orderMatters || existence.orderMatters(), Change.ANY, check);
    }
}
