package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.Expression;
import java.util.List;

/** Questions about an expression that its text alone answers. */
final class Syntax {
    private Syntax() {}

    /** Whether the expression has the same value for every context node, given the node it all started from. */
    static boolean ignoresContext(Expression expression) {
        return switch (expression) {
            case Expression.Literal _, Expression.Variable _ -> true;
            case Expression.Path path -> path.origin() == Expression.Origin.ROOT;
            case Expression.Continued path -> ignoresContext(path.start());
            case Expression.Filter filter -> ignoresContext(filter.operand());
            case Expression.Call call -> ignoresContext(call);
            default -> false;
        };
    }

    private static boolean ignoresContext(Expression.Call call) {
        return switch (Function.of(call.function())) {
            case CURRENT -> true;
            case STRING, CONCAT, DEREF ->
                !call.arguments().isEmpty() && call.arguments().stream().allMatch(Syntax::ignoresContext);
            case null, default -> false;
        };
    }

    /** Whether the expression, as a predicate, asks for the position of the context node or for how many there are. */
    static boolean isPositional(Expression predicate) {
        return givesNumber(predicate) || usesPosition(predicate);
    }

    private static boolean givesNumber(Expression expression) {
        return switch (expression) {
            case Expression.Numeral _, Expression.Negation _ -> true;
            case Expression.Call call -> {
                Function function = Function.of(call.function());
                yield function != null && function.givesNumber();
            }
            case Expression.Binary binary ->
                switch (binary.operator()) {
                    case PLUS, MINUS, MULTIPLY, DIVIDE, REMAINDER -> true;
                    case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> false;
                };
            default -> false;
        };
    }

    private static boolean usesPosition(Expression expression) {
        return switch (expression) {
            case Expression.Call call ->
                List.of("position", "last").contains(call.function()) || anyUsesPosition(call.arguments());
            case Expression.Binary binary -> usesPosition(binary.left()) || usesPosition(binary.right());
            case Expression.Disjunction any -> anyUsesPosition(any.operands());
            case Expression.Conjunction all -> anyUsesPosition(all.operands());
            case Expression.Union union -> anyUsesPosition(union.operands());
            case Expression.Negation negation -> usesPosition(negation.operand());
            case Expression.Continued path -> usesPosition(path.start());
            case Expression.Filter filter -> usesPosition(filter.operand());
            case Expression.Path _, Expression.Literal _, Expression.Numeral _, Expression.Variable _ -> false;
        };
    }

    private static boolean anyUsesPosition(List<Expression> expressions) {
        return expressions.stream().anyMatch(Syntax::usesPosition);
    }
}
