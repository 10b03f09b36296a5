package dev.trimtab.core.model;

/** A model's YANG cannot be used; the message is one sentence naming file, line, statement and reason. */
public final class ModelLoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
