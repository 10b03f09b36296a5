package dev.trimtab.models.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Texts that match a regular expression of XML Schema, drawn from ASCII. Blocks and categories of Unicode are approximated and
 * class subtraction is not understood: whoever needs a match checks what comes out.
 */
final class PatternText {
    private static final int MORE_MAX = 4;
    private static final List<Integer> PRINTABLE =
            IntStream.range(0x20, 0x7F).boxed().toList();

    private interface Piece {
        void append(StringBuilder out, Dice dice);
    }

    private final String pattern;
    private int at;

    private PatternText(String pattern) {
        this.pattern = pattern;
    }

    /**
     * One text.
     *
     * @throws IllegalArgumentException if the pattern is beyond what is understood here
     */
    static String draw(String pattern, Dice dice) {
        var parser = new PatternText(pattern);
        Piece all = parser.alternatives();
        if (parser.at < pattern.length()) {
            throw new IllegalArgumentException("not understood from " + parser.at + ": " + pattern);
        }
        var out = new StringBuilder();
        all.append(out, dice);
        return out.toString();
    }

    private Piece alternatives() {
        List<Piece> branches = new ArrayList<>(List.of(branch()));
        while (take('|')) {
            branches.add(branch());
        }
        return (out, dice) -> dice.one(branches).append(out, dice);
    }

    private Piece branch() {
        List<Piece> pieces = new ArrayList<>();
        while (at < pattern.length() && peek() != '|' && peek() != ')') {
            pieces.add(repeated(atom()));
        }
        return (out, dice) -> pieces.forEach(piece -> piece.append(out, dice));
    }

    private Piece repeated(Piece piece) {
        if (take('?')) {
            return times(piece, 0, 1);
        } else if (take('*')) {
            return times(piece, 0, MORE_MAX);
        } else if (take('+')) {
            return times(piece, 1, MORE_MAX);
        } else if (take('{')) {
            int least = number();
            int most = take(',') ? (peek() == '}' ? least + MORE_MAX : number()) : least;
            require('}');
            return times(piece, least, most);
        }
        return piece;
    }

    private static Piece times(Piece piece, int least, int most) {
        return (out, dice) -> {
            for (int rest = dice.between(least, Math.min(most, least + MORE_MAX)); rest > 0; rest--) {
                piece.append(out, dice);
            }
        };
    }

    private Piece atom() {
        if (take('(')) {
            Piece group = alternatives();
            require(')');
            return group;
        }
        IntPredicate set = take('[') ? classBody() : take('.') ? _ -> true : single();
        return (out, dice) -> out.appendCodePoint(dice.one(members(set)));
    }

    private static List<Integer> members(IntPredicate set) {
        List<Integer> found = PRINTABLE.stream().filter(set::test).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no printable ASCII is in a class of the pattern");
        }
        return found;
    }

    private IntPredicate single() {
        char c = next();
        return c == '\\' ? escape() : other -> other == c;
    }

    private IntPredicate classBody() {
        boolean negated = take('^');
        IntPredicate all = _ -> false;
        while (peek() != ']') {
            all = all.or(classPart());
        }
        require(']');
        return negated ? all.negate() : all;
    }

    private IntPredicate classPart() {
        char first = next();
        if (first == '[') {
            throw new IllegalArgumentException("class subtraction: " + pattern);
        }
        if (first == '\\' && !isLiteral(peek())) {
            return escape();
        }
        char least = first == '\\' ? next() : first;
        if (peek() != '-' || pattern.charAt(at + 1) == ']') {
            return other -> other == least;
        }
        at++;
        take('\\');
        char most = next();
        return other -> other >= least && other <= most;
    }

    private static boolean isLiteral(char escaped) {
        return !Character.isLetter(escaped);
    }

    private IntPredicate escape() {
        char c = next();
        return switch (c) {
            case 'd' -> Character::isDigit;
            case 'D' -> other -> !Character.isDigit(other);
            case 'w' -> Character::isLetterOrDigit;
            case 'W' -> other -> !Character.isLetterOrDigit(other);
            case 's' -> Character::isWhitespace;
            case 'S' -> other -> !Character.isWhitespace(other);
            case 'i' -> Character::isLetter;
            case 'c' -> Character::isLetterOrDigit;
            case 'p' -> category();
            case 'P' -> category().negate();
            default -> other -> other == c;
        };
    }

    private IntPredicate category() {
        require('{');
        String name = pattern.substring(at, pattern.indexOf('}', at));
        at += name.length() + 1;
        return switch (name.charAt(0)) {
            case 'L' -> Character::isLetter;
            case 'N' -> Character::isDigit;
            case 'M', 'C' -> _ -> false;
            default -> other -> !Character.isLetterOrDigit(other);
        };
    }

    private int number() {
        int start = at;
        while (Character.isDigit(peek())) {
            at++;
        }
        return Integer.parseInt(pattern.substring(start, at));
    }

    private char peek() {
        if (at >= pattern.length()) {
            throw new IllegalArgumentException("the pattern ends too early: " + pattern);
        }
        return pattern.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private boolean take(char wanted) {
        if (at < pattern.length() && pattern.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void require(char wanted) {
        if (!take(wanted)) {
            throw new IllegalArgumentException("'" + wanted + "' is missing at " + at + ": " + pattern);
        }
    }
}
