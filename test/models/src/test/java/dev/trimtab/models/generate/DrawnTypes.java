package dev.trimtab.models.generate;

import dev.trimtab.models.generate.Drawn.Values;
import java.util.List;

/** The types that leaves of drawn modules have, references aside. */
final class DrawnTypes {
    /** A type and a value of it that may be a default; empty for no default. */
    record Type(String text, Values values, String value) {
        void give(Drawn leaf) {
            leaf.type = text;
            leaf.values = values;
        }
    }

    private static final List<Type> KEYS = List.of(
            new Type("string", Values.TEXT, "a"),
            new Type("uint8 { range \"0..5\"; }", Values.NUMBER, "1"),
            new Type("g:short", Values.TEXT, "a"),
            new Type("enumeration { enum a; enum b { value 5; } enum c; }", Values.ENUM, "b"),
            new Type("identityref { base g:base; }", Values.IDENTITY, "g:mid"));

    private static final List<Type> OTHERS = List.of(
            new Type("boolean", Values.TRUTH, "true"),
            new Type("int16 { range \"-2..5 | 10\"; }", Values.NUMBER, "3"),
            new Type("uint64", Values.NUMBER, "2"),
            new Type("decimal64 { fraction-digits 2; range \"-1.5..3\"; }", Values.NUMBER, "1.5"),
            new Type("string { length \"0..2\"; }", Values.TEXT, "b"),
            new Type("string { pattern '[ab]*'; pattern '.*b.*' { modifier invert-match; } }", Values.TEXT, "aa"),
            new Type("bits { bit x; bit y; bit z; }", Values.BITS, "x z"),
            new Type("empty", Values.EMPTY, ""),
            new Type("binary { length \"0..3\"; }", Values.OTHER, ""),
            new Type(
                    "union { type uint8 { range \"0..3\"; } type enumeration { enum a; enum z; } type g:short; }",
                    Values.OTHER,
                    "a"));

    private final Dice dice;

    DrawnTypes(Dice dice) {
        this.dice = dice;
    }

    Type key() {
        return dice.one(KEYS);
    }

    Type any() {
        return dice.chance(50) ? dice.one(KEYS) : dice.one(OTHERS);
    }

    /** A value of a leaf's type for a default; empty if it has none, or is a reference. */
    static String value(Drawn leaf) {
        return List.of(KEYS, OTHERS).stream()
                .flatMap(List::stream)
                .filter(type -> type.text().equals(leaf.type))
                .map(Type::value)
                .findFirst()
                .orElse("");
    }
}
