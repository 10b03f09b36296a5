package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;

/**
 * Where a walk stands, as far as somebody asks.
 *
 * @param path the node's path; null if nobody wants paths
 * @param id the node's place; null where no default at or below it depends on a condition
 * @param annotated annotations at and below the node; null if there are none to show
 */
record WalkPlace(
        Existence existence,
        @Nullable Path path,
        @Nullable YangInstanceIdentifier id,
        @Nullable Annotated annotated) {
    /** The place a walk begins at. */
    static WalkPlace of(Instance at, Existence existence, boolean paths) {
        boolean conditional = existence.isConditional(at.schema());
        return new WalkPlace(existence, paths ? at.path() : null, conditional ? at.id() : null, null);
    }

    /** The same place, where the nodes have annotations. */
    WalkPlace with(@Nullable Annotated annotations) {
        return new WalkPlace(existence, path, id, annotations);
    }

    /** The child's place; of a list, the list as a whole. */
    WalkPlace child(SchemaNode child) {
        if (path == null && id == null && annotated == null) {
            return this;
        }
        return new WalkPlace(
                existence,
                path == null ? null : path.child(PathResolver.pathName(child)),
                id == null || !existence.isConditional(child) ? null : step(id, child),
                Annotated.below(annotated, child.id()));
    }

    private static YangInstanceIdentifier step(YangInstanceIdentifier parent, SchemaNode child) {
        YangInstanceIdentifier id = parent;
        for (ChoiceStep choice : child.choices()) {
            id = id.node(choice.id());
        }
        return id.node(child.id());
    }

    /** The place of one entry of the list that stands here; entries without keys all have the list's. */
    WalkPlace entry(SchemaNode list, DataContainerNode entry) {
        if ((path == null && id == null && annotated == null) || !(entry instanceof MapEntryNode keyed)) {
            return this;
        }
        Path below = path == null ? null : path.parent().child(PathExpansion.element(list, keyed.name()));
        return new WalkPlace(
                existence, below, id == null ? null : id.node(keyed.name()), Annotated.below(annotated, keyed.name()));
    }

    /** Whether {@code child}, of which nothing is stored, may exist by default. */
    boolean allows(SchemaNode child) {
        return id == null || !existence.isConditional(child) || existence.allows(id, child);
    }
}
