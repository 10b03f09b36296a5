package dev.trimtab.core.validation;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;

/**
 * What a change brings or takes without touching it: nodes that are not stored, whose condition has another outcome than before, or
 * whose case of a choice came into use or went out of it.
 */
final class ImpliedChanges {
    private final ImpliedNodes nodes;
    private final XNode before;
    private final XNode after;
    private final Set<Spread> spread = new HashSet<>();
    private final Map<YangInstanceIdentifier, Instance> changed = new LinkedHashMap<>();

    /** Every instance of a dependent node below one node has been looked at. */
    private record Spread(ImpliedNodes.Dependent dependent, XNode top) {}

    private ImpliedChanges(ImpliedNodes nodes, XNode before, XNode after) {
        this.nodes = nodes;
        this.before = before;
        this.after = after;
    }

    /**
     * The topmost nodes that exist by default in one of two trees and not at all in the other.
     *
     * @param edited the topmost nodes that were put or deleted between them; nothing at or below one of them is in the answer
     */
    static List<Instance> of(ImpliedNodes nodes, XNode before, XNode after, List<Instance> edited) {
        var changes = new ImpliedChanges(nodes, before, after);
        edited.forEach(changes::follow);
        Set<YangInstanceIdentifier> covered = edited.stream().map(Instance::id).collect(Collectors.toSet());
        changes.changed.keySet().removeAll(covered);
        covered.addAll(changes.changed.keySet());
        return changes.changed.values().stream()
                .filter(each -> !isBelow(each.id(), covered))
                .toList();
    }

    private static boolean isBelow(YangInstanceIdentifier id, Set<YangInstanceIdentifier> covered) {
        for (YangInstanceIdentifier at = id.getParent(); at != null; at = at.getParent()) {
            if (covered.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private void follow(Instance edit) {
        XSchema schema = find(edit.schema());
        if (schema == null || schema.parent() == null) {
            return; // state, which no condition reads; or everything
        }
        YangInstanceIdentifier parent = parent(edit);
        XNode old = nearest(before, parent);
        XNode young = nearest(after, parent);
        if (!schema.cases().isEmpty() && (old.storedChild(schema) == null) != (young.storedChild(schema) == null)) {
            CaseMates.with(requireNonNull(schema.parent()), schema).stream()
                    .filter(mate -> mate != schema && mate.node().hasDefaultsBelow())
                    .forEach(mate -> compare(mate, old, young));
        }
        nodes.dependents(schema).forEach(dependent -> spread(dependent, old, young));
    }

    private @Nullable XSchema find(SchemaNode node) {
        SchemaNode above = node.parent();
        XSchema parent = above == null ? null : find(above);
        return above == null ? before.schema() : parent == null ? null : parent.child(node.qname());
    }

    private static YangInstanceIdentifier parent(Instance edit) {
        YangInstanceIdentifier id = edit.isEntry() ? edit.id().coerceParent() : edit.id();
        return id.getAncestor(
                id.getPathArguments().size() - 1 - edit.schema().choices().size());
    }

    /** The lowest node that exists, at {@code id} or above. */
    private static XNode nearest(XNode root, YangInstanceIdentifier id) {
        XNode found = Identifiers.find(root, id);
        if (found != null) {
            return found;
        }
        boolean entry = id.getLastPathArgument() instanceof NodeIdentifierWithPredicates;
        return nearest(root, entry ? id.coerceParent().coerceParent() : id.coerceParent());
    }

    private void spread(ImpliedNodes.Dependent dependent, XNode old, XNode young) {
        XSchema node = dependent.node();
        XSchema top = dependent.pivot() == node ? requireNonNull(node.parent()) : dependent.pivot();
        XNode then = old.ancestor(top);
        XNode now = young.ancestor(top);
        XNode either = now == null ? then : now;
        if (either != null && spread.add(new Spread(dependent, either))) {
            compare(node, then, now);
        }
    }

    private void compare(XSchema node, @Nullable XNode old, @Nullable XNode young) {
        Map<YangInstanceIdentifier, Instance> then = implied(node, old);
        Map<YangInstanceIdentifier, Instance> now = implied(node, young);
        then.forEach((id, at) -> {
            if (!now.containsKey(id)) {
                changed.put(id, at);
            }
        });
        now.forEach((id, at) -> {
            if (!then.containsKey(id)) {
                changed.put(id, at);
            }
        });
    }

    /** The instances of {@code node} below {@code top} that exist by default. */
    private static Map<YangInstanceIdentifier, Instance> implied(XSchema node, @Nullable XNode top) {
        Map<YangInstanceIdentifier, Instance> found = new LinkedHashMap<>();
        if (top != null) {
            addImplied(node, top, found);
        }
        return found;
    }

    private static void addImplied(XSchema node, XNode at, Map<YangInstanceIdentifier, Instance> found) {
        if (at.schema() == node.parent()) {
            if (at.storedChild(node) == null && at.firstChild(node) != null) {
                Instance instance = Paths.instance(at, node);
                found.put(instance.id(), instance);
            }
            return;
        }
        for (XSchema child : at.schema().children()) {
            if (node.isWithin(child)) {
                at.children(child).forEach(each -> addImplied(node, each, found));
            }
        }
    }
}
