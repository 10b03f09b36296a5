package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A path that may have wildcards, made ready for matching: {@code ...} in a row is one, and at the end it is {@code *}.
 *
 * @param original as it was asked for, for messages
 */
record PathPattern(Path original, List<PathElement> elements) {
    private static final PathElement ANY = new PathElement(PathElement.ANY);

    static PathPattern of(Path path) {
        List<PathElement> elements = new ArrayList<>();
        for (PathElement element : path.elements()) {
            boolean repeated = isAnyDepth(element) && !elements.isEmpty() && isAnyDepth(elements.getLast());
            if (!repeated) {
                elements.add(element);
            }
        }
        if (!elements.isEmpty() && isAnyDepth(elements.getLast())) {
            elements.set(elements.size() - 1, ANY);
        }
        return new PathPattern(path, List.copyOf(elements));
    }

    private static boolean isAnyDepth(PathElement element) {
        return element.name().equals(PathElement.ANY_DEPTH);
    }

    boolean endsAt(int index) {
        return index == elements.size();
    }

    boolean isLast(int index) {
        return index == elements.size() - 1;
    }

    /** Whether the element at {@code index} is {@code ...}. */
    boolean anyDepth(int index) {
        return isAnyDepth(elements.get(index));
    }

    /** The children of {@code parent} that the element at {@code index} can mean. */
    List<SchemaNode> candidates(SchemaNode parent, int index) {
        PathElement element = elements.get(index);
        if (element.name().equals(PathElement.ANY)) {
            return parent.children().stream()
                    .filter(child -> child.keys().containsAll(element.keys().keySet()))
                    .toList();
        }
        SchemaNode child = parent.child(element.name());
        return child == null ? List.of() : List.of(child);
    }

    boolean matchesSchema(SchemaNode root) {
        return matchesSchema(root, 0);
    }

    private boolean matchesSchema(SchemaNode node, int index) {
        if (endsAt(index)) {
            return true;
        }
        if (anyDepth(index)) {
            return matchesSchema(node, index + 1)
                    || node.children().stream().anyMatch(child -> matchesSchema(child, index));
        }
        for (SchemaNode child : candidates(node, index)) {
            PathResolver.keyValues(child, elements.get(index), original);
            if (matchesSchema(child, index + 1)) {
                return true;
            }
        }
        return false;
    }
}
