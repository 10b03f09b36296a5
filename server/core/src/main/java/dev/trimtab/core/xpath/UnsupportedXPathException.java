package dev.trimtab.core.xpath;

/** An expression uses what the evaluator does not have; the message says what. */
public final class UnsupportedXPathException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedXPathException(String message) {
        super(message);
    }
}
