package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of a place within a list that an expression reads only the entries whose keys equal what it computes first, without their help.
 * Equal only to itself.
 */
public final class Keyed {
    /** Most keys that one context is worth being found by. */
    private static final int WANTED_MAX = 16;

    private final KeyLookup lookup;
    private final XSchema start;

    /** @param start the context node of the expression that computes the keys, or the node above it that it starts from */
    Keyed(KeyLookup lookup, XSchema start) {
        this.lookup = lookup;
        this.start = start;
    }

    /** The list. */
    public XSchema list() {
        return lookup.list();
    }

    /** What the keys are computed from. */
    public Set<Place> reads() {
        return lookup.reads();
    }

    /**
     * The keys of the entries that are read for one context, each as the texts of its leaves in the order of the list; null for more
     * than 16.
     *
     * @throws EvaluationException when computing them took too many steps
     */
    public @Nullable List<List<String>> wanted(XNode context) {
        XNode from = context.ancestor(start);
        return from == null ? List.of() : lookup.wanted(Context.start(from), WANTED_MAX);
    }

    /** The key of an entry, in the same form. */
    public List<String> of(XNode entry) {
        List<String> key = new ArrayList<>(lookup.keys().size());
        for (XSchema leaf : lookup.keys().keySet()) {
            entry.children(leaf).forEach(value -> key.add(value.text()));
        }
        return key;
    }
}
