package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trimtab.core.model.LeafType.Base;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.model.api.AnyxmlSchemaNode;

/** Reads the values without members of their own: leaves, leaf-lists, and content without a schema. */
final class JsonScalars {
    private final JsonParser parser;
    private final boolean strict;
    private final JsonProblems problems;

    JsonScalars(JsonParser parser, boolean strict, JsonProblems problems) {
        this.parser = parser;
        this.strict = strict;
        this.problems = problems;
    }

    /** The token as a violation shows it. */
    @Nullable String shown() throws IOException {
        return parser.currentToken().isScalarValue() ? parser.getText() : null;
    }

    @Nullable DataContainerChild leaf(SchemaNode schema, JsonPlace place) throws IOException {
        Object value = scalar(schema, place);
        return value == null ? null : ImmutableNodes.leafNode(schema.id(), value);
    }

    /** The values of a leaf-list in their order, without those that do not fit. */
    List<Object> values(SchemaNode schema, JsonPlace place) throws IOException {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Object value = scalar(schema, place);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    LeafSetNode<Object> leafList(SchemaNode schema, List<Object> values, JsonPlace place) {
        LeafSetNode<Object> node = LeafLists.node(schema, values);
        if (schema.config() && node.size() < values.size()) {
            noteRepeated(schema, values, place);
        }
        return node;
    }

    private void noteRepeated(SchemaNode schema, List<Object> values, JsonPlace place) {
        Set<String> seen = new HashSet<>();
        for (Object value : values) {
            String shown = schema.type().canonical(value);
            if (!seen.add(shown)) {
                problems.add(place, "leaf-list", shown, "a value comes twice");
            }
        }
    }

    private @Nullable Object scalar(SchemaNode schema, JsonPlace place) throws IOException {
        JsonForm form = form();
        if (form == null) {
            problems.add(place, "type", shown(), "the value must be " + wanted(schema));
            parser.skipChildren();
            return null;
        }
        String text = form == JsonForm.EMPTY ? "[null]" : parser.getText();
        try {
            Object value = schema.type().codec().fromJson(form, text, strict);
            return schema.isKey() ? asInPaths(schema.type(), value) : value;
        } catch (InvalidValueException e) {
            problems.add(place, text, e);
            return null;
        }
    }

    private static String wanted(SchemaNode schema) {
        return schema.type().resolved().base() == Base.EMPTY ? "[null]" : "a scalar";
    }

    /** The form of the token; null for null, objects and arrays other than {@code [null]}. */
    private @Nullable JsonForm form() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> JsonForm.STRING;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonForm.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> JsonForm.BOOLEAN;
            case START_ARRAY -> isArrayOfNull() ? JsonForm.EMPTY : null;
            default -> null;
        };
    }

    private boolean isArrayOfNull() throws IOException {
        boolean ofNull = parser.nextToken() == JsonToken.VALUE_NULL;
        if (ofNull && parser.nextToken() == JsonToken.END_ARRAY) {
            return true;
        }
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
        return false;
    }

    /** A key of a union means what its text means in a path, where the kind of JSON token cannot take part. */
    private static Object asInPaths(LeafType type, Object value) {
        return type.resolved().base() == Base.UNION ? type.parse(type.canonical(value)) : value;
    }

    /**
     * Content without a schema.
     *
     * @param annotations takes the member {@code @} of the object; null if that is content like any
     */
    @Nullable DataContainerChild any(SchemaNode schema, JsonPlace place, @Nullable JsonAnnotations annotations)
            throws IOException {
        boolean anyxml = schema.effective() instanceof AnyxmlSchemaNode;
        if (!anyxml && parser.currentToken() != JsonToken.START_OBJECT) {
            problems.add(place, "type", shown(), "the value must be an object");
            parser.skipChildren();
            return null;
        }
        String text = JsonCopy.of(parser, place, JsonReader.LEVELS_MAX - schema.level(), anyxml ? null : annotations);
        return anyxml
                ? new AnyxmlText(schema.id(), text)
                : ImmutableNodes.newAnydataBuilder(String.class)
                        .withNodeIdentifier(schema.id())
                        .withValue(text)
                        .build();
    }
}
