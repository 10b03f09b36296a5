package dev.trimtab.core.yang;

import org.jspecify.annotations.Nullable;

/**
 * A class in brackets of a pattern, with what is subtracted from it.
 *
 * <p>Java's nested and negated classes mean other things; hence alternatives and lookahead, which mean the same everywhere.
 */
final class XsdClass {
    private final String text;
    private final boolean negated;
    private final StringBuilder members = new StringBuilder();
    private final StringBuilder alternatives = new StringBuilder();
    private @Nullable XsdClass subtracted;
    private int at;

    /** @param start index of the opening bracket */
    XsdClass(String text, int start) {
        this.text = text;
        this.at = start + 1;
        this.negated = sign() == '^';
        if (negated) {
            at++;
        }
        int first = at;
        while (at == first || sign() != ']') {
            member(at == first);
        }
        at++;
    }

    /** Index after the closing bracket. */
    int end() {
        return at;
    }

    /** An expression of Java's that matches one character. */
    String java() {
        String plain = members.isEmpty() ? "" : "[" + members + "]";
        String any = alternatives.isEmpty()
                ? plain
                : "(?:" + plain + (plain.isEmpty() ? alternatives.substring(1) : alternatives.toString()) + ")";
        String own = negated ? (alternatives.isEmpty() ? "[^" + members + "]" : "(?!" + any + ")(?s:.)") : any;
        return subtracted == null ? own : "(?!" + subtracted.java() + ")" + (negated ? "(?:" + own + ")" : own);
    }

    private void member(boolean first) {
        if (sign() == '-' && at + 1 < text.length() && text.charAt(at + 1) == '[' && !first) {
            subtracted = new XsdClass(text, at + 1);
            at = subtracted.end();
            if (sign() != ']') {
                throw XsdPattern.fault(at, "']' must follow what is subtracted");
            }
            return;
        }
        int from = character();
        if (from < 0 || sign() != '-' || endsAfterHyphen()) {
            return;
        }
        int hyphen = at++;
        int length = members.length();
        int to = character();
        members.setLength(length);
        if (to < from) {
            throw XsdPattern.fault(hyphen, "the range does not ascend");
        }
        members.append('-');
        XsdEscape.append(members, to);
    }

    /** Whether a hyphen stands for itself: it is the last member, or begins a subtraction. */
    private boolean endsAfterHyphen() {
        return at + 1 < text.length() && (text.charAt(at + 1) == ']' || text.charAt(at + 1) == '[');
    }

    /** Reads one member; the character it is, or -1 for a class of several. */
    private int character() {
        int sign = sign();
        if (sign == '[' || sign == ']') {
            throw XsdPattern.fault(at, "'" + (char) sign + "' must be escaped in a class");
        }
        if (sign != '\\') {
            XsdEscape.append(members, sign);
            at += Character.charCount(sign);
            return sign;
        }
        var escape = XsdEscape.at(text, at);
        if (escape.negated()) {
            alternatives.append("|[^").append(escape.members()).append(']');
        } else {
            members.append(escape.members());
        }
        at = escape.end();
        return escape.single();
    }

    private int sign() {
        if (at >= text.length()) {
            throw XsdPattern.fault(text.length(), "']' is missing");
        }
        return text.codePointAt(at);
    }
}
