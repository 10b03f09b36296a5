package dev.trimtab.core.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Parses regular expressions of XML Schema: a method a production of appendix F of XML Schema Part 2. */
final class XsdPatternParser {
    private static final int NESTING_MAX = 100;
    private static final int REPETITIONS_MAX = 50_000;

    /** A part of a pattern. */
    sealed interface Node {}

    /** One character of a set. */
    record OneOf(IntPredicate set) implements Node {}

    /** One part after the other; none match the empty text. */
    record Sequence(List<Node> parts) implements Node {}

    /** One of some parts. */
    record Choice(List<Node> branches) implements Node {}

    /** A part some times; {@code max} below 0 stands for as often as one likes. */
    record Repetition(Node body, int min, int max) implements Node {
        boolean isEndless() {
            return max < 0;
        }
    }

    private final String text;
    private int at;
    private int depth;

    private XsdPatternParser(String text) {
        this.text = text;
    }

    /** @throws XsdPatternException naming what is wrong */
    static Node parse(String text) {
        var parser = new XsdPatternParser(text);
        Node node = parser.choice();
        if (parser.at < text.length()) {
            throw parser.error("')' closes nothing");
        }
        return node;
    }

    private Node choice() {
        if (++depth > NESTING_MAX) {
            throw error("groups are nested deeper than " + NESTING_MAX);
        }
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(branch());
        } while (take('|'));
        depth--;
        return branches.size() == 1 ? branches.getFirst() : new Choice(branches);
    }

    private Node branch() {
        List<Node> parts = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            parts.add(quantified(atom()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Sequence(parts);
    }

    private Node atom() {
        int c = next();
        return switch (c) {
            case '(' -> group();
            case '[' -> new OneOf(bracketed());
            case '\\' -> new OneOf(escaped());
            case '.' -> new OneOf(each -> each != '\n' && each != '\r');
            case '?', '*', '+', '{' -> throw error("'" + (char) c + "' repeats nothing");
            case ']' -> throw error("']' closes nothing");
            default -> new OneOf(each -> each == c);
        };
    }

    private Node group() {
        Node inner = choice();
        if (!take(')')) {
            throw error("a group is not closed");
        }
        return inner;
    }

    private Node quantified(Node atom) {
        if (take('?')) {
            return new Repetition(atom, 0, 1);
        }
        if (take('*')) {
            return new Repetition(atom, 0, -1);
        }
        if (take('+')) {
            return new Repetition(atom, 1, -1);
        }
        return take('{') ? counted(atom) : atom;
    }

    private Node counted(Node atom) {
        int min = number();
        int max = min;
        if (take(',')) {
            max = peek() == '}' ? -1 : number();
        }
        if (!take('}') || (max >= 0 && max < min)) {
            throw error("the quantity is not of the form {n}, {n,} or {n,m}");
        }
        return new Repetition(atom, min, max);
    }

    private int number() {
        int start = at;
        int number = 0;
        while (peek() >= '0' && peek() <= '9') {
            number = number * 10 + next() - '0';
            if (number > REPETITIONS_MAX) {
                throw error("a quantity is greater than " + REPETITIONS_MAX);
            }
        }
        if (at == start) {
            throw error("a quantity needs a number");
        }
        return number;
    }

    /** A class in brackets, after the opening one. */
    private IntPredicate bracketed() {
        if (++depth > NESTING_MAX) {
            throw error("classes are nested deeper than " + NESTING_MAX);
        }
        boolean negated = take('^');
        IntPredicate set = _ -> false;
        int start = at;
        while (peek() != ']' || at == start) {
            if (peek() == '-' && peekSecond() == '[' && at > start) {
                at += 2;
                IntPredicate without = bracketed();
                depth--;
                IntPredicate group = negated ? set.negate() : set;
                if (!take(']')) {
                    throw error("a subtraction has to end its class");
                }
                return each -> group.test(each) && !without.test(each);
            }
            set = set.or(range());
        }
        at++;
        depth--;
        return negated ? set.negate() : set;
    }

    /** A character, a range of two, or an escaped set. */
    private IntPredicate range() {
        int first = next();
        requirePlain(first);
        if (first == '\\' && !CharacterSets.isSingle(peek())) {
            return escaped();
        }
        int low = first == '\\' ? single() : first;
        if (peek() != '-' || peekSecond() == ']' || peekSecond() == '[') {
            return each -> each == low;
        }
        at++;
        int second = next();
        requirePlain(second);
        int high = second == '\\' ? single() : second;
        if (high < low) {
            throw error("a range ends before it begins");
        }
        return each -> low <= each && each <= high;
    }

    private void requirePlain(int member) {
        if (member == '[' || member == ']') {
            throw error("'" + (char) member + "' in a class has to be escaped");
        }
    }

    /** The one character that an escape stands for, after the backslash. */
    private int single() {
        int c = next();
        if (!CharacterSets.isSingle(c)) {
            throw error("'\\" + Character.toString(c) + "' stands for no character");
        }
        return CharacterSets.single(c);
    }

    /** What an escape stands for, after the backslash. */
    private IntPredicate escaped() {
        int c = next();
        if (c == 'p' || c == 'P') {
            IntPredicate property = property();
            return c == 'p' ? property : property.negate();
        }
        IntPredicate several = CharacterSets.several(c);
        if (several != null) {
            return several;
        }
        at -= Character.charCount(c);
        int single = single();
        return each -> each == single;
    }

    private IntPredicate property() {
        int end = text.indexOf('}', at);
        if (!take('{') || end < 0) {
            throw error("a property is not in braces");
        }
        String name = text.substring(at, end);
        IntPredicate property = CharacterSets.property(name);
        if (property == null) {
            throw error("there is no property '" + name + "' of characters");
        }
        at = end + 1;
        return property;
    }

    /** The next character; 0 at the end. */
    private int peek() {
        return at < text.length() ? text.codePointAt(at) : 0;
    }

    private int peekSecond() {
        return at + 1 < text.length() ? text.charAt(at + 1) : 0;
    }

    private int next() {
        if (at >= text.length()) {
            throw error("the pattern ends too early");
        }
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        return c;
    }

    private boolean take(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        if (found) {
            at++;
        }
        return found;
    }

    private XsdPatternException error(String reason) {
        return new XsdPatternException(reason + ", at its character " + (at + 1));
    }
}
