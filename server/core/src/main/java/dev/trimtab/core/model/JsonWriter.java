package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Path;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.UnkeyedListNode;

/**
 * Writes nodes of a tree as JSON, relative to the node: a container's content, a leaf's bare value.
 *
 * <p>Members come in the order of the schema. Containers without presence in which nothing is to be seen are left out.
 */
public final class JsonWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int INITIAL_BYTES = 256;

    private JsonWriter() {}

    /**
     * What to write.
     *
     * @param strict RFC 7951, with the names of the value's own members qualified; otherwise names and identities are plain
     *     wherever that is unambiguous. Integers of 64 bits and decimals are strings in both.
     * @param defaults whether defaults in use are written (RFC 7950 section 7.6.1)
     * @param content which part of the tree
     * @param depth how many levels of members; 0 for all
     * @param annotations whether the root is written with its annotations (RFC 7952)
     */
    public record Options(boolean strict, boolean defaults, Content content, int depth, boolean annotations) {
        /** RFC 7951, all of what is there and nothing else. */
        public static final Options STRICT = new Options(true, false, Content.ALL, 0);

        /** Without annotations. */
        public Options(boolean strict, boolean defaults, Content content, int depth) {
            this(strict, defaults, content, depth, false);
        }

        public Options withAnnotations() {
            return new Options(strict, defaults, content, depth, true);
        }
    }

    /**
     * The value of {@code node}, whatever tree it is of, in UTF-8: no condition of a default is looked at, and for the visibility
     * its path is that of the schema, without keys.
     */
    public static byte[] write(SchemaNode schema, NormalizedNode node, Options options, Visibility visible) {
        @Nullable Path path = TreeWalk.isAll(visible) ? null : schema.path();
        return bytes(schema, new WalkPlace(Existence.UNCONDITIONAL, path, null), node, options, visible);
    }

    /** All of {@code node} as {@link Options#STRICT} says: the form in which values are kept and compared. */
    public static String text(SchemaNode schema, NormalizedNode node) {
        return new String(write(schema, node, Options.STRICT, Visibility.ALL), StandardCharsets.UTF_8);
    }

    /**
     * The value of {@code node}, which stands at {@code at}, in UTF-8.
     *
     * @param existence of the tree that {@code node} is in: which defaults the options let through
     */
    public static byte[] write(
            Instance at, NormalizedNode node, Options options, Visibility visible, Existence existence) {
        return bytes(at.schema(), TreeWalk.begin(at, existence, visible), node, options, visible);
    }

    /**
     * {@link #write(Instance, NormalizedNode, Options, Visibility, Existence)} to a stream, while the tree is walked: the text is
     * never in memory as a whole.
     *
     * @param out is flushed and not closed
     * @throws IOException if {@code out} takes no more; part of the text may have been written
     */
    public static void write(
            Instance at,
            NormalizedNode node,
            OutputStream out,
            Options options,
            Visibility visible,
            Existence existence)
            throws IOException {
        // Closed only after the whole text: closing ends open objects, and would make a part look like the whole.
        JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        write(at.schema(), TreeWalk.begin(at, existence, visible), node, json, options, visible);
        json.close();
    }

    private static byte[] bytes(
            SchemaNode schema, WalkPlace at, NormalizedNode node, Options options, Visibility visible) {
        var bytes = new ByteArrayOutputStream(INITIAL_BYTES);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            write(schema, at, node, out, options, visible);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void write(
            SchemaNode schema,
            WalkPlace at,
            NormalizedNode node,
            JsonGenerator out,
            Options options,
            Visibility visible)
            throws IOException {
        var walk = new TreeWalk(options, visible, new JsonSink(out, options.strict()));
        switch (node) {
            case MapNode _, UnkeyedListNode _ -> {
                out.writeStartArray();
                walk.entries(schema, node, at, 0);
                out.writeEndArray();
            }
            case DataContainerNode container -> {
                out.writeStartObject();
                walk.members(schema, container, at, 1);
                out.writeEndObject();
            }
            default -> walk.value(schema, node, at.path());
        }
    }
}
