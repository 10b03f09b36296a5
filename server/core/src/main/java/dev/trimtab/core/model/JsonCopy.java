package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies content without a schema, in the shortest text: the order of members and the digits of numbers are kept, space and
 * escapes that need not be are not.
 */
final class JsonCopy {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final JsonPlace place;
    private final int levels;
    private final @Nullable JsonAnnotations annotations;
    private final Deque<Set<String>> names = new ArrayDeque<>();

    private JsonCopy(JsonParser parser, JsonPlace place, int levels, @Nullable JsonAnnotations annotations) {
        this.parser = parser;
        this.place = place;
        this.levels = levels;
        this.annotations = annotations;
    }

    /**
     * The value at which the parser stands.
     *
     * @param levels how many objects and arrays may stand in one another
     * @param annotations takes the member {@code @} of the outermost object; null if it is copied like any
     * @throws dev.trimtab.core.failure.FailureException with {@code Malformed} if a member comes twice or the nesting is too deep
     */
    static String of(JsonParser parser, JsonPlace place, int levels, @Nullable JsonAnnotations annotations)
            throws IOException {
        return new JsonCopy(parser, place, levels, annotations).copy();
    }

    private String copy() throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            token(out);
            while (!out.getOutputContext().inRoot() && parser.nextToken() != null) {
                token(out);
                if (out.getOutputContext().getNestingDepth() > levels) {
                    throw tooDeep();
                }
            }
        }
        return text.toString();
    }

    private RuntimeException tooDeep() {
        return JsonReader.malformed(
                place.path(),
                "objects and arrays stand more than " + JsonReader.LEVELS_MAX
                        + " levels deep, counted from the root of the model, at " + JsonReader.place(parser));
    }

    private void token(JsonGenerator out) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> names.push(new HashSet<>());
            case END_OBJECT -> names.pop();
            case FIELD_NAME -> {
                requireNew(parser.currentName());
                if (annotations != null
                        && names.size() == 1
                        && parser.currentName().equals(Annotations.NAME)) {
                    parser.nextToken();
                    annotations.ofContent(place);
                    return;
                }
            }
            default -> {}
        }
        if (parser.currentToken().isNumeric()) {
            out.writeNumber(parser.getText());
        } else {
            out.copyCurrentEvent(parser);
        }
    }

    private void requireNew(String name) {
        if (!names.element().add(name)) {
            throw JsonReader.malformed(place.path(), "member '" + name + "' comes twice");
        }
    }
}
