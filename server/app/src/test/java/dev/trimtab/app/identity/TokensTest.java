package dev.trimtab.app.identity;

import static dev.trimtab.app.identity.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.trimtab.core.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final JOSEObjectType OURS = new JOSEObjectType("trimtab+jwt");

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock();
    private Tokens tokens;

    @BeforeEach
    void open() {
        tokens = Tokens.open(folder, Tokens.Settings.DEFAULT, clock);
    }

    private byte[] key() throws Exception {
        return Base64.getDecoder()
                .decode(Files.readString(folder.resolve("token.key")).strip());
    }

    /** A token signed with the server's own key, but for one thing as the server would issue it. */
    private String forged(
            JWSAlgorithm algorithm, JOSEObjectType type, UnaryOperator<JWTClaimsSet.Builder> change, byte[] key)
            throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer("trimtab")
                .audience("trimtab")
                .subject("olga")
                .claim("groups", List.of("operator"))
                .claim("stamp", "s")
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
        var jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).type(type).build(),
                change.apply(claims).build());
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    private String forged(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return forged(JWSAlgorithm.HS256, OURS, change, key());
    }

    private String refusal(String token) {
        return failure(Failure.Unauthenticated.class, () -> tokens.verify(token))
                .message();
    }

    @Test
    void issuedTokenSaysWhoIsMeantUntilWhen() {
        Tokens.Issued issued = tokens.issue("olga", Set.of("operator", "reader@acme"), "stamp");

        for (int i = 0; i < 2; i++) {
            assertThat(tokens.verify(issued.token()))
                    .isEqualTo(new Tokens.Claims(
                            "olga",
                            Set.of("operator", "reader@acme"),
                            "stamp",
                            clock.instant().plus(Duration.ofHours(12))));
        }
        assertThat(issued.expires()).isEqualTo(clock.instant().plus(Duration.ofHours(12)));
        assertThat(issued.toString()).doesNotContain(issued.token());
    }

    @Test
    void tokenEndsAtItsExpiryWhetherOrNotItWasSeenBefore() {
        String seen = tokens.issue("olga", Set.of(), "s").token();
        String unseen = tokens.issue("rita", Set.of(), "s").token();
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(tokens.verify(seen).subject()).isEqualTo("olga");

        clock.advance(Duration.ofSeconds(1));

        assertThat(refusal(seen)).contains("expired");
        assertThat(refusal(unseen)).contains("expired");
    }

    @Test
    void keyOutlivesARestartAndIsItsOwnersAlone() throws Exception {
        String token = tokens.issue("olga", Set.of("operator"), "s").token();

        assertThat(Tokens.open(folder, Tokens.Settings.DEFAULT, clock)
                        .verify(token)
                        .subject())
                .isEqualTo("olga");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token.key"))))
                .isEqualTo("rw-------");
        assertThat(key()).hasSize(32);
    }

    @Test
    void tokenOfAnotherKeyIsRefused() {
        Tokens other = Tokens.open(folder.resolve("other"), Tokens.Settings.DEFAULT, clock);

        assertThat(refusal(other.issue("olga", Set.of("operator"), "s").token()))
                .contains("did not issue it");
    }

    @Test
    void everyAlteredCharacterIsNoticed() {
        String token = tokens.issue("olga", Set.of("operator"), "s").token();
        tokens.verify(token);

        for (int i = 0; i < token.length() - 1; i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            refusal(token.substring(0, i) + other + token.substring(i + 1));
        }
    }

    @Test
    void claimsThatAreNotAskedForByTheSignatureAreRefused() throws Exception {
        assertThat(tokens.verify(forged(claims -> claims)).subject())
                .as("the neighbour that is valid")
                .isEqualTo("olga");

        assertThat(refusal(forged(claims -> claims.issuer("other")))).contains("not meant");
        assertThat(refusal(forged(claims -> claims.issuer(null)))).contains("not meant");
        assertThat(refusal(forged(claims -> claims.audience("other")))).contains("not meant");
        assertThat(refusal(forged(claims -> claims.audience(List.of())))).contains("not meant");
        assertThat(refusal(forged(claims -> claims.subject(null)))).contains("missing");
        assertThat(refusal(forged(claims -> claims.claim("groups", null)))).contains("missing");
        assertThat(refusal(forged(claims -> claims.claim("groups", "operator"))))
                .contains("not");
        assertThat(refusal(forged(claims -> claims.claim("stamp", null)))).contains("missing");
        assertThat(refusal(forged(claims -> claims.expirationTime(null)))).contains("missing");
        assertThat(refusal(forged(claims -> claims.expirationTime(Date.from(clock.instant())))))
                .contains("expired");
    }

    @Test
    void algorithmAndTypeArePinned() throws Exception {
        byte[] longKey = java.util.Arrays.copyOf(key(), 64);
        byte[] key = key();

        assertThat(refusal(forged(JWSAlgorithm.HS512, OURS, claims -> claims, longKey)))
                .contains("did not issue it");
        assertThat(refusal(forged(JWSAlgorithm.HS256, JOSEObjectType.JWT, claims -> claims, key)))
                .contains("did not issue it");
        assertThat(refusal(
                        new PlainJWT(new JWTClaimsSet.Builder().subject("olga").build()).serialize()))
                .contains("not a signed JWT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "a.b.c", "e30.e30.", "e30.e30.e30", "\u00e9.\u00e9.\u00e9"})
    void whatIsNoTokenIsRefused(String text) {
        assertThat(refusal(text)).startsWith("the token is not accepted");
    }

    @Test
    void longTextIsRefusedUnread() {
        assertThat(refusal("a".repeat(8_193))).contains("longer than 8192");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "c2hvcnQ=", "not base 64 at all, but 32 bytes"})
    void keyFileThatHoldsNoKeyStopsTheStart(String content) throws Exception {
        Files.writeString(folder.resolve("token.key"), content);

        assertThatIllegalStateException()
                .isThrownBy(() -> Tokens.open(folder, Tokens.Settings.DEFAULT, clock))
                .withMessageContaining("token.key");
    }

    @Test
    void settingsAreBounded() {
        new Tokens.Settings("i", "a", Duration.ofSeconds(1));
        new Tokens.Settings("i", "a", Duration.ofDays(30));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tokens.Settings("i", "a", Duration.ofMillis(999)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Tokens.Settings("i", "a", Duration.ofDays(30).plusMillis(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tokens.Settings("", "a", Duration.ofDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tokens.Settings("i", " ", Duration.ofDays(1)));
    }
}
