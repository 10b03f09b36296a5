package dev.trimtab.app.gnmi;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.Existence;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Leaves;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.model.Path;
import dev.trimtab.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * One leaf or leaf-list that an edit wrote or deleted; defaults are not looked at.
 *
 * @param before null where it was not written
 * @param after null where it is not written any more
 */
record LeafChange(
        Path path,
        SchemaNode schema,
        @Nullable Value before,
        @Nullable Value after) {
    private record Leaf(SchemaNode schema, Value value) {}

    /** What {@code edit} did to each leaf at or below its path: the ones that it left or made, then the ones that went. */
    static List<LeafChange> of(LoadedModel model, Edit edit) {
        Instance at = PathResolver.resolve(model, edit.path());
        Map<Path, Leaf> before = switch (edit) {
            case Edit.Put put -> leaves(model, at, put.before());
            case Edit.Delete delete -> leaves(model, at, delete.before());
        };
        Map<Path, Leaf> after = edit instanceof Edit.Put put ? leaves(model, at, put.json()) : Map.of();
        List<LeafChange> changes = new ArrayList<>();
        after.forEach((path, leaf) -> {
            Leaf old = before.get(path);
            changes.add(new LeafChange(path, leaf.schema(), old == null ? null : old.value(), leaf.value()));
        });
        before.forEach((path, leaf) -> {
            if (!after.containsKey(path)) {
                changes.add(new LeafChange(path, leaf.schema(), leaf.value(), null));
            }
        });
        return changes;
    }

    private static Map<Path, Leaf> leaves(LoadedModel model, Instance at, @Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        Decoded decoded = JsonReader.read(model, at, json.getBytes(StandardCharsets.UTF_8), true, Content.ALL);
        NormalizedNode node = decoded.node();
        if (node == null) {
            throw new IllegalStateException(
                    "an edit of " + at.path() + " does not fit its model: " + decoded.violations());
        }
        Map<Path, Leaf> leaves = new LinkedHashMap<>();
        Leaves.walk(
                at,
                node,
                JsonWriter.Options.STRICT,
                Visibility.ALL,
                Existence.STORED,
                (path, schema, value) -> leaves.put(path, new Leaf(schema, value)));
        return leaves;
    }
}
