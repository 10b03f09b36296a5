package dev.trimtab.core.authz;

import dev.trimtab.core.model.Visibility;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one principal may do with one target, as rules over paths; the longest rule that covers a path decides, a denial before a
 * permission of the same length, and where no rule covers a path it is denied.
 *
 * <p>A rule's path has plain names; where it gives a list's keys it covers these entries only.
 */
public final class Access {
    /** Nothing at all. */
    public static final Access NONE = new Access(List.of());
    /** Everything. */
    public static final Access ALL = new Access(List.of(new Rule(true, Path.ROOT)));

    private final List<Rule> rules;
    private final boolean everything;

    /** One rule: {@code path} and all below it. */
    public record Rule(boolean allow, Path path) {}

    public Access(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.everything = rules.stream().allMatch(Rule::allow)
                && rules.stream().anyMatch(rule -> rule.path().isRoot());
    }

    /** Whether no path at all is allowed: the target does not exist for the principal. */
    public boolean isNone() {
        return rules.stream().noneMatch(Rule::allow);
    }

    /** Whether the node at {@code path} itself is allowed. */
    public boolean allows(Path path) {
        if (everything) {
            return true;
        }
        int length = -1;
        boolean allow = false;
        for (Rule rule : rules) {
            int size = rule.path().elements().size();
            if (size >= length && covers(rule.path(), path) && (size > length || !rule.allow())) {
                length = size;
                allow = rule.allow();
            }
        }
        return allow;
    }

    /**
     * Whether {@code path} and everything that may lie below it is allowed; what a write needs. Of a path with wildcards the part
     * before the first one counts.
     */
    public boolean allowsAllOf(Path path) {
        if (everything) {
            return true;
        }
        Path fixed = beforeWildcard(path);
        return allows(fixed) && rules.stream().noneMatch(rule -> !rule.allow() && meets(rule.path(), fixed));
    }

    private static Path beforeWildcard(Path path) {
        List<PathElement> elements = path.elements();
        int length = 0;
        while (length < elements.size() && !elements.get(length).hasWildcard()) {
            length++;
        }
        return length == elements.size() ? path : new Path(elements.subList(0, length));
    }

    /** What may be seen: allowed nodes, the keys of their lists, and the way down to them. */
    public Visibility visibility() {
        return everything ? Visibility.ALL : this::visible;
    }

    private boolean visible(Path path) {
        return allows(path)
                || rules.stream().anyMatch(rule -> rule.allow() && meets(rule.path(), path))
                || isKeyOfVisibleEntry(path);
    }

    private boolean isKeyOfVisibleEntry(Path path) {
        if (path.elements().size() < 2) {
            return false;
        }
        PathElement entry = path.elements().get(path.elements().size() - 2);
        return entry.keys().containsKey(plain(path.elements().getLast())) && visible(path.parent());
    }

    /** Whether {@code rule} is about {@code path} or a node above it, its keys given and equal. */
    private static boolean covers(Path rule, Path path) {
        return path.elements().size() >= rule.elements().size()
                && agree(rule, path, rule.elements().size(), "");
    }

    /** Whether {@code rule} is about {@code path}, one of its entries, or a node below it. */
    private static boolean meets(Path rule, Path path) {
        return rule.elements().size() >= path.elements().size()
                && agree(rule, path, path.elements().size(), null);
    }

    /** @param missing what a key that the path leaves out counts as; null for what the rule wants */
    private static boolean agree(Path rule, Path path, int length, @Nullable String missing) {
        for (int i = 0; i < length; i++) {
            PathElement wanted = rule.elements().get(i);
            PathElement given = path.elements().get(i);
            if (!wanted.name().equals(plain(given)) || !keysAgree(wanted, given, missing)) {
                return false;
            }
        }
        return true;
    }

    private static boolean keysAgree(PathElement wanted, PathElement given, @Nullable String missing) {
        for (var key : wanted.keys().entrySet()) {
            String absent = missing == null ? key.getValue() : missing;
            if (!key.getValue().equals(given.keys().getOrDefault(key.getKey(), absent))) {
                return false;
            }
        }
        return true;
    }

    /** A client may write a node's name with its module; that must not lead past a rule. */
    private static String plain(PathElement element) {
        return element.name().substring(element.name().indexOf(':') + 1);
    }
}
