package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One compiled step of a location path.
 *
 * @param lookup where the predicates name the keys of a list: how its entries are found without looking at all of them
 */
record Step(Axis axis, NodeTest test, @Nullable KeyLookup lookup, List<Expr> predicates) {

    static List<XNode> walk(List<XNode> start, List<Step> steps, Context context) {
        List<XNode> at = start;
        for (Step step : steps) {
            at = step.from(at, context);
        }
        return at;
    }

    private List<XNode> from(List<XNode> nodes, Context context) {
        if (nodes.size() == 1) {
            return from(nodes.getFirst(), context);
        }
        Collection<XNode> found = axis.convergesFrom(nodes.size()) ? new LinkedHashSet<>() : new ArrayList<>();
        nodes.forEach(node -> found.addAll(from(node, context)));
        return List.copyOf(found);
    }

    private List<XNode> from(XNode node, Context context) {
        List<XNode> found = lookup == null ? axis.nodes(node, test) : lookup.find(node, context);
        node.tree().spend(1 + found.size());
        for (Expr predicate : predicates) {
            found = filter(found, predicate, context);
        }
        return found;
    }

    /** Source: XPath 1.0 section 2.4; a number stands for the position. */
    static List<XNode> filter(List<XNode> nodes, Expr predicate, Context context) {
        List<XNode> kept = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Context each = context.at(nodes.get(i), i + 1, nodes.size());
            boolean holds = predicate instanceof Expr.OfNumber number
                    ? number.asNumber(each) == i + 1
                    : predicate.asBoolean(each);
            if (holds) {
                kept.add(nodes.get(i));
            }
        }
        return kept;
    }
}
