package dev.trimtab.core.southbound;

/** A backend did not answer, or cannot at present; the message says what was seen. */
public final class BackendUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public BackendUnavailableException(String reason) {
        super(reason);
    }
}
