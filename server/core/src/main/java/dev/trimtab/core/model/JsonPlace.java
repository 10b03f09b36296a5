package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;

/**
 * Where the reader is; becomes a path only if there is something to report.
 *
 * <p>The keys of a list's entry are known when the entry has been read, and what was found in it is reported after that.
 */
final class JsonPlace {
    private final @Nullable JsonPlace parent;
    private final Path base;
    private final SchemaNode schema;
    private @Nullable NodeIdentifierWithPredicates entry;

    JsonPlace(Path base, SchemaNode schema) {
        this(null, base, schema);
    }

    private JsonPlace(@Nullable JsonPlace parent, Path base, SchemaNode schema) {
        this.parent = parent;
        this.base = base;
        this.schema = schema;
    }

    JsonPlace child(SchemaNode child) {
        return new JsonPlace(this, base, child);
    }

    /** An entry of this list, not yet known which. */
    JsonPlace entry() {
        return new JsonPlace(parent, base, schema);
    }

    void isEntry(NodeIdentifierWithPredicates id) {
        entry = id;
    }

    Path path() {
        if (parent == null && entry == null) {
            return base;
        }
        PathElement element =
                entry == null ? new PathElement(PathResolver.pathName(schema)) : PathExpansion.element(schema, entry);
        return (parent == null ? base.parent() : parent.path()).child(element);
    }
}
