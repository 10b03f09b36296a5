package dev.trimtab.app.gnmi;

import java.nio.charset.StandardCharsets;

/**
 * How large the parts of a refusal may be.
 *
 * <p>A status travels in trailers, and a client that finds them too large reports RESOURCE_EXHAUSTED or INTERNAL and loses the code.
 * Clients in Java read 8 KiB; those on gRPC's C core promise 8 KiB too. The message is there twice, once percent-encoded and
 * once with the details in Base64: 1,200 + 4/3 (1,200 + 3,000) bytes leave room for the other trailers.
 */
final class StatusBounds {
    /** Most bytes of all violations together. */
    static final int DETAILS_MAX = 3000;

    private static final int TEXT_MAX = 1200;
    private static final String CUT = "...";

    private StatusBounds() {}

    /** The text, cut where its percent-encoded form becomes longer than 1,200 bytes. */
    static String text(String text) {
        int bytes = 0;
        int whole = 0;
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            if (bytes <= TEXT_MAX - CUT.length()) {
                whole = at;
            }
            bytes += encodedBytes(text.codePointAt(at));
            if (bytes > TEXT_MAX) {
                return text.substring(0, whole) + CUT;
            }
        }
        return text;
    }

    /** Source: gRPC over HTTP/2, Status-Message. */
    private static int encodedBytes(int character) {
        boolean plain = character >= ' ' && character <= '~' && character != '%';
        return plain ? 1 : 3 * Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
    }
}
