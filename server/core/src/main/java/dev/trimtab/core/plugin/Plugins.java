package dev.trimtab.core.plugin;

import dev.trimtab.model.ModelId;
import java.util.Optional;

/** The plugins of the models that are served. Thread-safe; does not block. */
@FunctionalInterface
public interface Plugins {
    /** No model has one. */
    Plugins NONE = _ -> Optional.empty();

    /** The plugin of a model, whether it is there or away; empty for a model that is its text only. */
    Optional<Plugin> find(ModelId model);
}
