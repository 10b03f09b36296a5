package dev.trimtab.core.southbound;

import dev.trimtab.core.target.ConnectionSettings;
import dev.trimtab.model.TargetId;

/** Opens connections to backends. */
@FunctionalInterface
public interface Connector {
    /**
     * Begins to connect and returns at once.
     *
     * @param onSession called after each change of {@link Backend#session}; returns quickly
     */
    Backend connect(TargetId target, ConnectionSettings settings, Runnable onSession);
}
