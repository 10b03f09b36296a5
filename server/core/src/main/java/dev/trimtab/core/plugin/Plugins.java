package dev.trimtab.core.plugin;

import dev.trimtab.model.Migration;
import dev.trimtab.model.ModelId;
import java.util.Optional;
import java.util.stream.Stream;

/** The plugins of the models that are served. Thread-safe; does not block. */
@FunctionalInterface
public interface Plugins {
    /** No model has one. */
    Plugins NONE = _ -> Optional.empty();

    /** The migration between two models, if the plugin of one of them, first the later one's, brings it. */
    default Optional<Migration> migration(ModelId from, ModelId to) {
        return Stream.of(to, from)
                .flatMap(id -> find(id).stream())
                .flatMap(plugin -> plugin.migrations().stream())
                .filter(one -> one.plan().from().equals(from) && one.plan().to().equals(to))
                .findFirst();
    }

    /** The plugin of a model, whether it is there or away; empty for a model that is its text only. */
    Optional<Plugin> find(ModelId model);
}
