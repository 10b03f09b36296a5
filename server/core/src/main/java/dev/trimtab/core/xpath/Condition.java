package dev.trimtab.core.xpath;

/** A compiled {@link When}. */
@FunctionalInterface
public interface Condition {

    /**
     * Whether {@code node} may exist.
     *
     * @param node the node that depends on the condition, stored, implicit, or made up for the question
     */
    boolean holds(XNode node);
}
