package dev.trimtab.core.model;

import dev.trimtab.model.Path;
import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Takes what {@link TreeWalk} comes by. A container or list that is opened and closed with nothing between was not there to be
 * seen.
 *
 * <p>Paths are given if the walk was asked for them, and null otherwise.
 */
interface TreeSink {
    void openContainer(SchemaNode schema) throws IOException;

    void openList(SchemaNode schema) throws IOException;

    /** An entry of the list that was opened last; it is there even if nothing in it is. */
    void openEntry(SchemaNode schema) throws IOException;

    /** Says that the container that was opened last is there even if nothing in it is. */
    void exists() throws IOException;

    void closeObject() throws IOException;

    void closeList() throws IOException;

    /**
     * A leaf.
     *
     * @param annotations of the leaf; null if there are none to show
     */
    void leaf(SchemaNode schema, Object value, @Nullable Path path, @Nullable Annotated annotations) throws IOException;

    /**
     * A leaf-list.
     *
     * @param annotations of its values; null if there are none to show
     */
    void leafList(SchemaNode schema, Collection<Object> values, @Nullable Path path, @Nullable Annotated annotations)
            throws IOException;

    /**
     * Content without a schema.
     *
     * @param annotations of the content as a whole; null if there are none to show
     */
    void any(SchemaNode schema, String json, @Nullable Path path, @Nullable Annotated annotations) throws IOException;

    /** The annotations of the container or entry that was opened last, before anything in it. */
    void annotations(Annotated annotations) throws IOException;
}
