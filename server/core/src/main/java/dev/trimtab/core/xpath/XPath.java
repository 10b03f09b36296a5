package dev.trimtab.core.xpath;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An expression compiled for one context node.
 *
 * @param test its value as a boolean, for an instance of the context node
 * @param dependencies what the value depends on
 */
public record XPath(Test test, Dependencies dependencies) {

    /** Evaluates an expression. */
    @FunctionalInterface
    public interface Test {
        /**
         * The value on one context node.
         *
         * @throws EvaluationException when it took too many steps, or computed a pattern that is none
         */
        boolean holds(XNode context);
    }

    /**
     * What a value depends on, apart from the context node itself and the existence of its ancestors.
     *
     * @param places every place of the tree that is read
     * @param orderMatters whether the order of siblings is read too
     */
    public record Dependencies(Set<Place> places, boolean orderMatters) {
        public static final Dependencies NONE = new Dependencies(Set.of(), false);

        /** What any of the expressions depends on. */
        public static Dependencies all(List<XPath> expressions) {
            Set<Place> places = expressions.stream()
                    .flatMap(each -> each.dependencies().places().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Dependencies(
                    places,
                    expressions.stream().anyMatch(each -> each.dependencies().orderMatters()));
        }
    }

    public boolean holds(XNode context) {
        return test.holds(context);
    }
}
