package dev.trimtab.core.xpath;

/** An expression has no value on a context node; the message says why, after "its expression". */
public class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EvaluationException(String message) {
        super(message, null, false, false);
    }
}
