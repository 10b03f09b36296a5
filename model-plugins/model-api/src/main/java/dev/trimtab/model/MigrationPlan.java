package dev.trimtab.model;

import java.util.List;

/**
 * How a configuration of one version of a model becomes one of another version: plain data, the same however it travels.
 *
 * <p>What no rule speaks of is carried over by itself where the new version has a node of the same path and kind that takes the
 * value; what remains is lost, and named. The order of the rules means nothing: of two rules the one that names the deeper node
 * decides about that node and what is below it.
 *
 * @param from the version that the configuration is of
 * @param to the version that it becomes one of
 * @param rules at most {@link #RULES_MAX}, at most one for each node of the old version
 */
public record MigrationPlan(ModelId from, ModelId to, List<MigrationRule> rules) {
    public static final int RULES_MAX = 10_000;

    public MigrationPlan {
        rules = List.copyOf(rules);
        if (rules.size() > RULES_MAX) {
            throw new IllegalArgumentException(
                    "migration from " + from + " to " + to + " has " + rules.size() + " rules, more than " + RULES_MAX);
        }
    }

    /** Whether the plan leaves something to code. */
    public boolean needsCode() {
        return rules.stream().anyMatch(MigrationRule.LeaveToCode.class::isInstance);
    }
}
