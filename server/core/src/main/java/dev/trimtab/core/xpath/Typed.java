package dev.trimtab.core.xpath;

import java.util.Set;

/**
 * A compiled expression and, if it gives a node-set, every place where its nodes may lie.
 *
 * @param places empty for the other types
 */
record Typed(Expr expr, Set<Place> places) {
    static Typed value(Expr expr) {
        return new Typed(expr, Set.of());
    }

    /**
     * The expression as one that gives nodes.
     *
     * @param usedBy what wants nodes, for the message
     * @param position the character where it stands
     */
    Expr.OfNodes nodes(Object usedBy, int position) {
        if (expr instanceof Expr.OfNodes nodes) {
            return nodes;
        }
        throw new UnsupportedXPathException(usedBy + " needs nodes", position);
    }
}
