package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** Groupings are found, do not use themselves (RFC 7950 sections 7.12 and 7.13), and do not grow beyond all bounds. */
final class GroupingRules {
    /** Groupings within groupings double with each level; OpenConfig as a whole has some 60,000 nodes. */
    static final long NODES_MAX = 1_000_000;

    private static final Set<String> NODES =
            Set.of("anydata", "anyxml", "case", "choice", "container", "leaf", "leaf-list", "list");

    private final Definitions definitions;
    private final List<Fault> faults;
    private final List<Node> groupings = new ArrayList<>();
    private final IdentityHashMap<IRStatement, Long> sizes = new IdentityHashMap<>();
    private long total;

    GroupingRules(Definitions definitions, List<Fault> faults) {
        this.definitions = definitions;
        this.faults = faults;
    }

    void check(Node node) {
        if (node.is("grouping")) {
            groupings.add(node);
        } else if (node.is("uses") && grouping(node).isEmpty()) {
            faults.add(node.fault("is no grouping in scope"));
        }
    }

    private Optional<Node> grouping(Node uses) {
        return Optional.ofNullable(definitions.find(uses, "grouping", uses.argument()));
    }

    void checkCircles() {
        for (List<Node> circle : Circles.among(groupings, this::used)) {
            faults.add(circle.getLast().fault("uses itself"));
        }
    }

    /** Groupings that are expanded with this one; those of groupings defined in it are their own. */
    private List<Node> used(Node grouping) {
        List<Node> used = new ArrayList<>();
        addUsed(grouping, used);
        return used;
    }

    private void addUsed(Node node, List<Node> used) {
        for (IRStatement statement : node.statement().statements()) {
            Node child = node.child(statement);
            if (child.is("uses")) {
                grouping(child).ifPresent(used::add);
            }
            if (!child.is("grouping")) {
                addUsed(child, used);
            }
        }
    }

    /** Called when no grouping uses itself: counts the nodes of the source with its groupings expanded. */
    void checkSize(Source source) {
        for (IRStatement statement : source.root().statements()) {
            Node node = Node.root(source).child(statement);
            if (!node.is("grouping")) {
                count(node);
            }
        }
    }

    /** Called after {@link #checkSize}: groupings are expanded where they are defined too, whether or not they are used. */
    void checkSizes() {
        groupings.forEach(this::count);
    }

    private void count(Node node) {
        if (total <= NODES_MAX) {
            total += size(node);
            if (total > NODES_MAX) {
                faults.add(node.fault("brings the model beyond " + NODES_MAX + " nodes, with groupings expanded"));
            }
        }
    }

    private long size(Node node) {
        Long known = sizes.get(node.statement());
        if (known != null) {
            return known;
        }
        long size = isNode(node) ? 1 : 0;
        if (node.is("uses")) {
            size += grouping(node).map(this::size).orElse(0L);
        }
        for (IRStatement child : node.statement().statements()) {
            if (!Statements.is(child, "grouping")) {
                size += size(node.child(child));
            }
        }
        long bounded = Math.min(size, NODES_MAX + 1);
        sizes.put(node.statement(), bounded);
        return bounded;
    }

    private static boolean isNode(Node node) {
        return node.statement().keyword().prefix() == null
                && NODES.contains(node.statement().keyword().identifier());
    }
}
