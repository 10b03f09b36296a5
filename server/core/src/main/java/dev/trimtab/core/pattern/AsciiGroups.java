package dev.trimtab.core.pattern;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** The characters of ASCII in groups of those that a pattern does not tell apart. Immutable. */
final class AsciiGroups {
    private static final int CHARACTERS = 0x80;

    private final int[] groups = new int[CHARACTERS];
    private final int count;

    AsciiGroups(Program program) {
        int groupsSoFar = 1;
        for (IntPredicate set : program.sets()) {
            groupsSoFar = split(set);
        }
        this.count = groupsSoFar;
    }

    /** Parts each group into the characters that are in the set and those that are not; how many groups there are now. */
    private int split(IntPredicate set) {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int character = 0; character < CHARACTERS; character++) {
            int part = 2 * groups[character] + (set.test(character) ? 1 : 0);
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent(part, next);
            groups[character] = known == null ? next : known;
        }
        return numbers.size();
    }

    /** The group of a character; below 0 beyond ASCII. */
    int of(int character) {
        return character < CHARACTERS ? groups[character] : -1;
    }

    int count() {
        return count;
    }
}
