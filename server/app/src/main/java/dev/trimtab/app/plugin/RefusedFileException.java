package dev.trimtab.app.plugin;

/** A file of the plugin folder brings no model; the message says why. */
final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedFileException(String message) {
        super(message);
    }

    RefusedFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
