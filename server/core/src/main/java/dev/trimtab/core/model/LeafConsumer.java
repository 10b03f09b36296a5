package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import dev.trimtab.model.Value;

/** Takes the leaves of a tree one by one. */
@FunctionalInterface
public interface LeafConsumer {
    /**
     * One leaf or leaf-list.
     *
     * @param value a scalar, a {@link Value.Sequence} of a leaf-list, or {@link Value.Json} of content without a schema
     */
    void accept(Path path, SchemaNode schema, Value value);
}
