package dev.trimtab.core.expression;

/** A text is no expression of XPath 1.0; the message says what is wrong and at which character, counted from 1. */
public final class XPathSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    XPathSyntaxException(String message, int position) {
        super(message + ", at character " + position);
    }
}
