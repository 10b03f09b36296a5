package dev.trimtab.modeltools;

import org.jspecify.annotations.Nullable;

/** A folder, a model or a version that a tool cannot work with; the message is one sentence for its author. */
final class WrongInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongInputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
