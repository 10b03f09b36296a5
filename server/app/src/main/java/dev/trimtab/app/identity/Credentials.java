package dev.trimtab.app.identity;

import dev.trimtab.core.failure.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request carries to say who sent it. Secrets are not in its text form. */
public sealed interface Credentials {

    /** A token, of this server or of an identity provider. */
    record Bearer(String token) implements Credentials {
        @Override
        public String toString() {
            return "Bearer[...]";
        }
    }

    /** A user's name and password. */
    record Basic(String user, String password) implements Credentials {
        @Override
        public String toString() {
            return "Basic[" + user + ", ...]";
        }
    }

    /** The request does not say who sent it. */
    record None() implements Credentials {}

    /**
     * Reads the value of the header or metadata entry {@code authorization}. Source: RFC 9110, section 11.6.2; RFC 7617 with
     * UTF-8; RFC 6750, section 2.1.
     *
     * @param header null when the request has none
     * @throws dev.trimtab.core.failure.FailureException with {@code Unauthenticated} for any other scheme or a malformed value
     */
    static Credentials ofAuthorization(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new None();
        }
        String[] parts = header.strip().split(" +", 2);
        String value = parts.length == 2 ? parts[1] : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> new Bearer(value);
            case "basic" -> basic(value);
            default -> throw new Failure.Unauthenticated("the authorization is neither Bearer nor Basic").asException();
        };
    }

    private static Basic basic(String value) {
        try {
            byte[] bytes = Base64.getDecoder().decode(value);
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int colon = pair.indexOf(':');
            if (colon >= 0) {
                return new Basic(pair.substring(0, colon), pair.substring(colon + 1));
            }
        } catch (IllegalArgumentException | CharacterCodingException _) {
            // Told below, without a word of what may be a password.
        }
        throw new Failure.Unauthenticated("the Basic authorization is not the Base64 form of NAME:PASSWORD")
                .asException();
    }
}
