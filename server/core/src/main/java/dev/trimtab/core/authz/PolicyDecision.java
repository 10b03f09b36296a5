package dev.trimtab.core.authz;

import dev.trimtab.core.authz.PathRule.Effect;
import dev.trimtab.core.model.Annotations;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy's answer for one principal, one action and one target: rules that say for every node whether the action may be
 * done on it.
 *
 * <p>Of the rules whose path is the node's or leads to it, the one with the longest path decides; of two as long the one with
 * more keys, then the denial. Where no rule speaks, the answer is no.
 *
 * @param rules in the order in which they decide: the first that covers a node does; empty when nothing is allowed
 */
public record PolicyDecision(List<PathRule> rules) {

    /** How much of a node and what is below it may be acted on. */
    public enum Access {
        /** The node and everything below it. */
        ALL,
        /** Part of what the path stands for: look at the nodes below, one by one. */
        SOME,
        /** Neither the node nor anything below it: to this principal it does not exist. */
        NONE
    }

    public static final PolicyDecision NOTHING = new PolicyDecision(List.of());
    public static final PolicyDecision EVERYTHING = new PolicyDecision(List.of(new PathRule(Effect.ALLOW, Path.ROOT)));

    public PolicyDecision {
        rules = rules.stream().sorted(PathRule.BY_WEIGHT).toList();
    }

    /** Whether anything at all is allowed; the cheap first question. */
    public boolean allowsAnything() {
        return rules.stream().anyMatch(rule -> rule.effect() == Effect.ALLOW);
    }

    /** Whether the action may be done on {@code node} and everything below it: what a write, a rollback, an admin call needs. */
    public boolean allows(Path node) {
        return access(node) == Access.ALL;
    }

    /**
     * How much of {@code path} a reader may see. Annotations are to the rules a child {@code @} of what they annotate.
     *
     * @param path may hold wildcards, and list names without keys; it then stands for all that it matches
     * @return never {@code ALL} where a part is denied; {@code SOME} where the rules below differ, although the tree may hold
     *     no node that they speak of
     */
    public Access access(Path path) {
        Path node = Annotations.governed(path);
        @Nullable Access heavier = null;
        for (PathRule rule : rules) {
            if (rule.covers(node)) {
                return together(heavier, whole(rule.effect()));
            }
            if (rule.touches(node)) {
                heavier = together(heavier, whole(rule.effect()));
            }
        }
        return together(heavier, Access.NONE);
    }

    /** What a reader sees: all that is not hidden, the way down to it, and the keys of the list entries on that way. */
    public Visibility visibility() {
        return equals(EVERYTHING) ? Visibility.ALL : this::visible;
    }

    private boolean visible(Path node) {
        return access(node) != Access.NONE || (isKey(node) && access(node.parent()) != Access.NONE);
    }

    private static boolean isKey(Path node) {
        List<PathElement> elements = node.elements();
        return elements.size() > 1
                && elements.get(elements.size() - 2)
                        .keys()
                        .containsKey(elements.getLast().name());
    }

    private static Access whole(Effect effect) {
        return effect == Effect.ALLOW ? Access.ALL : Access.NONE;
    }

    private static Access together(@Nullable Access heavier, Access next) {
        return heavier == null || heavier == next ? next : Access.SOME;
    }
}
