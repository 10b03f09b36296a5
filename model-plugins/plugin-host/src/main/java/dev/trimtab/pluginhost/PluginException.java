package dev.trimtab.pluginhost;

/** A plugin that cannot be used, and why: a sentence for the operator who installed it. */
public final class PluginException extends RuntimeException {
    PluginException(String message) {
        super(message);
    }

    PluginException(String message, Throwable cause) {
        super(message, cause);
    }
}
