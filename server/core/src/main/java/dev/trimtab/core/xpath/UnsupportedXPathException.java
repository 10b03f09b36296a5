package dev.trimtab.core.xpath;

/** An expression uses what the evaluator does not have; the message says what, and where it is known, at which character. */
public final class UnsupportedXPathException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedXPathException(String message) {
        super(message);
    }

    /** @param position the character of the expression, from 1 */
    UnsupportedXPathException(String message, int position) {
        super(message + ", at character " + position);
    }
}
