package dev.trimtab.core.xpath;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Order in which nodes appear in the tree: parents before children, children as in the model, entries as stored. */
final class DocumentOrder implements Comparator<XNode> {
    static final DocumentOrder INSTANCE = new DocumentOrder();

    private DocumentOrder() {}

    static XNode first(List<XNode> nodes) {
        return nodes.size() == 1
                ? nodes.getFirst()
                : nodes.stream().min(INSTANCE).orElseThrow();
    }

    @Override
    public int compare(XNode left, XNode right) {
        List<XNode> leftLine = lineage(left);
        List<XNode> rightLine = lineage(right);
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
            line.addFirst(at);
        }
        return line;
    }

    private static int compareSiblings(XNode left, XNode right) {
        if (left.schema() != right.schema()) {
            return Integer.compare(left.schema().order(), right.schema().order());
        }
        List<XNode> siblings = requireNonNull(left.parent()).children(left.schema());
        return Integer.compare(siblings.indexOf(left), siblings.indexOf(right));
    }
}
