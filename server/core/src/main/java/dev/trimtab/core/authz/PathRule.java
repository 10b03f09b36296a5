package dev.trimtab.core.authz;

import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a policy says about one node and everything below it.
 *
 * @param path node names without their modules, with or without keys; an element without keys speaks of every entry
 */
public record PathRule(Effect effect, Path path) {

    public enum Effect {
        ALLOW,
        DENY
    }

    /** The rule that decides comes first: the longest path, then the most keys, then the denial. */
    static final Comparator<PathRule> BY_WEIGHT = Comparator.<PathRule>comparingInt(
                    rule -> rule.path.elements().size())
            .thenComparingInt(PathRule::keyCount)
            .thenComparing(PathRule::effect)
            .reversed();

    static PathRule allow(String path) {
        return new PathRule(Effect.ALLOW, Path.parse(path));
    }

    static PathRule deny(String path) {
        return new PathRule(Effect.DENY, Path.parse(path));
    }

    private int keyCount() {
        return path.elements().stream()
                .mapToInt(element -> element.keys().size())
                .sum();
    }

    /** Whether every node that {@code node} can stand for is this rule's node or lies below it. */
    boolean covers(Path node) {
        List<PathElement> mine = path.elements();
        List<PathElement> theirs = node.elements();
        if (mine.size() > theirs.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!covers(mine.get(i), theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether some node that {@code node} can stand for, or one below it, may be this rule's node or lie below it. */
    boolean touches(Path node) {
        List<PathElement> mine = path.elements();
        List<PathElement> theirs = node.elements();
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            if (theirs.get(i).name().equals(PathElement.ANY_DEPTH)) {
                return true;
            }
            if (!touches(mine.get(i), theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(PathElement mine, PathElement theirs) {
        return localName(mine).equals(localName(theirs))
                && theirs.keys().entrySet().containsAll(mine.keys().entrySet());
    }

    private static boolean touches(PathElement mine, PathElement theirs) {
        if (!theirs.name().equals(PathElement.ANY) && !localName(mine).equals(localName(theirs))) {
            return false;
        }
        return mine.keys().entrySet().stream().allMatch(key -> agrees(key, theirs.keys()));
    }

    private static boolean agrees(Map.Entry<String, String> key, Map<String, String> keys) {
        String value = keys.get(key.getKey());
        return value == null || value.equals(PathElement.ANY) || value.equals(key.getValue());
    }

    private static String localName(PathElement element) {
        return element.name().substring(element.name().indexOf(':') + 1);
    }
}
