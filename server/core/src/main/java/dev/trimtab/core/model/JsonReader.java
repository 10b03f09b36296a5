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
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON as RFC 7951 says into nodes of a tree, in one pass over the text.
 *
 * <p>The text must be I-JSON: UTF-8 without a byte order mark, no member twice, nothing after the value.
 */
public final class JsonReader {
    private static final int DEPTH_MAX = 200;
    private static final int CHECKED_AT_ONCE = 8192;
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
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
     * Reads configuration, or with {@link Content#ALL} also state.
     *
     * @throws FailureException with {@code Malformed} if the text is no JSON
     */
    public static Decoded read(LoadedModel model, Instance at, byte[] json, boolean strict, Content content) {
        requireUtf8(at.path(), json);
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == null) {
                throw malformed(at.path(), "there is none");
            }
            Decoded decoded = new JsonNodes(parser, strict, content).read(at);
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
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    static String place(JsonParser parser) {
        var location = parser.currentTokenLocation();
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    static FailureException malformed(Path path, String reason) {
        return new Failure.Malformed(path, "the JSON for " + path + " is malformed: " + reason).asException();
    }

    /** Jackson lets some malformed UTF-8 pass, and skips a byte order mark. */
    private static void requireUtf8(Path path, byte[] json) {
        if (json.length > 2 && json[0] == (byte) 0xEF && json[1] == (byte) 0xBB && json[2] == (byte) 0xBF) {
            throw malformed(path, "it begins with a byte order mark");
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(json);
        CharBuffer out = CharBuffer.allocate(CHECKED_AT_ONCE);
        var result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            throw malformed(path, "octet " + in.position() + " is not UTF-8");
        }
    }
}
