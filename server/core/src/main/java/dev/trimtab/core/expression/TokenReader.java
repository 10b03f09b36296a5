package dev.trimtab.core.expression;

import dev.trimtab.core.expression.Token.Kind;
import java.util.List;

/** Takes the tokens of an expression one after the other; says what is wrong at the next one. Not thread-safe. */
final class TokenReader {
    private final List<Token> tokens;
    private int next;

    /** @param tokens the last one is of kind {@link Kind#END} */
    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The next token, which stays. */
    Token peek() {
        return tokens.get(next);
    }

    /** The next token, which is taken. */
    Token take() {
        return tokens.get(next++);
    }

    /** Takes the next token if it is this one. */
    boolean take(Kind kind, String text) {
        boolean found = peek().is(kind, text);
        if (found) {
            next++;
        }
        return found;
    }

    void expect(String punctuation) {
        if (!take(Kind.PUNCTUATION, punctuation)) {
            throw unexpected("'" + punctuation + "'");
        }
    }

    XPathSyntaxException unexpected(String expected) {
        return error("expected " + expected + " and not " + peek().named());
    }

    XPathSyntaxException error(String message) {
        return new XPathSyntaxException(message, peek().position());
    }
}
