package dev.trimtab.core.model;

import org.jspecify.annotations.Nullable;

/** What the prefixes in a schema's text mean: the names of modules. */
@FunctionalInterface
interface Prefixes {
    @Nullable String module(String prefix);
}
