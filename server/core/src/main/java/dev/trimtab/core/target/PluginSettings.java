package dev.trimtab.core.target;

import org.jspecify.annotations.Nullable;

/** Where the code of a model is. */
public sealed interface PluginSettings {
    /** The model is its text. */
    record None() implements PluginSettings {}

    /**
     * A jar that the server runs.
     *
     * @param fileName in the plugin folder
     */
    record Jar(String fileName) implements PluginSettings {}

    /**
     * A plugin host.
     *
     * @param tlsName the name its certificate is for; null where that is the address
     */
    record Host(String address, int port, @Nullable String tlsName) implements PluginSettings {}
}
