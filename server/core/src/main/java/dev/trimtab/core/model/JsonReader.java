package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as RFC 7951 says into nodes of a tree, in one pass over the text; needs memory for the tree alone.
 *
 * <p>The text must be I-JSON: UTF-8 without a byte order mark or halves of surrogate pairs, no member twice, nothing after the
 * value. Objects and arrays may stand 200 deep, counted from the root of the model wherever the value stands, so that a tree
 * that was accepted in parts can be read as a whole; numbers may have 1,000 characters and names 50,000. All of it is
 * {@code Malformed} otherwise.
 */
public final class JsonReader {
    /** How deep objects and arrays may stand in one another, counted from the root of a model. */
    static final int LEVELS_MAX = 200;

    /** The library bounds what is skipped, one level later: where it can, the reader itself says which node is too deep. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(LEVELS_MAX + 1)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonReader() {}

    /**
     * Reads configuration.
     *
     * @param at what the text is the value of: a list takes an array, an entry an object whose keys may be left to the path
     * @param strict RFC 7951 to the letter; otherwise names need no module, and numbers of 64 bits may be JSON numbers and others
     *     JSON strings, as gNMI's plain JSON has it
     * @throws FailureException with {@code Malformed} if the text is no JSON
     */
    public static Decoded read(LoadedModel model, Instance at, byte[] json, boolean strict) {
        return read(model, at, json, strict, Content.CONFIG);
    }

    /**
     * Reads configuration with the annotations of its nodes, which stand where RFC 7952 section 5.2 has them. The other readers refuse
     * them, but for those of the root itself.
     *
     * @throws FailureException with {@code Malformed} if the text is no JSON
     */
    public static Decoded readAnnotated(LoadedModel model, Instance at, byte[] json, boolean strict) {
        return read(at, json, strict, Content.CONFIG, model.root());
    }

    /**
     * Reads configuration, or with {@link Content#ALL} also state.
     *
     * @throws FailureException with {@code Malformed} if the text is no JSON
     */
    public static Decoded read(LoadedModel model, Instance at, byte[] json, boolean strict, Content content) {
        return read(at, json, strict, content, null);
    }

    private static Decoded read(
            Instance at, byte[] json, boolean strict, Content content, @Nullable SchemaNode annotated) {
        JsonOctets.check(at.path(), json);
        try (JsonParser parser = JSON.createParser(json)) {
            return read(at, parser, new JsonNodes(parser, strict, content, annotated));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /**
     * Reads a text that is not in memory. What was read of it when an exception comes is undefined.
     *
     * @param json is read to its end and not closed
     * @throws FailureException with {@code Malformed} if the text is no JSON
     * @throws IOException if {@code json} cannot be read
     */
    public static Decoded read(LoadedModel model, Instance at, InputStream json, boolean strict, Content content)
            throws IOException {
        try (JsonParser parser = JSON.createParser(new JsonOctets(at.path(), json))) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return read(at, parser, new JsonNodes(parser, strict, content, null));
        }
    }

    private static Decoded read(Instance at, JsonParser parser, JsonNodes nodes) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw malformed(at.path(), "there is none");
            }
            Decoded decoded = nodes.read(at);
            if (parser.nextToken() != null) {
                throw malformed(at.path(), "something follows the value at " + place(parser));
            }
            return decoded;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw malformed(at.path(), e.getOriginalMessage() + where);
        }
    }

    static String place(JsonParser parser) {
        var location = parser.currentTokenLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    static FailureException malformed(Path path, String reason) {
        return new Failure.Malformed(path, "the JSON for " + path + " is malformed: " + reason).asException();
    }
}
