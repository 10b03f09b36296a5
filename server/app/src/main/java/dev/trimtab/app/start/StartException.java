package dev.trimtab.app.start;

/** Why the server did not start, in one sentence for the person who started it: what is wrong and what to do. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
