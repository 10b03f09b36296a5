package dev.trimtab.core.validation;

import dev.trimtab.core.xpath.Place;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rules a node of the model has, and which rules read it; made once, not changed after. */
final class RuleIndex {

    /**
     * A rule that reads a node, or something below it.
     *
     * @param rule the rule
     * @param pivot the node above it whose instance the rule's context shares
     */
    record Reader(Rule rule, XSchema pivot) {}

    private final Map<XSchema, List<Rule>> own = new HashMap<>();
    private final Map<XSchema, Set<Reader>> readers = new HashMap<>();
    private final Set<XSchema> lines = new HashSet<>();
    private final Set<XSchema> ordered = new HashSet<>();

    RuleIndex(List<Rule> rules) {
        rules.forEach(this::add);
    }

    private void add(Rule rule) {
        own.computeIfAbsent(rule.context(), _ -> new ArrayList<>()).add(rule);
        for (XSchema at = rule.context(); at != null && lines.add(at); ) {
            at = at.parent();
        }
        for (Place place : rule.reads()) {
            addReader(rule, place);
        }
    }

    /** A node that comes or goes takes along everything below it: whoever reads that is a reader of the node. */
    private void addReader(Rule rule, Place place) {
        if (rule.orderMatters()) {
            ordered.add(place.schema());
        }
        for (XSchema at = place.schema(); at != null && at != place.pivot(); at = at.parent()) {
            readers.computeIfAbsent(at, _ -> new HashSet<>()).add(new Reader(rule, place.pivot()));
        }
    }

    List<Rule> rulesOf(XSchema node) {
        return own.getOrDefault(node, List.of());
    }

    boolean hasRulesAtOrBelow(XSchema node) {
        return lines.contains(node);
    }

    /** Rules elsewhere that an instance of {@code node} coming, going or changing can touch. */
    Set<Reader> readersOf(XSchema node) {
        return readers.getOrDefault(node, Set.of());
    }

    /** Whether a rule reads the order of the instances of {@code node}. */
    boolean isOrderRead(XSchema node) {
        return ordered.contains(node);
    }
}
