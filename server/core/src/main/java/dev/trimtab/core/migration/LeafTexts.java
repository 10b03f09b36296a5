package dev.trimtab.core.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Existence;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Leaves;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.model.Path;
import dev.trimtab.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** A tree as its leaves in text, to compare it with another one. */
final class LeafTexts {
    private static final JsonWriter.Options ALL = new JsonWriter.Options(true, true, Content.ALL, 0);

    private LeafTexts() {}

    static Map<Path, String> of(LoadedModel model, NormalizedNode tree) {
        return of(model, tree, Existence.STORED);
    }

    /** With the defaults that are in use. */
    static Map<Path, String> of(LoadedModel model, NormalizedNode tree, Existence existence) {
        Map<Path, String> texts = new LinkedHashMap<>();
        Leaves.walk(
                Instance.root(model),
                tree,
                ALL,
                Visibility.ALL,
                existence,
                (path, schema, value) -> texts.put(path, text(schema, value)));
        return texts;
    }

    private static String text(SchemaNode schema, Value value) {
        return switch (value) {
            case Value.Sequence(var elements) ->
                elements.stream().map(element -> text(schema, element)).collect(Collectors.joining(" "));
            case Value.Json(byte[] json, boolean _) -> new String(json, UTF_8);
            default -> schema.type().canonical(schema.type().fromValue(value));
        };
    }
}
