package dev.trimtab.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is kept: Argon2id in the text form of its reference implementation,
 * {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. Source: RFC 9106; the parameters are those that OWASP's Password Storage
 * Cheat Sheet names first. One check takes 19 MiB of memory and some 20 to 50 ms.
 */
final class PasswordHash {
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Compared with for a user that does not exist, so that the answer takes as long; no password leads to it. */
    static final PasswordHash OF_NOBODY =
            new PasswordHash(MEMORY_KIB, ITERATIONS, LANES, new byte[SALT_BYTES], new byte[HASH_BYTES]);

    private final int memoryKib;
    private final int iterations;
    private final int lanes;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int memoryKib, int iterations, int lanes, byte[] salt, byte[] hash) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
        this.lanes = lanes;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var empty = new PasswordHash(MEMORY_KIB, ITERATIONS, LANES, salt, new byte[HASH_BYTES]);
        return new PasswordHash(MEMORY_KIB, ITERATIONS, LANES, salt, empty.derive(password));
    }

    /**
     * Reads the text form; other parameters than those used for new passwords are honoured, within bounds.
     *
     * @throws IllegalArgumentException without the text in its message
     */
    static PasswordHash parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "a password's hash is not in the form $argon2id$v=19$m=,t=,p=$SALT$HASH");
        }
        var parsed = new PasswordHash(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                Base64.getDecoder().decode(form.group(4)),
                Base64.getDecoder().decode(form.group(5)));
        if (parsed.lanes < 1
                || parsed.iterations < 1
                || parsed.memoryKib < 8 * parsed.lanes
                || parsed.memoryKib > 1 << 18) {
            throw new IllegalArgumentException("a password's hash has parameters outside of what this server computes");
        }
        return parsed;
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password));
    }

    private byte[] derive(String password) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] derived = new byte[hash.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), derived);
        return derived;
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + lanes + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "PasswordHash[...]";
    }
}
