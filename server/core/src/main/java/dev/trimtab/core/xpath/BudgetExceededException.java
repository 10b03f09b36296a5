package dev.trimtab.core.xpath;

/** An expression took more steps than it may: visited nodes, made text and tried parts of patterns. */
public final class BudgetExceededException extends EvaluationException {
    private static final long serialVersionUID = 1;

    BudgetExceededException(int steps) {
        super("gave up after " + steps + " steps");
    }
}
