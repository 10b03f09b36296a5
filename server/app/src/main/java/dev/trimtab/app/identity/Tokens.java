package dev.trimtab.app.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Bearer tokens that this server issues at a login: JWTs signed with HS256 under the key in {@code token.key} of the data folder.
 *
 * <p>The algorithm is this one whatever a token's head says; issuer, audience and expiry are checked. A token that was verified
 * is recognised by its SHA-256 until it expires. Servers that share the key accept one another's tokens. May be called from any
 * number of threads. Source: RFC 7519; RFC 8725.
 */
public final class Tokens {
    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final JOSEObjectType TYPE = new JOSEObjectType("trimtab+jwt");
    private static final int KEY_BYTES = 32;
    private static final int TOKEN_CHARACTERS_MAX = 8_192;
    private static final int VERIFIED_MAX = 10_000;
    private static final String GROUPS = "groups";
    private static final String STAMP = "stamp";

    private final Settings settings;
    private final Clock clock;
    private final MACSigner signer;
    private final JWSVerifier verifier;
    private final Cache<String, Claims> verified =
            Caffeine.newBuilder().maximumSize(VERIFIED_MAX).build();

    /**
     * How tokens are made and what is asked of them.
     *
     * @param issuer who issues them; default {@code trimtab}
     * @param audience whom they are for; default {@code trimtab}
     * @param lifetime from issue to expiry, one second to 30 days; default 12 hours
     */
    public record Settings(String issuer, String audience, Duration lifetime) {
        public static final Settings DEFAULT = new Settings("trimtab", "trimtab", Duration.ofHours(12));

        public Settings {
            if (issuer.isBlank() || audience.isBlank()) {
                throw new IllegalArgumentException("tokens need an issuer and an audience");
            }
            if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(Duration.ofDays(30)) > 0) {
                throw new IllegalArgumentException("a token's lifetime is one second to 30 days, not " + lifetime);
            }
        }
    }

    /** A new token, for the one who logged in and nobody else. */
    public record Issued(String token, Instant expires) {
        @Override
        public String toString() {
            return "Issued[..., expires=" + expires + "]";
        }
    }

    /**
     * What a token says.
     *
     * @param stamp state of the user when the token was issued, see {@code User.stamp}
     */
    public record Claims(String subject, Set<String> groups, String stamp, Instant expires) {
        public Claims {
            groups = Set.copyOf(groups);
        }
    }

    private Tokens(byte[] key, Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("a key of " + key.length + " bytes cannot sign with " + ALGORITHM, e);
        }
    }

    /**
     * Reads the key of the data folder, or makes one.
     *
     * @throws IllegalStateException when there is a file and it does not hold a key
     */
    public static Tokens open(Path dataFolder, Settings settings, Clock clock) {
        var file = new PrivateFile(dataFolder.resolve("token.key"));
        try {
            Optional<byte[]> present = file.read();
            if (present.isPresent()) {
                return new Tokens(decoded(present.get(), file.path()), settings, clock);
            }
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            file.write((Base64.getEncoder().encodeToString(key) + "\n").getBytes(StandardCharsets.US_ASCII));
            return new Tokens(key, settings, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file.path() + " cannot be used", e);
        }
    }

    private static byte[] decoded(byte[] text, Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(new String(text, StandardCharsets.US_ASCII).strip());
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Told below, without the content.
        }
        throw new IllegalStateException("the key file " + file + " does not hold " + KEY_BYTES + " bytes in Base64");
    }

    /** A token for a subject that has just been authenticated. */
    public Issued issue(String subject, Set<String> groups, String stamp) {
        Instant now = clock.instant();
        Instant expires = Instant.ofEpochSecond(now.plus(settings.lifetime()).getEpochSecond());
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issuer(settings.issuer())
                .audience(settings.audience())
                .subject(subject)
                .claim(GROUPS, List.copyOf(new TreeSet<>(groups)))
                .claim(STAMP, stamp)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expires))
                .build();
        var jwt = new SignedJWT(new JWSHeader.Builder(ALGORITHM).type(TYPE).build(), claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new Failure.Internal(e).asException();
        }
        return new Issued(jwt.serialize(), expires);
    }

    /**
     * What a token of this server says.
     *
     * @throws FailureException with {@code Unauthenticated} for a token that is not ours, not for us, altered or expired
     */
    public Claims verify(String token) {
        if (token.length() > TOKEN_CHARACTERS_MAX) {
            throw refused("it is longer than " + TOKEN_CHARACTERS_MAX + " characters");
        }
        String key = Base64.getEncoder().encodeToString(User.sha256(token.getBytes(StandardCharsets.UTF_8)));
        Claims claims = verified.getIfPresent(key);
        if (claims == null) {
            claims = parse(token);
            requireAlive(claims);
            verified.put(key, claims);
            return claims;
        }
        requireAlive(claims);
        return claims;
    }

    private void requireAlive(Claims claims) {
        if (!clock.instant().isBefore(claims.expires())) {
            throw refused("it has expired");
        }
    }

    private Claims parse(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (!ALGORITHM.equals(header.getAlgorithm()) || !TYPE.equals(header.getType()) || !jwt.verify(verifier)) {
                throw refused("this server did not issue it");
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!settings.issuer().equals(claims.getIssuer())
                    || !claims.getAudience().contains(settings.audience())) {
                throw refused("it is not meant for this server");
            }
            return claims(claims);
        } catch (ParseException | JOSEException e) {
            throw refused("it is not a signed JWT");
        }
    }

    private static Claims claims(JWTClaimsSet claims) throws ParseException {
        String subject = claims.getSubject();
        List<String> groups = claims.getStringListClaim(GROUPS);
        String stamp = claims.getStringClaim(STAMP);
        Date expires = claims.getExpirationTime();
        if (subject == null || groups == null || stamp == null || expires == null) {
            throw refused("a claim is missing");
        }
        return new Claims(subject, Set.copyOf(groups), stamp, expires.toInstant());
    }

    private static FailureException refused(String reason) {
        return new Failure.Unauthenticated("the token is not accepted: " + reason).asException();
    }
}
