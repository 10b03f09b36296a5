package dev.trimtab.core.pattern;

/** A text is no regular expression of XML Schema, or one that is too large; the message says where and why. */
public final class XsdPatternException extends RuntimeException {
    private static final long serialVersionUID = 1;

    XsdPatternException(String message) {
        super(message);
    }
}
