package dev.trimtab.core.pattern;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a match can stand between two characters. Immutable but for what is remembered of its successors, which any thread may
 * write and read without locks: a successor is of final fields, and equal whoever computes it.
 */
final class State {
    /** Instructions that are followed in the time of one step. */
    private static final int INSTRUCTIONS_A_STEP = 8;

    private final int[] reached;
    private final boolean match;
    private final int steps;
    private final @Nullable State[] successors;

    /**
     * @param reached the instructions that wait for a character, and the forks before them, in ascending order
     * @param match whether the text so far matches
     * @param groups how many groups of characters have a successor to remember; 0 for a state that is not kept
     */
    State(int[] reached, boolean match, int groups) {
        this.reached = reached;
        this.match = match;
        this.steps = 1 + reached.length / INSTRUCTIONS_A_STEP;
        this.successors = new @Nullable State[groups];
    }

    int size() {
        return reached.length;
    }

    int reached(int index) {
        return reached[index];
    }

    boolean isMatch() {
        return match;
    }

    /** What it takes to come here. */
    int steps() {
        return steps;
    }

    /** Whether nothing that goes on from here matches. */
    boolean isDead() {
        return reached.length == 0;
    }

    /** @param group of the next character; below 0 for one that nothing is remembered of */
    @Nullable State successor(int group) {
        return group >= 0 && group < successors.length ? successors[group] : null;
    }

    void remember(int group, State successor) {
        boolean kept = successor.successors.length > 0;
        if (kept && group >= 0 && group < successors.length) {
            successors[group] = successor;
        }
    }

    /** By what is reached: all else follows from it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof State that && match == that.match && Arrays.equals(reached, that.reached);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(reached);
    }
}
