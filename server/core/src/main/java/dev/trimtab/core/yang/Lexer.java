package dev.trimtab.core.yang;

import org.opendaylight.yangtools.yang.ir.IRArgument;

/** Splits YANG text into tokens, comments left out (RFC 7950 section 6.1). */
final class Lexer {
    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;

    Lexer(String file, String text) {
        this.file = file;
        this.text = text;
        this.at = text.startsWith("\uFEFF") ? 1 : 0; // some editors write a byte order mark
        this.lineStart = at;
    }

    /** @throws FaultyYangException for a comment or string that is not closed and for characters that YANG does not have */
    Token next() {
        skipSpaceAndComments();
        if (at == text.length()) {
            return new Token.End(line, column());
        }
        return switch (text.charAt(at)) {
            case '{', '}', ';' -> new Token.Punctuation(text.charAt(at), line, column(at++));
            case '"' -> doubleQuoted();
            case '\'' -> singleQuoted();
            default -> word();
        };
    }

    private int column() {
        return column(at);
    }

    private int column(int index) {
        return index - lineStart + 1;
    }

    private void skipSpaceAndComments() {
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else if (isSpace(text.charAt(at))) {
                advance();
            } else {
                return;
            }
        }
    }

    private void lineComment() {
        while (at < text.length() && text.charAt(at) != '\n') {
            advance();
        }
    }

    private void blockComment() {
        Fault open = fault("the comment that begins here is not closed");
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            throw new FaultyYangException(open);
        }
        while (at < end + 2) {
            advance();
        }
    }

    private Token singleQuoted() {
        int from = at + 1;
        return quoted('\'', (closing, _) -> IRArgument.singleQuoted(text.substring(from, closing)));
    }

    private Token doubleQuoted() {
        int from = at + 1;
        return quoted(
                '"',
                (closing, column) -> IRArgument.doubleQuoted(Indentation.strip(text.substring(from, closing), column)));
    }

    private interface Content {
        IRArgument.Single of(int closing, int quoteColumn);
    }

    private Token quoted(char quote, Content content) {
        Fault open = fault("the string that begins here is not closed");
        int startLine = line;
        int startColumn = column();
        int width = Indentation.width(text, lineStart, at);
        advance();
        while (at < text.length() && text.charAt(at) != quote) {
            if (quote == '"' && text.charAt(at) == '\\' && at + 1 < text.length()) {
                advance();
            }
            advance();
        }
        if (at >= text.length()) {
            throw new FaultyYangException(open);
        }
        return new Token.Quoted(content.of(at++, width), startLine, startColumn);
    }

    private Token word() {
        int from = at;
        int startColumn = column();
        while (at < text.length() && !endsWord(from)) {
            advance();
        }
        return new Token.Word(text.substring(from, at), line, startColumn);
    }

    /** A quote ends only a '+': version 1 allows it in words, and for 1.1 yangtools refuses the argument. */
    private boolean endsWord(int from) {
        char c = text.charAt(at);
        return isSpace(c)
                || ((c == '"' || c == '\'') && at == from + 1 && text.charAt(from) == '+')
                || c == ';'
                || c == '{'
                || c == '}'
                || text.startsWith("//", at)
                || text.startsWith("/*", at);
    }

    private void advance() {
        char c = text.charAt(at);
        if (!isAllowed(c)) {
            throw new FaultyYangException(
                    fault(String.format("the character U+%04X is not allowed in YANG", text.codePointAt(at))));
        }
        at++;
        if (c == '\n') {
            line++;
            lineStart = at;
        }
    }

    /** {@code yang-char} of RFC 7950 section 14; a high surrogate is looked at with the low one after it. */
    private boolean isAllowed(char c) {
        if (c < 0xD800) {
            return c >= ' ' || c == '\t' || c == '\n' || c == '\r';
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))
                    && (text.codePointAt(at) & 0xFFFE) != 0xFFFE;
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c < 0xFDD0 || (c > 0xFDEF && c < 0xFFFE);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private Fault fault(String reason) {
        return new Fault(file, line, column(), reason);
    }
}
