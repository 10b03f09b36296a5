package dev.trimtab.core.model;

import org.jspecify.annotations.Nullable;

/** A model's YANG cannot be used; the message is one sentence naming file, line, statement and reason. */
public final class ModelLoadException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelLoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
