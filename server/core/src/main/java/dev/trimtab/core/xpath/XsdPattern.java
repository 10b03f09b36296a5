package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of XML Schema; immutable. Source: XML Schema Part 2, second edition, appendix F.
 *
 * <p>A machine without memory of the way it took: all ways through the expression are followed at once, so that the cost of a
 * match is at most the length of the text times the size of the expression, whatever the two are. Always anchored.
 */
final class XsdPattern {
    /** Most instructions; a repetition is as many times as long as it repeats. */
    private static final int SIZE_MAX = 50_000;

    /** Instructions that are followed in the time of one step. */
    private static final int INSTRUCTIONS_A_STEP = 8;

    private static final int MATCH = -1;

    /**
     * Takes one character of a set and goes on with the next instruction; or, without a set, goes on at both places.
     *
     * @param first place, or {@link #MATCH}
     */
    private record Instruction(@Nullable IntPredicate set, int first, int second) {
        static Instruction fork(int first, int second) {
            return new Instruction(null, first, second);
        }
    }

    private final List<Instruction> program = new ArrayList<>();

    private XsdPattern() {}

    /** @throws XsdPatternException for a text that is no pattern, or one that is too large */
    static XsdPattern compile(String text) {
        var pattern = new XsdPattern();
        pattern.add(XsdPatternParser.parse(text));
        pattern.append(Instruction.fork(MATCH, MATCH));
        return pattern;
    }

    private void add(XsdPatternParser.Node node) {
        switch (node) {
            case XsdPatternParser.OneOf character ->
                append(new Instruction(character.set(), program.size() + 1, MATCH));
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
            program.set(fork, Instruction.fork(fork + 1, program.size()));
        }
        add(branches.getLast());
        ends.forEach(end -> program.set(end, Instruction.fork(program.size(), program.size())));
    }

    private void addRepetition(XsdPatternParser.Repetition repetition) {
        for (int i = 0; i < repetition.min(); i++) {
            int before = program.size();
            add(repetition.body());
            if (program.size() == before) {
                return; // nothing, however often
            }
        }
        if (repetition.isEndless()) {
            int fork = reserve();
            add(repetition.body());
            append(Instruction.fork(fork, fork));
            program.set(fork, Instruction.fork(fork + 1, program.size()));
            return;
        }
        List<Integer> forks = new ArrayList<>();
        for (int i = repetition.min(); i < repetition.max(); i++) {
            forks.add(reserve());
            add(repetition.body());
        }
        forks.forEach(fork -> program.set(fork, Instruction.fork(fork + 1, program.size())));
    }

    private int reserve() {
        append(Instruction.fork(MATCH, MATCH));
        return program.size() - 1;
    }

    private void append(Instruction instruction) {
        if (program.size() >= SIZE_MAX) {
            throw new XsdPatternException(
                    "the pattern is too large: its repetitions make more than " + SIZE_MAX + " parts");
        }
        program.add(instruction);
    }

    /**
     * Whether the whole text matches.
     *
     * @param spend is told the steps that were taken, and may throw to end the match
     */
    boolean matches(String text, IntConsumer spend) {
        var here = new Frontier();
        var there = new Frontier();
        here.add(0);
        int i = 0;
        while (i < text.length() && !here.isEmpty()) {
            int character = text.codePointAt(i);
            there.clear();
            here.advance(character, there);
            spend.accept(1 + here.reached / INSTRUCTIONS_A_STEP);
            Frontier free = here;
            here = there;
            there = free;
            i += Character.charCount(character);
        }
        return i == text.length() && here.matched;
    }

    /** The instructions that wait for the next character. */
    private final class Frontier {
        private final int[] waiting = new int[program.size()];
        private final int[] pending = new int[program.size() + 1];
        private final int[] seen = new int[program.size()];
        private int round = 1;
        private int size;
        private int reached;
        private boolean matched;

        void clear() {
            round++;
            size = 0;
            reached = 0;
            matched = false;
        }

        boolean isEmpty() {
            return size == 0;
        }

        void advance(int character, Frontier next) {
            for (int i = 0; i < size; i++) {
                Instruction instruction = program.get(waiting[i]);
                if (instruction.set != null && instruction.set.test(character)) {
                    next.add(instruction.first);
                }
            }
        }

        /** Adds an instruction, or where its forks lead to. */
        void add(int start) {
            int top = 0;
            top = push(start, top);
            while (top > 0) {
                int at = pending[--top];
                Instruction instruction = program.get(at);
                if (instruction.set == null) {
                    top = push(instruction.second, top);
                    top = push(instruction.first, top);
                } else {
                    waiting[size++] = at;
                }
            }
        }

        private int push(int at, int top) {
            if (at == MATCH) {
                matched = true;
                return top;
            }
            if (seen[at] == round) {
                return top;
            }
            seen[at] = round;
            reached++;
            pending[top] = at;
            return top + 1;
        }
    }
}
