package dev.trimtab.pluginhost;

import io.grpc.StatusRuntimeException;

/** A plugin that cannot be used, and why: a sentence for the operator who installed it. */
public final class PluginException extends RuntimeException {
    PluginException(String message) {
        super(message);
    }

    PluginException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A call that failed: the status, and the reason for it where that is known, such as a certificate. */
    static PluginException of(String what, StatusRuntimeException failed) {
        Throwable cause = failed.getCause();
        while (cause != null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String reason = cause == null ? "" : " (" + cause.getMessage() + ")";
        return new PluginException(what + ": " + failed.getMessage() + reason, failed);
    }
}
