package dev.trimtab.core.migration;

/** Where something of the old configuration goes. */
sealed interface Spot {

    /** Below this; nodes are found by their names. */
    record In(Draft draft) implements Spot {}

    /** The new version has no place for it. */
    record Nowhere(String reason) implements Spot {}

    /** The migration's code finds its place. */
    record WithCode() implements Spot {}
}
