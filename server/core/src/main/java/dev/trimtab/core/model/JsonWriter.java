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
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
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
     * @param annotations whether nodes are written with their annotations, where RFC 7952 section 5.2 has them
     * @param below the tree's list of the annotations of nodes below the root; null if there are none, or where the root itself is
     *     written, which has it
     */
    public record Options(
            boolean strict,
            boolean defaults,
            Content content,
            int depth,
            boolean annotations,
            @Nullable NormalizedNode below) {
        /** RFC 7951, all of what is there and nothing else. */
        public static final Options STRICT = new Options(true, false, Content.ALL, 0);

        /** Without annotations. */
        public Options(boolean strict, boolean defaults, Content content, int depth) {
            this(strict, defaults, content, depth, false, null);
        }

        public Options withAnnotations() {
            return new Options(strict, defaults, content, depth, true, below);
        }

        /** The same where nodes below the root have the annotations {@code list}. */
        public Options below(@Nullable NormalizedNode list) {
            return new Options(strict, defaults, content, depth, annotations, list);
        }
    }

    /**
     * The value of {@code node}, whatever tree it is of, in UTF-8: no condition of a default is looked at, and for the visibility
     * its path is that of the schema, without keys. Only the root is written with annotations.
     */
    public static byte[] write(SchemaNode schema, NormalizedNode node, Options options, Visibility visible) {
        @Nullable Path path = TreeWalk.isAll(visible) ? null : schema.path();
        var at = new WalkPlace(Existence.UNCONDITIONAL, path, null, annotated(schema, node, options));
        return bytes(schema, at, node, options, visible);
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
        WalkPlace place = TreeWalk.begin(at, existence, visible).with(annotated(at, node, options));
        return bytes(at.schema(), place, node, options, visible);
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
        WalkPlace place = TreeWalk.begin(at, existence, visible).with(annotated(at, node, options));
        write(at.schema(), place, node, json, options, visible);
        json.close();
    }

    private static @Nullable Annotated annotated(Instance at, NormalizedNode node, Options options) {
        if (!options.annotations() || at.schema().kind() == SchemaNode.Kind.ROOT) {
            return annotated(at.schema(), node, options);
        }
        return Annotated.of(at.schema().root(), options.below(), at.id());
    }

    private static @Nullable Annotated annotated(SchemaNode schema, NormalizedNode node, Options options) {
        SchemaNode list = options.annotations() ? schema.annotated() : null;
        return list == null
                ? null
                : Annotated.of(schema, Places.child((DataContainerNode) node, list), YangInstanceIdentifier.of());
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
            default -> walk.value(schema, node, at);
        }
    }
}
