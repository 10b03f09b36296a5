package dev.trimtab.core.xpath;

/** A text is no regular expression of XML Schema; the message says why. */
final class XsdPatternException extends RuntimeException {
    private static final long serialVersionUID = 1;

    XsdPatternException(String message) {
        super(message);
    }
}
