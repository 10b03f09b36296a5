package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The comparisons of XPath 1.0 section 3.4: with a node-set, true if one node makes it true. */
enum Comparison {
    EQUAL {
        @Override
        boolean numbers(double left, double right) {
            return left == right;
        }
    },
    NOT_EQUAL {
        @Override
        boolean numbers(double left, double right) {
            return left != right;
        }
    },
    LESS {
        @Override
        boolean numbers(double left, double right) {
            return left < right;
        }
    },
    LESS_OR_EQUAL {
        @Override
        boolean numbers(double left, double right) {
            return left <= right;
        }
    },
    GREATER {
        @Override
        boolean numbers(double left, double right) {
            return left > right;
        }
    },
    GREATER_OR_EQUAL {
        @Override
        boolean numbers(double left, double right) {
            return left >= right;
        }
    };

    abstract boolean numbers(double left, double right);

    static Comparison of(Operator operator) {
        return switch (operator) {
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> NOT_EQUAL;
            case LESS -> LESS;
            case LESS_OR_EQUAL -> LESS_OR_EQUAL;
            case GREATER -> GREATER;
            case GREATER_OR_EQUAL -> GREATER_OR_EQUAL;
            case PLUS, MINUS, MULTIPLY, DIVIDE, REMAINDER ->
                throw new IllegalArgumentException(operator + " compares nothing");
        };
    }

    Expr.OfBoolean compile(Expr left, Expr right) {
        if (comparesBooleans(left, right) || comparesBooleans(right, left)) {
            return context -> booleans(left.asBoolean(context), right.asBoolean(context));
        }
        if (left instanceof Expr.OfNodes leftNodes && right instanceof Expr.OfNodes rightNodes) {
            return context -> nodes(leftNodes.select(context), rightNodes.select(context));
        }
        if (left instanceof Expr.OfNodes nodes) {
            return nodesWithValue(nodes, right);
        }
        if (right instanceof Expr.OfNodes nodes) {
            return mirrored().nodesWithValue(nodes, left);
        }
        if (isOrder() || left instanceof Expr.OfNumber || right instanceof Expr.OfNumber) {
            return context -> numbers(left.asNumber(context), right.asNumber(context));
        }
        return context -> texts(left.asText(context), right.asText(context));
    }

    /** Order is a matter of numbers, also for a boolean; but a node-set meets a boolean as a boolean always. */
    private boolean comparesBooleans(Expr one, Expr other) {
        return one instanceof Expr.OfBoolean && (!isOrder() || other instanceof Expr.OfNodes);
    }

    private Expr.OfBoolean nodesWithValue(Expr.OfNodes nodes, Expr value) {
        if (isOrder() || value instanceof Expr.OfNumber) {
            return context -> {
                double number = value.asNumber(context);
                return nodes.select(context).stream().anyMatch(node -> numbers(Numbers.parse(node.text()), number));
            };
        }
        return context -> {
            String text = value.asText(context);
            return nodes.select(context).stream().anyMatch(node -> texts(node.text(), text));
        };
    }

    /** Whether one pair compares so; costs the sum of the sizes, not the product. */
    private boolean nodes(List<XNode> left, List<XNode> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        return switch (this) {
            case EQUAL -> {
                Set<String> texts = texts(right);
                yield left.stream().anyMatch(node -> texts.contains(node.text()));
            }
            case NOT_EQUAL -> {
                Set<String> texts = texts(right);
                yield texts.size() > 1 || left.stream().anyMatch(node -> !texts.contains(node.text()));
            }
            case LESS, LESS_OR_EQUAL -> numbers(least(left), greatest(right));
            case GREATER, GREATER_OR_EQUAL -> numbers(greatest(left), least(right));
        };
    }

    private static Set<String> texts(List<XNode> nodes) {
        Set<String> texts = new HashSet<>();
        nodes.forEach(node -> texts.add(node.text()));
        return texts;
    }

    /** The least number among the texts of the nodes; NaN, which compares with nothing, if none is a number. */
    private static double least(List<XNode> nodes) {
        double least = Double.NaN;
        for (XNode node : nodes) {
            double number = Numbers.parse(node.text());
            least = Double.isNaN(least) || number < least ? number : least;
        }
        return least;
    }

    private static double greatest(List<XNode> nodes) {
        double greatest = Double.NaN;
        for (XNode node : nodes) {
            double number = Numbers.parse(node.text());
            greatest = Double.isNaN(greatest) || number > greatest ? number : greatest;
        }
        return greatest;
    }

    private boolean booleans(boolean left, boolean right) {
        return numbers(left ? 1 : 0, right ? 1 : 0);
    }

    private boolean texts(String left, String right) {
        return left.equals(right) == (this == EQUAL);
    }

    private boolean isOrder() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    private Comparison mirrored() {
        return switch (this) {
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> NOT_EQUAL;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
        };
    }
}
