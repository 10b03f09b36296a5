package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;

import dev.trimtab.model.Path;
import dev.trimtab.model.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.UnkeyedListNode;

/** Shows a tree leaf by leaf, as gNMI's notifications have it. */
public final class Leaves {
    private Leaves() {}

    /**
     * Shows every leaf and leaf-list at or below {@code at}, keys too, in the order of the schema and of the entries. The leaves
     * of lists without keys have the path of the list. Annotations are shown if {@code at} is theirs.
     *
     * @param existence of the tree that {@code node} is in: which defaults the options let through
     */
    public static void walk(
            Instance at,
            NormalizedNode node,
            JsonWriter.Options options,
            Visibility visible,
            Existence existence,
            LeafConsumer consumer) {
        var walk = new TreeWalk(withoutAnnotations(options), visible, new LeafSink(consumer));
        var place = WalkPlace.of(at, existence, true);
        try {
            switch (node) {
                case MapNode _, UnkeyedListNode _ -> walk.entries(at.schema(), node, place, 0);
                case DataContainerNode container -> walk.members(at.schema(), container, place, 1);
                default -> walk.value(at.schema(), node, place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a consumer does no input or output", e);
        }
    }

    /** RFC 7952 section 4: annotations are not data, and only JSON has a place for them. */
    private static JsonWriter.Options withoutAnnotations(JsonWriter.Options options) {
        return new JsonWriter.Options(options.strict(), options.defaults(), options.content(), options.depth());
    }

    private record LeafSink(LeafConsumer consumer) implements TreeSink {
        @Override
        public void leaf(SchemaNode schema, Object value, @Nullable Path path, @Nullable Annotated annotations) {
            consumer.accept(requireNonNull(path), schema, schema.type().toValue(value));
        }

        @Override
        public void leafList(
                SchemaNode schema, Collection<Object> values, @Nullable Path path, @Nullable Annotated annotations) {
            var elements = values.stream().map(schema.type()::toValue).toList();
            consumer.accept(requireNonNull(path), schema, new Value.Sequence(elements));
        }

        @Override
        public void any(SchemaNode schema, String json, @Nullable Path path, @Nullable Annotated annotations) {
            consumer.accept(requireNonNull(path), schema, new Value.Json(json.getBytes(StandardCharsets.UTF_8), true));
        }

        @Override
        public void annotations(Annotated annotations) {}

        @Override
        public void openContainer(SchemaNode schema) {}

        @Override
        public void openList(SchemaNode schema) {}

        @Override
        public void openEntry(SchemaNode schema) {}

        @Override
        public void exists() {}

        @Override
        public void closeObject() {}

        @Override
        public void closeList() {}
    }
}
