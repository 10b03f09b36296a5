package dev.trimtab.core.xpath;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Order in which nodes appear in the tree: parents before children, children as in the model, entries as stored.
 *
 * <p>Knows where an entry stands among its siblings from one look at them; for one use on one tree.
 */
final class DocumentOrder implements Comparator<XNode> {

    /** All instances of one child. */
    private record Family(XNode parent, XSchema child) {}

    private final Map<Family, Map<XNode, Integer>> places = new HashMap<>();

    private DocumentOrder() {}

    /** The first of some nodes, one at least. */
    static XNode first(List<XNode> nodes) {
        return nodes.size() == 1
                ? nodes.getFirst()
                : nodes.stream().min(new DocumentOrder()).orElseThrow();
    }

    static List<XNode> sorted(List<XNode> nodes) {
        return nodes.size() < 2
                ? nodes
                : nodes.stream().sorted(new DocumentOrder()).toList();
    }

    @Override
    public int compare(XNode left, XNode right) {
        List<XNode> leftLine = lineage(left);
        List<XNode> rightLine = lineage(right);
        left.tree().spend(leftLine.size());
        for (int i = 0; i < Math.min(leftLine.size(), rightLine.size()); i++) {
            if (!leftLine.get(i).equals(rightLine.get(i))) {
                return compareSiblings(leftLine.get(i), rightLine.get(i));
            }
        }
        return Integer.compare(leftLine.size(), rightLine.size());
    }

    private static List<XNode> lineage(XNode node) {
        List<XNode> line = new ArrayList<>();
        for (XNode at = node; at != null; at = at.parent()) {
            line.add(at);
        }
        return line.reversed();
    }

    private int compareSiblings(XNode left, XNode right) {
        if (left.schema() != right.schema()) {
            return Integer.compare(left.schema().order(), right.schema().order());
        }
        var family = new Family(requireNonNull(left.parent()), left.schema());
        Map<XNode, Integer> among = places.computeIfAbsent(family, DocumentOrder::places);
        return Integer.compare(among.getOrDefault(left, -1), among.getOrDefault(right, -1));
    }

    private static Map<XNode, Integer> places(Family family) {
        Map<XNode, Integer> places = new HashMap<>();
        List<XNode> siblings = family.parent().children(family.child());
        family.parent().tree().spend(siblings.size());
        siblings.forEach(sibling -> places.put(sibling, places.size()));
        return places;
    }
}
