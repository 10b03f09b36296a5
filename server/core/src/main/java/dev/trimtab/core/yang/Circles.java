package dev.trimtab.core.yang;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the circles of a graph, depth first and without recursion: a chain may be as long as there are nodes.
 *
 * @param <N> node
 */
final class Circles<N> {
    private final Function<N, List<N>> next;
    private final Set<N> done = new HashSet<>();
    private final LinkedHashSet<N> chain = new LinkedHashSet<>();
    private final Deque<Iterator<N>> pending = new ArrayDeque<>();
    private final List<List<N>> circles = new ArrayList<>();

    private Circles(Function<N, List<N>> next) {
        this.next = next;
    }

    /** Circles, each as its nodes in their order; what leads from the last to the first closes it. */
    static <N> List<List<N>> among(Collection<N> nodes, Function<N, List<N>> next) {
        var search = new Circles<>(next);
        nodes.forEach(search::from);
        return search.circles;
    }

    private void from(N node) {
        enter(node);
        while (!pending.isEmpty()) {
            if (pending.element().hasNext()) {
                enter(pending.element().next());
            } else {
                pending.pop();
                done.add(chain.removeLast());
            }
        }
    }

    private void enter(N node) {
        if (chain.contains(node)) {
            circles.add(chain.stream().dropWhile(on -> !on.equals(node)).toList());
        } else if (!done.contains(node)) {
            chain.add(node);
            pending.push(next.apply(node).iterator());
        }
    }
}
