package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;

/**
 * Where the reader is; becomes a path only if there is something to report.
 *
 * <p>The keys of a list's entry are known when the entry has been read, and what was found in it is reported after that.
 */
final class JsonPlace {
    private final @Nullable JsonPlace parent;
    private final Instance base;
    private final SchemaNode schema;
    /** Null for the name of the schema. */
    private final @Nullable String name;

    private @Nullable NodeIdentifierWithPredicates entry;

    JsonPlace(Instance base) {
        this(null, base, base.schema(), null);
    }

    private JsonPlace(@Nullable JsonPlace parent, Instance base, SchemaNode schema, @Nullable String name) {
        this.parent = parent;
        this.base = base;
        this.schema = schema;
        this.name = name;
    }

    JsonPlace child(SchemaNode child) {
        return new JsonPlace(this, base, child, null);
    }

    /** A member {@code name} of annotations, whose own are those of {@code schema}. */
    JsonPlace annotations(SchemaNode schema, String name) {
        return new JsonPlace(this, base, schema, name);
    }

    /** An entry of this list, not yet known which. */
    JsonPlace entry() {
        return new JsonPlace(parent, base, schema, name);
    }

    void isEntry(NodeIdentifierWithPredicates id) {
        entry = id;
    }

    Path path() {
        if (parent == null && entry == null) {
            return base.path();
        }
        PathElement element = entry == null
                ? new PathElement(name == null ? PathResolver.pathName(schema) : name)
                : PathExpansion.element(schema, entry);
        return (parent == null ? base.path().parent() : parent.path()).child(element);
    }

    /** The same for yangtools' trees; not of annotations. */
    YangInstanceIdentifier id() {
        YangInstanceIdentifier id = base.id();
        if (parent != null) {
            id = parent.id();
            for (ChoiceStep choice : schema.choices()) {
                id = id.node(choice.id());
            }
            id = id.node(schema.id());
        }
        return entry == null ? id : id.node(entry);
    }
}
