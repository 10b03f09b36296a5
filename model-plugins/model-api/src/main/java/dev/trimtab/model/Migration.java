package dev.trimtab.model;

import java.util.List;

/**
 * A way from one version of a model to another: a plan, and code for what a plan cannot say.
 *
 * <p>Implementations are thread-safe, keep nothing between calls, and give the same answer to the same question: a migration is
 * previewed, and what was previewed is what happens.
 */
public interface Migration {
    /** The declared part; the same answer at each call. */
    MigrationPlan plan();

    /**
     * Does what the plan left to code. Asked once for each configuration, after the rules, and only if the plan leaves something
     * to code.
     *
     * @return the new configuration, with everything that was done to it accounted for
     */
    default Completed complete(Unfinished unfinished) {
        return new Completed(unfinished.newConfig(), List.of(), List.of());
    }

    /** A migration without code. */
    static Migration declared(MigrationPlan plan) {
        return () -> plan;
    }

    /**
     * A configuration on its way.
     *
     * @param target whose configuration it is
     * @param oldConfig all of the old configuration, an RFC 7951 JSON object
     * @param newConfig what the rules made of it, likewise
     */
    record Unfinished(TargetId target, String oldConfig, String newConfig) {}

    /**
     * What code made of it. Values that it was left with and does not mention are named as lost, and values that it puts, changes
     * or removes and does not mention as invented, changed or lost: a migration cannot be silent.
     *
     * @param newConfig the new configuration, an RFC 7951 JSON object
     * @param notes what was lost, invented or changed
     * @param carried old values that stand in the new configuration as they were
     */
    record Completed(String newConfig, List<MigrationNote> notes, List<Carried> carried) {
        public Completed {
            notes = List.copyOf(notes);
            carried = List.copyOf(carried);
        }
    }

    /** A leaf of the old configuration whose value a leaf of the new one has. */
    record Carried(Path from, Path to) {}
}
