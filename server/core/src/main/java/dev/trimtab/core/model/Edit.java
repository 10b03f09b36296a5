package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import org.jspecify.annotations.Nullable;

/** One step from a tree to the next; a list of them, deletes first, is what a transaction changed. */
public sealed interface Edit {
    Path path();

    /**
     * The node stands at {@code path} as {@code json} says, whatever stood there before.
     *
     * @param json the value relative to the path, in RFC 7951 JSON
     * @param before what stood there; null if nothing did
     */
    record Put(Path path, String json, @Nullable String before) implements Edit {}

    /** Nothing stands at {@code path} any more; {@code before} did. */
    record Delete(Path path, String before) implements Edit {}
}
