package dev.trimtab.core.validation;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The nodes of a model that have a default, or one below them, and a condition; made once, not changed after. */
final class ImpliedNodes {
    private final Map<XSchema, Set<Dependent>> dependents = new HashMap<>();
    private final Set<SchemaNode> conditional = new HashSet<>();

    /**
     * A node whose condition reads another one.
     *
     * @param pivot the node above both whose instance they share
     */
    record Dependent(XSchema node, XSchema pivot) {}

    ImpliedNodes(Collection<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.decidesExistence() && rule.context().node().hasDefaultsBelow()) {
                add(rule);
            }
        }
    }

    /** Whoever reads a node reads what it is part of: that comes and goes with it. */
    private void add(Rule rule) {
        XSchema node = rule.context();
        for (XSchema at = node; at != null; at = at.parent()) {
            conditional.add(at.node());
        }
        for (Reading reading : rule.readings()) {
            XSchema pivot = reading.place().pivot();
            for (XSchema at = reading.place().schema(); at != null && at != pivot; at = at.parent()) {
                dependents.computeIfAbsent(at, _ -> new LinkedHashSet<>()).add(new Dependent(node, pivot));
            }
        }
    }

    /** Every node that has, at or below it, a default with a condition. */
    Set<SchemaNode> conditional() {
        return conditional;
    }

    /** Those whose condition reads {@code node}. */
    Set<Dependent> dependents(XSchema node) {
        return dependents.getOrDefault(node, Set.of());
    }
}
