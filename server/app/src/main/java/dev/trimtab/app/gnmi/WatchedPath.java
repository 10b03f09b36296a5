package dev.trimtab.app.gnmi;

import dev.trimtab.core.model.Annotations;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which nodes of a tree a subscribed path stands for: {@code *} is one element or any key, {@code ...} any number of elements, a key that
 * is left out any key. Annotations are told only to those who name them. Source: gNMI path conventions.
 *
 * <p>Matching costs one step for each element of the path, whatever the pattern.
 */
final class WatchedPath {
    /** Positions in the pattern are bits of a long. */
    private static final int ELEMENTS_MAX = 62;

    private final List<PathElement> elements = new ArrayList<>();
    private final long end;
    private final boolean annotations;

    /** @throws dev.trimtab.core.failure.FailureException with {@code Malformed} for a path of more than 62 elements */
    WatchedPath(Path pattern) {
        for (PathElement element : pattern.elements()) {
            boolean repeated = isAnyDepth(element) && !elements.isEmpty() && isAnyDepth(elements.getLast());
            if (!repeated) {
                elements.add(plain(element));
            }
        }
        if (elements.size() > ELEMENTS_MAX) {
            throw Extensions.malformed("a path has more than " + ELEMENTS_MAX + " elements");
        }
        end = 1L << elements.size();
        annotations = Annotations.isAt(pattern);
    }

    /** Without the modules of names: {@link dev.trimtab.core.read.VisibleTarget#find} has looked at them. */
    private static PathElement plain(PathElement element) {
        if (element.name().indexOf(':') < 0
                && element.keys().keySet().stream().noneMatch(key -> key.indexOf(':') >= 0)) {
            return element;
        }
        var keys = new TreeMap<String, String>();
        element.keys().forEach((key, value) -> keys.put(plain(key), value));
        return new PathElement(plain(element.name()), keys);
    }

    private static String plain(String name) {
        String plain = name.substring(name.indexOf(':') + 1);
        return plain.isEmpty() ? name : plain;
    }

    /**
     * Number of elements of the topmost node at or above {@code path} that the pattern stands for.
     *
     * @param path without wildcards
     * @return -1 when it stands for none of them
     */
    int match(Path path) {
        if (!annotations && Annotations.isAt(path)) {
            return -1;
        }
        long states = reach(1);
        List<PathElement> steps = path.elements();
        for (int length = 0; length < steps.size() && states != 0; length++) {
            if ((states & end) != 0) {
                return length;
            }
            states = reach(step(states, steps.get(length)));
        }
        return (states & end) != 0 ? steps.size() : -1;
    }

    /** {@code states} and what is reached from them by letting any-depth elements stand for nothing. */
    private long reach(long states) {
        long reached = states;
        for (int i = 0; i < elements.size(); i++) {
            if ((reached & 1L << i) != 0 && isAnyDepth(elements.get(i))) {
                reached |= 1L << (i + 1);
            }
        }
        return reached;
    }

    private long step(long states, PathElement element) {
        long next = 0;
        for (int i = 0; i < elements.size(); i++) {
            if ((states & 1L << i) == 0) {
                continue;
            }
            PathElement wanted = elements.get(i);
            if (isAnyDepth(wanted)) {
                next |= 1L << i;
            } else if (agrees(wanted, element)) {
                next |= 1L << (i + 1);
            }
        }
        return next;
    }

    private static boolean isAnyDepth(PathElement element) {
        return element.name().equals(PathElement.ANY_DEPTH);
    }

    private static boolean agrees(PathElement wanted, PathElement element) {
        return (wanted.name().equals(PathElement.ANY) || wanted.name().equals(plain(element.name())))
                && keysAgree(wanted.keys(), element.keys());
    }

    private static boolean keysAgree(Map<String, String> wanted, Map<String, String> given) {
        for (var key : wanted.entrySet()) {
            if (!key.getValue().equals(PathElement.ANY) && !key.getValue().equals(given.get(key.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
