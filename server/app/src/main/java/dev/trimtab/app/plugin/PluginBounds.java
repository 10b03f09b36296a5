package dev.trimtab.app.plugin;

import dev.trimtab.pluginhost.HookClient;
import dev.trimtab.pluginhost.PluginClient;

/** The bounds within which plugins are asked. */
public record PluginBounds(PluginClient client, HookClient hooks) {
    public static final PluginBounds DEFAULT = new PluginBounds(PluginClient.DEFAULT, HookClient.DEFAULT);
}
