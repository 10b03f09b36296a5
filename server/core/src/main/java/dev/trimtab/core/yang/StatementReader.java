package dev.trimtab.core.yang;

import com.google.common.collect.ImmutableList;
import dev.trimtab.core.yang.Token.End;
import dev.trimtab.core.yang.Token.Punctuation;
import dev.trimtab.core.yang.Token.Quoted;
import dev.trimtab.core.yang.Token.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.ir.IRArgument;
import org.opendaylight.yangtools.yang.ir.IRKeyword;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/**
 * Reads the one statement of a YANG file, with all those in it (RFC 7950 section 6.3).
 *
 * <p>Yangtools has a reader too, generated from a grammar. This one is far quicker in a fresh JVM, needs no stack for
 * nesting, and says what is wrong in the words of an author of YANG.
 */
final class StatementReader {
    /** Deeper than any published module by far; what comes after recurses once a level. */
    static final int DEPTH_MAX = 100;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final String file;
    private final Lexer lexer;
    private final Map<String, IRKeyword> keywords = new HashMap<>();
    private Token token;

    /** A statement whose end has not been read. */
    private record Open(IRKeyword keyword, @Nullable IRArgument argument, Token start, List<IRStatement> children) {
        IRStatement close() {
            return IRStatement.of(keyword, argument, start.line(), start.column() - 1, ImmutableList.copyOf(children));
        }
    }

    private StatementReader(String file, String text) {
        this.file = file;
        this.lexer = new Lexer(file, text);
        this.token = lexer.next();
    }

    /** @throws FaultyYangException with the first fault of the text */
    static IRStatement read(String file, String text) {
        return new StatementReader(file, text).file();
    }

    private IRStatement file() {
        Deque<Open> open = new ArrayDeque<>();
        while (true) {
            IRStatement closed = null;
            if (!open.isEmpty() && isPunctuation('}')) {
                token = lexer.next();
                closed = open.pop().close();
            } else {
                Open statement = begin(open);
                if (isPunctuation('{')) {
                    open.push(statement);
                } else {
                    closed = statement.close();
                }
                token = lexer.next();
            }
            if (closed != null && open.isEmpty()) {
                return last(closed);
            } else if (closed != null) {
                open.element().children.add(closed);
            }
        }
    }

    private IRStatement last(IRStatement statement) {
        if (token instanceof End) {
            return statement;
        }
        String found =
                isPunctuation('}') ? "this '}' closes nothing" : "a file holds one module; it ends before " + token;
        throw fault(token, found);
    }

    /** A statement up to the brace or semicolon after its argument. */
    private Open begin(Deque<Open> open) {
        Token start = token;
        IRKeyword keyword = keyword(open);
        IRArgument argument = argument();
        if (!isPunctuation('{') && !isPunctuation(';')) {
            throw fault(token, "';' or '{' is missing after " + named(keyword, argument, start) + "; found " + token);
        }
        if (open.size() >= DEPTH_MAX) {
            throw fault(start, "statements are nested more than " + DEPTH_MAX + " deep");
        }
        return new Open(keyword, argument, start, new ArrayList<>());
    }

    private IRKeyword keyword(Deque<Open> open) {
        if (token instanceof End && !open.isEmpty()) {
            Open innermost = open.element();
            throw fault(
                    innermost.start,
                    "'" + Statements.title(innermost.close())
                            + "' is not closed: '}' is missing at the end of the file");
        }
        if (!(token instanceof Word word)) {
            throw fault(token, "a statement must begin here; found " + token);
        }
        IRKeyword keyword = keywords.computeIfAbsent(word.text(), this::keyword);
        token = lexer.next();
        return keyword;
    }

    private IRKeyword keyword(String text) {
        int colon = text.indexOf(':');
        String prefix = colon < 0 ? null : text.substring(0, colon);
        String name = text.substring(colon + 1);
        boolean valid = IDENTIFIER.matcher(name).matches()
                && (prefix == null || IDENTIFIER.matcher(prefix).matches());
        if (!valid) {
            throw fault(token, "a statement must begin here; '" + Statements.shortened(text) + "' is no keyword");
        }
        return prefix == null ? IRKeyword.Unqualified.of(name) : IRKeyword.Qualified.of(prefix, name);
    }

    private @Nullable IRArgument argument() {
        if (token instanceof Word word) {
            String text = word.text();
            token = lexer.next();
            return IDENTIFIER.matcher(text).matches() ? IRArgument.identifier(text) : IRArgument.unquoted(text);
        }
        if (!(token instanceof Quoted)) {
            return null;
        }
        List<IRArgument.Single> parts = new ArrayList<>();
        parts.add(part());
        while (token instanceof Word word && word.text().equals("+")) {
            token = lexer.next();
            parts.add(part());
        }
        return IRArgument.of(parts);
    }

    private IRArgument.Single part() {
        if (!(token instanceof Quoted quoted)) {
            throw fault(token, "a string in quotes must follow '+'; found " + token);
        }
        token = lexer.next();
        return quoted.argument();
    }

    /** The statement and, for a text over several lines, where it began: a lost quote shows far from its place. */
    private String named(IRKeyword keyword, @Nullable IRArgument argument, Token start) {
        var statement = IRStatement.of(keyword, argument, start.line(), start.column() - 1, ImmutableList.of());
        String title = "'" + Statements.title(statement) + "'";
        return start.line() == token.line() ? title : title + " of line " + start.line();
    }

    private boolean isPunctuation(char sign) {
        return token instanceof Punctuation punctuation && punctuation.sign() == sign;
    }

    private FaultyYangException fault(Token at, String reason) {
        return new FaultyYangException(new Fault(file, at.line(), at.column(), reason));
    }
}
