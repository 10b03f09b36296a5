package dev.trimtab.core.transaction;

import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;

/** One operation of a command, with an absolute path. */
public sealed interface Operation {
    TargetId target();

    Path path();

    /** Removes the node and all below it; wildcards remove every match; an absent node is no error. */
    record Delete(TargetId target, Path path) implements Operation {}

    /** Makes the node exactly {@code value}: what the value leaves out is removed or falls back to its default. */
    record Replace(TargetId target, Path path, Value value) implements Operation {}

    /** Merges {@code value} into the node; what the value leaves out stays. */
    record Update(TargetId target, Path path, Value value) implements Operation {}

    /** Makes the node exactly {@code value}; a failure when it exists already. */
    record Create(TargetId target, Path path, Value value) implements Operation {}
}
