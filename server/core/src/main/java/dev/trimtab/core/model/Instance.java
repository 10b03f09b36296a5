package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/**
 * A place in a tree: one node, one list entry, or a whole list.
 *
 * @param path canonical: plain names unless ambiguous, keys in canonical form
 * @param schema the node's schema
 * @param id the same place for yangtools' trees, with the choices on the way
 */
public record Instance(Path path, SchemaNode schema, YangInstanceIdentifier id) {
    /** The place of everything. */
    public static Instance root(LoadedModel model) {
        return new Instance(Path.ROOT, model.root(), YangInstanceIdentifier.of());
    }

    /** Whether this is one entry of a list and not the list as a whole. */
    public boolean isEntry() {
        return schema.kind() == SchemaNode.Kind.LIST
                && !path.elements().getLast().keys().isEmpty();
    }
}
