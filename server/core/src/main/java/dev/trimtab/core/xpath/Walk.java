package dev.trimtab.core.xpath;

import java.util.List;

/**
 * A compiled location path.
 *
 * @param start where it begins
 * @param steps one at least
 */
record Walk(Expr.OfNodes start, List<Step> steps) {
    Walk {
        steps = List.copyOf(steps);
    }

    Expr.OfNodes toExpr() {
        return new Expr.OfNodes() {
            @Override
            public List<XNode> select(Context context) {
                return steps.getLast().from(beforeLast(context), context);
            }

            @Override
            public int count(Context context) {
                return steps.getLast().count(beforeLast(context), context);
            }

            @Override
            public boolean asBoolean(Context context) {
                return steps.getLast().any(beforeLast(context), context);
            }
        };
    }

    private List<XNode> beforeLast(Context context) {
        List<XNode> at = start.select(context);
        for (int i = 0; i < steps.size() - 1; i++) {
            at = steps.get(i).from(at, context);
        }
        return at;
    }
}
