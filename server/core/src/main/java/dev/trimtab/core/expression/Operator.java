package dev.trimtab.core.expression;

/** The operators that have two operands and give a number or a comparison. Source: XPath 1.0 sections 3.4 and 3.5. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    PLUS("+"),
    MINUS("-"),
    MULTIPLY("*"),
    DIVIDE("div"),
    REMAINDER("mod");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    /** Whether the operands are numbers, and so is the result. */
    public boolean isArithmetic() {
        return switch (this) {
            case PLUS, MINUS, MULTIPLY, DIVIDE, REMAINDER -> true;
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
        };
    }

    /** The operator as it is written. */
    @Override
    public String toString() {
        return text;
    }
}
