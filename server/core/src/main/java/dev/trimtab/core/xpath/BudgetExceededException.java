package dev.trimtab.core.xpath;

/** An expression visited more nodes than it may. */
public final class BudgetExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BudgetExceededException(int steps) {
        super("gave up after visiting " + steps + " nodes", null, false, false);
    }
}
