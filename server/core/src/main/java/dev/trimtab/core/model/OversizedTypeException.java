package dev.trimtab.core.model;

/** A type of a model that would cost too much to use; the message goes on with a sentence about its leaf. */
final class OversizedTypeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    OversizedTypeException(String message) {
        super(message);
    }
}
