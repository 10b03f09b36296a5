package dev.trimtab.app.rest;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Takes URLs apart and puts them together; a segment may stand for any text (RFC 3986 section 2.1, with UTF-8). */
final class Urls {
    private Urls() {}

    /**
     * The decoded segments of a path as the client wrote it; a slash at the end adds none.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code Malformed}
     */
    static List<String> segments(String rawPath) {
        String path =
                rawPath.endsWith("/") ? rawPath.substring(1, Math.max(1, rawPath.length() - 1)) : rawPath.substring(1);
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            segments.add(decode(segment));
        }
        return segments;
    }

    private static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            var bytes = ByteBuffer.allocate(segment.length() * 4);
            for (int i = 0; i < segment.length(); i++) {
                char c = segment.charAt(i);
                if (c == '%') {
                    bytes.put((byte) HexFormat.fromHexDigits(segment, i + 1, i + 3));
                    i += 2;
                } else {
                    bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                }
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | CharacterCodingException _) {
            throw Json.malformed("the URL's segment '" + segment + "' is not percent-encoded UTF-8");
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The URL of a node, given that of its target's root. */
    static String of(String root, SchemaNode modelRoot, Path path) {
        var url = new StringBuilder(root);
        SchemaNode node = modelRoot;
        for (PathElement element : path.elements()) {
            url.append('/').append(encode(element.name()));
            SchemaNode child = node.child(element.name());
            if (child == null) {
                throw new IllegalStateException(path + " is no path of the model");
            }
            node = child;
            for (String key : element.keys().isEmpty() ? List.<String>of() : node.keys()) {
                url.append('/').append(encode(element.keys().getOrDefault(key, "")));
            }
        }
        return url.toString();
    }
}
