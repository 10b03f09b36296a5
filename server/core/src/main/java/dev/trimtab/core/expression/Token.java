package dev.trimtab.core.expression;

import org.jspecify.annotations.Nullable;

/**
 * One word of an expression.
 *
 * @param kind what it is
 * @param prefix of a name or function; null without
 * @param text of a literal without its quotes, of a name without its prefix, of everything else as written
 * @param position its first character, from 1
 */
record Token(Kind kind, @Nullable String prefix, String text, int position) {
    enum Kind {
        /** A name test: a name, or an asterisk that is no operator. */
        NAME,
        /** A name before a parenthesis: a function, or the type of a node. */
        FUNCTION,
        /** A name before two colons. */
        AXIS,
        VARIABLE,
        LITERAL,
        NUMBER,
        OPERATOR,
        /** A parenthesis, bracket, dot, comma or at sign. */
        PUNCTUATION,
        END
    }

    boolean is(Kind which, String what) {
        return kind == which && text.equals(what);
    }

    /** Whether an asterisk or name after this is an operator. Source: XPath 1.0 section 3.7. */
    boolean endsOperand() {
        return switch (kind) {
            case NAME, VARIABLE, LITERAL, NUMBER -> true;
            case PUNCTUATION -> text.equals(")") || text.equals("]") || text.equals(".") || text.equals("..");
            case FUNCTION, AXIS, OPERATOR, END -> false;
        };
    }

    /** The word as a message names it. */
    String named() {
        return switch (kind) {
            case END -> "the end";
            case LITERAL -> "a literal";
            default -> "'" + (prefix == null ? "" : prefix + ":") + text + "'";
        };
    }
}
