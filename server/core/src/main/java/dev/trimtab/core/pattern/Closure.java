package dev.trimtab.core.pattern;

import dev.trimtab.core.pattern.Program.Instruction;
import java.util.Arrays;

/** Computes the state after a character: every instruction that one of the ways leads to. Not thread-safe. */
final class Closure {
    private final Program program;
    private final int[] reached;
    private final int[] pending;
    private final int[] seen;
    private int round;
    private int size;
    private int top;
    private boolean match;

    Closure(Program program) {
        this.program = program;
        this.reached = new int[program.size()];
        this.pending = new int[program.size()];
        this.seen = new int[program.size()];
    }

    /** Comes to where every match begins. */
    void begin() {
        clear();
        follow(0);
    }

    /** Comes to where {@code character} leads from a state. */
    void advance(State state, int character) {
        clear();
        for (int i = 0; i < state.size(); i++) {
            Instruction instruction = program.get(state.reached(i));
            if (instruction.set() != null && instruction.set().test(character)) {
                follow(instruction.first());
            }
        }
    }

    State toState(int groups) {
        int[] sorted = Arrays.copyOf(reached, size);
        Arrays.sort(sorted);
        return new State(sorted, match, groups);
    }

    private void clear() {
        round++;
        size = 0;
        match = false;
    }

    /** Reaches an instruction and, from a fork, where it leads to. */
    private void follow(int start) {
        reach(start);
        while (top > 0) {
            Instruction instruction = program.get(pending[--top]);
            if (instruction.set() == null) {
                reach(instruction.first());
                reach(instruction.second());
            }
        }
    }

    private void reach(int place) {
        if (place == Program.MATCH) {
            match = true;
        } else if (seen[place] != round) {
            seen[place] = round;
            reached[size++] = place;
            pending[top++] = place;
        }
    }
}
