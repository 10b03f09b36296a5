/**
 * Serves model plugins over their gRPC contract and reads them through it.
 *
 * <p>The server talks to every plugin as a client of {@code trimtab/plugin/v1/plugin.proto}. A plugin in a jar is served in
 * the server's own process; one that runs elsewhere brings its own server. Behind the channel the two are the same.
 */
@NullMarked
package dev.trimtab.pluginhost;

import org.jspecify.annotations.NullMarked;
