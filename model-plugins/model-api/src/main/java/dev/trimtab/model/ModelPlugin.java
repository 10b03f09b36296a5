package dev.trimtab.model;

import java.util.List;

/**
 * What brings one version of a model into the server.
 *
 * <p>An implementation in a jar is found through {@link java.util.ServiceLoader}; the server talks to it over the gRPC contract
 * of {@code trimtab/plugin/v1/plugin.proto} whichever way it runs. Implementations are thread-safe and do not block.
 */
public interface ModelPlugin {
    /** The model with its YANG text; the same answer at each call. */
    ModelDescription describe();

    /**
     * The migrations that the plugin brings, to its version or from it; the same answer at each call, at most one from one version
     * to another. Between versions for which no plugin brings one, what has the same path in both is carried over.
     */
    default List<Migration> migrations() {
        return List.of();
    }
}
