package dev.trimtab.core.xpath;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.opendaylight.yangtools.yang.xpath.api.YangBinaryOperator;

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

    static Comparison of(YangBinaryOperator operator) {
        return switch (operator) {
            case EQUALS -> EQUAL;
            case NOT_EQUALS -> NOT_EQUAL;
            case LT -> LESS;
            case LTE -> LESS_OR_EQUAL;
            case GT -> GREATER;
            case GTE -> GREATER_OR_EQUAL;
            case PLUS, MINUS, MUL, DIV, MOD -> throw new IllegalArgumentException(operator + " compares nothing");
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

    private boolean nodes(List<XNode> left, List<XNode> right) {
        if (this == EQUAL && left.size() > 1 && right.size() > 1) {
            Set<String> texts = right.stream().map(XNode::text).collect(Collectors.toSet());
            return left.stream().anyMatch(node -> texts.contains(node.text()));
        }
        return left.stream().anyMatch(a -> right.stream().anyMatch(b -> pair(a.text(), b.text())));
    }

    private boolean pair(String left, String right) {
        return isOrder() ? numbers(Numbers.parse(left), Numbers.parse(right)) : texts(left, right);
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
