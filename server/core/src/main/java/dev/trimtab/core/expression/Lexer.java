package dev.trimtab.core.expression;

import dev.trimtab.core.expression.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts an expression into words. Source: XPath 1.0 section 3.7. */
final class Lexer {
    private static final Set<String> NAMED_OPERATORS = Set.of("and", "or", "mod", "div");
    private static final List<String> DOUBLE = List.of("//", "!=", "<=", ">=", "..");
    private static final String OPERATORS = "/|+-=<>";
    private static final String PUNCTUATION = "()[].@,";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The words of {@code text}, and the end. */
    static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        for (skipSpace(); at < text.length(); skipSpace()) {
            next();
        }
        tokens.add(new Token(Kind.END, null, "", text.length() + 1));
    }

    private void next() {
        int c = text.codePointAt(at);
        if (c == '\'' || c == '"') {
            literal((char) c);
        } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            number();
        } else if (c == '$') {
            at++;
            int start = at;
            skipName();
            if (peek(0) == ':') {
                at++;
                skipName();
            }
            add(Kind.VARIABLE, null, text.substring(start, at), start);
        } else if (isNameStart(c)) {
            name();
        } else {
            sign();
        }
    }

    private void literal(char quote) {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw error("the literal has no closing quote");
        }
        add(Kind.LITERAL, null, text.substring(at + 1, end), at + 1);
        at = end + 1;
    }

    private void number() {
        int start = at;
        skipDigits();
        if (peek(0) == '.') {
            at++;
            skipDigits();
        }
        add(Kind.NUMBER, null, text.substring(start, at), start + 1);
    }

    private void name() {
        int start = at;
        skipName();
        String first = text.substring(start, at);
        if (endsOperand()) {
            if (!NAMED_OPERATORS.contains(first)) {
                at = start;
                throw error("'" + first + "' is no operator");
            }
            add(Kind.OPERATOR, null, first, start + 1);
            return;
        }
        String prefix = null;
        String local = first;
        if (peek(0) == ':' && peek(1) != ':') {
            at++;
            prefix = first;
            local = localName();
        }
        add(kindOfName(local), prefix, local, start + 1);
    }

    private String localName() {
        if (peek(0) == '*') {
            at++;
            return "*";
        }
        int start = at;
        skipName();
        return text.substring(start, at);
    }

    private Kind kindOfName(String local) {
        skipSpace();
        if (peek(0) == '(' && !local.equals("*")) {
            return Kind.FUNCTION;
        }
        if (peek(0) == ':' && peek(1) == ':') {
            at += 2;
            return Kind.AXIS;
        }
        return Kind.NAME;
    }

    private void sign() {
        int start = at;
        String word = DOUBLE.stream()
                .filter(each -> text.startsWith(each, start))
                .findFirst()
                .orElseGet(() -> text.substring(start, start + Character.charCount(text.codePointAt(start))));
        at += word.length();
        if (word.equals("*")) {
            add(endsOperand() ? Kind.OPERATOR : Kind.NAME, null, word, start + 1);
        } else if (word.equals("..") || PUNCTUATION.contains(word)) {
            add(Kind.PUNCTUATION, null, word, start + 1);
        } else if (word.length() == 2 || OPERATORS.contains(word)) {
            add(Kind.OPERATOR, null, word, start + 1);
        } else {
            at = start;
            throw error("'" + word + "' is not part of an expression");
        }
    }

    private void add(Kind kind, @Nullable String prefix, String word, int position) {
        tokens.add(new Token(kind, prefix, word, position));
    }

    private boolean endsOperand() {
        return !tokens.isEmpty() && tokens.getLast().endsOperand();
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void skipDigits() {
        while (isDigit(at)) {
            at++;
        }
    }

    private void skipName() {
        if (at >= text.length() || !isNameStart(text.codePointAt(at))) {
            throw error("a name is missing");
        }
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
    }

    private static boolean isNameStart(int c) {
        return c == '_' || Character.isLetter(c);
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || c == '-' || c == '.' || Character.isDigit(c);
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    /** The character so far ahead; 0 beyond the end. */
    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private XPathSyntaxException error(String message) {
        return new XPathSyntaxException(message, at + 1);
    }
}
