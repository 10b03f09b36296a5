package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.List;

/** Nodes around a node, in the order of the document. */
final class Siblings {
    /** Takes every node. */
    static final NodeMatcher ANY = new NodeMatcher(NodeMatcher.Kind.ANY, null, null);

    private Siblings() {}

    static void add(XNode node, NodeMatcher test, List<XNode> found) {
        if (test.accepts(node.schema())) {
            found.add(node);
        }
    }

    /** Adds a node and all below it. */
    static void addSubtree(XNode node, NodeMatcher test, List<XNode> found) {
        node.tree().spend(1);
        add(node, test, found);
        node.nodesBelow(true, test.takesTexts()).forEach(child -> addSubtree(child, test, found));
    }

    /** The siblings after {@code node} that pass the test. */
    static List<XNode> after(XNode node, NodeMatcher test) {
        List<XNode> found = new ArrayList<>();
        for (XSchema schema : schemasAround(node, test)) {
            if (schema.order() >= node.schema().order()) {
                List<XNode> same = same(node, schema);
                found.addAll(schema == node.schema() ? same.subList(same.indexOf(node) + 1, same.size()) : same);
            }
        }
        return found;
    }

    /** The siblings before {@code node} that pass the test. */
    static List<XNode> before(XNode node, NodeMatcher test) {
        List<XNode> found = new ArrayList<>();
        for (XSchema schema : schemasAround(node, test)) {
            if (schema.order() <= node.schema().order()) {
                List<XNode> same = same(node, schema);
                found.addAll(schema == node.schema() ? same.subList(0, Math.max(same.indexOf(node), 0)) : same);
            }
        }
        return found;
    }

    /** Whether there are siblings before {@code node} that pass the test: looks at the first one only. */
    static boolean hasBefore(XNode node, NodeMatcher test) {
        XNode parent = node.parent();
        if (parent == null) {
            return false;
        }
        for (XSchema schema : schemasAround(node, test)) {
            if (schema.order() <= node.schema().order()) {
                XNode first = parent.firstChild(schema);
                if (first != null && !first.equals(node)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<XNode> same(XNode node, XSchema schema) {
        List<XNode> same = node.parent() == null ? List.of() : node.parent().children(schema);
        node.tree().spend(same.size());
        return same;
    }

    private static List<XSchema> schemasAround(XNode node, NodeMatcher test) {
        XNode parent = node.parent();
        return parent == null || node.schema().isText()
                ? List.of()
                : parent.schema().children().stream().filter(test::accepts).toList();
    }
}
