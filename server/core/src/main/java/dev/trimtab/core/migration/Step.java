package dev.trimtab.core.migration;

import dev.trimtab.core.model.SchemaNode;
import java.util.List;

/**
 * One node on the way to a place in the new configuration.
 *
 * @param node a child of the step before
 * @param keys for a list, where each of its keys comes from, in their order; empty for other nodes
 */
record Step(SchemaNode node, List<KeySource> keys) {
    Step {
        keys = List.copyOf(keys);
    }

    /** Where the key of an entry comes from. */
    sealed interface KeySource {
        /** The value of a key on the way to the old place. */
        record Bound(SchemaNode oldKey) implements KeySource {}

        record Constant(String text) implements KeySource {}

        record TargetName() implements KeySource {}
    }
}
