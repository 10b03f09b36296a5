package dev.trimtab.core.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A pattern as instructions of a machine that goes several ways at once; begins at instruction 0. Immutable. */
final class Program {
    /** Most instructions; the largest pattern of OpenConfig and the IETF has some thousand. */
    private static final int SIZE_MAX = 50_000;

    /** Where a way ends that has matched. */
    static final int MATCH = -1;

    /**
     * Takes one character of a set and goes on with the next instruction; or, without a set, goes on at both places.
     *
     * @param first place, or {@link #MATCH}
     */
    record Instruction(@Nullable IntPredicate set, int first, int second) {
        static Instruction fork(int first, int second) {
            return new Instruction(null, first, second);
        }
    }

    private final List<Instruction> instructions = new ArrayList<>();

    private Program() {}

    /** @throws XsdPatternException for a pattern whose repetitions multiply beyond bounds */
    static Program of(XsdPatternParser.Node pattern) {
        var program = new Program();
        program.add(pattern);
        program.append(Instruction.fork(MATCH, MATCH));
        return program;
    }

    int size() {
        return instructions.size();
    }

    Instruction get(int place) {
        return instructions.get(place);
    }

    /** The sets of all instructions, each once; repeated parts share theirs. */
    Set<IntPredicate> sets() {
        Set<IntPredicate> sets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Instruction instruction : instructions) {
            if (instruction.set != null) {
                sets.add(instruction.set);
            }
        }
        return sets;
    }

    private void add(XsdPatternParser.Node node) {
        switch (node) {
            case XsdPatternParser.OneOf character -> append(new Instruction(character.set(), size() + 1, MATCH));
            case XsdPatternParser.Sequence sequence -> sequence.parts().forEach(this::add);
            case XsdPatternParser.Choice choice -> addChoice(choice.branches());
            case XsdPatternParser.Repetition repetition -> addRepetition(repetition);
        }
    }

    private void addChoice(List<XsdPatternParser.Node> branches) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < branches.size() - 1; i++) {
            int fork = reserve();
            add(branches.get(i));
            ends.add(reserve());
            instructions.set(fork, Instruction.fork(fork + 1, size()));
        }
        add(branches.getLast());
        ends.forEach(end -> instructions.set(end, Instruction.fork(size(), size())));
    }

    private void addRepetition(XsdPatternParser.Repetition repetition) {
        for (int i = 0; i < repetition.min(); i++) {
            int before = size();
            add(repetition.body());
            if (size() == before) {
                return; // nothing, however often
            }
        }
        if (repetition.isEndless()) {
            int fork = reserve();
            add(repetition.body());
            append(Instruction.fork(fork, fork));
            instructions.set(fork, Instruction.fork(fork + 1, size()));
            return;
        }
        List<Integer> forks = new ArrayList<>();
        for (int i = repetition.min(); i < repetition.max(); i++) {
            forks.add(reserve());
            add(repetition.body());
        }
        forks.forEach(fork -> instructions.set(fork, Instruction.fork(fork + 1, size())));
    }

    private int reserve() {
        append(Instruction.fork(MATCH, MATCH));
        return size() - 1;
    }

    private void append(Instruction instruction) {
        if (size() >= SIZE_MAX) {
            throw new XsdPatternException("its repetitions make more than " + SIZE_MAX + " parts: it is too large");
        }
        instructions.add(instruction);
    }
}
