package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One compiled step of a location path.
 *
 * @param lookup where the predicates name the keys of a list: how its entries are found without looking at all of them
 */
record Step(Axis axis, NodeMatcher test, @Nullable KeyLookup lookup, List<Expr> predicates) {

    /** The nodes that the steps lead to, each once; those of one start in the order of the last axis. */
    List<XNode> from(List<XNode> nodes, Context context) {
        if (nodes.size() == 1) {
            return from(nodes.getFirst(), context);
        }
        if (axis.converges()) {
            Set<XNode> found = new LinkedHashSet<>();
            nodes.forEach(node -> found.addAll(from(node, context)));
            return List.copyOf(found);
        }
        List<XNode> found = new ArrayList<>();
        nodes.forEach(node -> found.addAll(from(node, context)));
        return found;
    }

    private List<XNode> from(XNode node, Context context) {
        List<XNode> found = lookup == null ? axis.nodes(node, test) : lookup.find(node, context);
        node.tree().spend(1 + found.size());
        for (Expr predicate : predicates) {
            found = filter(found, predicate, context);
        }
        return found;
    }

    /** How many nodes {@link #from} gives; where nothing but the test decides, without making them. */
    int count(List<XNode> nodes, Context context) {
        if (!predicates.isEmpty() || (nodes.size() > 1 && axis.converges())) {
            return from(nodes, context).size();
        }
        int count = 0;
        for (XNode node : nodes) {
            node.tree().spend(1);
            count += axis.count(node, test);
        }
        return count;
    }

    /** Whether {@link #from} gives a node. */
    boolean any(List<XNode> nodes, Context context) {
        for (XNode node : nodes) {
            node.tree().spend(1);
            if (predicates.isEmpty()
                    ? axis.any(node, test)
                    : !from(node, context).isEmpty()) {
                return true;
            }
        }
        return false;
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
