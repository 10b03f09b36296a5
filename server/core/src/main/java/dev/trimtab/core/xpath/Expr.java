package dev.trimtab.core.xpath;

import java.util.List;

/**
 * A compiled expression. XPath has four types of values and the type of every YANG expression is known when it is compiled,
 * so that each type has its interface, and each interface the conversions of XPath 1.0 section 4 to the others.
 */
sealed interface Expr {
    boolean asBoolean(Context context);

    double asNumber(Context context);

    String asText(Context context);

    /** An expression that gives a boolean. */
    @FunctionalInterface
    non-sealed interface OfBoolean extends Expr {
        @Override
        boolean asBoolean(Context context);

        @Override
        default double asNumber(Context context) {
            return asBoolean(context) ? 1 : 0;
        }

        @Override
        default String asText(Context context) {
            return Boolean.toString(asBoolean(context));
        }
    }

    /** An expression that gives a number. */
    @FunctionalInterface
    non-sealed interface OfNumber extends Expr {
        @Override
        double asNumber(Context context);

        @Override
        default boolean asBoolean(Context context) {
            double number = asNumber(context);
            return number != 0 && !Double.isNaN(number);
        }

        @Override
        default String asText(Context context) {
            return Numbers.text(asNumber(context));
        }
    }

    /** An expression that gives a string. */
    @FunctionalInterface
    non-sealed interface OfText extends Expr {
        @Override
        String asText(Context context);

        @Override
        default boolean asBoolean(Context context) {
            return !asText(context).isEmpty();
        }

        @Override
        default double asNumber(Context context) {
            return Numbers.parse(asText(context));
        }
    }

    /** An expression that gives a node-set: each node once, in any order. */
    @FunctionalInterface
    non-sealed interface OfNodes extends Expr {
        List<XNode> select(Context context);

        /** How many nodes there are. */
        default int count(Context context) {
            return select(context).size();
        }

        @Override
        default boolean asBoolean(Context context) {
            return count(context) > 0;
        }

        @Override
        default double asNumber(Context context) {
            return Numbers.parse(asText(context));
        }

        @Override
        default String asText(Context context) {
            List<XNode> nodes = select(context);
            return nodes.isEmpty() ? "" : DocumentOrder.first(nodes).text();
        }
    }
}
