package dev.trimtab.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One step of a {@link Path}: a schema node's name and, for a list entry, its keys.
 *
 * @param name the node's name, with the module's name and a colon before it where the sender wrote one; {@code *} for any
 *     one node and {@code ...} for any number of nodes where wildcards are allowed
 * @param keys key leaf to its value in canonical form, in the order of the names; empty for what is not a list entry, or for
 *     a whole list; the value {@code *} stands for every entry where wildcards are allowed
 */
public record PathElement(String name, Map<String, String> keys) {
    public static final String ANY = "*";
    public static final String ANY_DEPTH = "...";

    public PathElement {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a path element has no name");
        }
        keys = keys.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(keys));
    }

    public PathElement(String name) {
        this(name, Map.of());
    }

    public boolean hasWildcard() {
        return name.equals(ANY) || name.equals(ANY_DEPTH) || keys.containsValue(ANY);
    }
}
