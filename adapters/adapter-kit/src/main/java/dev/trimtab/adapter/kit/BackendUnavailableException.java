package dev.trimtab.adapter.kit;

import org.jspecify.annotations.Nullable;

/** The system could not be reached, or failed; the same configuration may be accepted later. */
public final class BackendUnavailableException extends BackendException {
    private static final long serialVersionUID = 1;

    public BackendUnavailableException(String reason) {
        super(reason, null);
    }

    public BackendUnavailableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
