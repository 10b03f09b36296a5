package dev.trimtab.adapter.kit;

import org.jspecify.annotations.Nullable;

/** The system behind the adapter did not take a configuration; the two cases differ in what the caller may do. */
public abstract sealed class BackendException extends Exception
        permits BackendRefusedException, BackendUnavailableException {
    private static final long serialVersionUID = 1;

    BackendException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** Sentence for the person who sent the configuration: which system, and what it said. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
