package dev.trimtab.app.identity;

import static dev.trimtab.app.identity.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.app.identity.Credentials.Basic;
import dev.trimtab.app.identity.Credentials.Bearer;
import dev.trimtab.app.identity.Credentials.None;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {
    private static final Basic OLGA = new Basic("olga", "correct:horse");

    private final ManualClock clock = new ManualClock();
    private LocalUsers users;
    private Authenticator authenticator;

    @BeforeEach
    void open(@TempDir Path folder) {
        users = LocalUsers.open(folder, clock).users();
        users.add("olga", "correct:horse", Set.of("operator"));
        authenticator = new Authenticator(users, Tokens.open(folder, Tokens.Settings.DEFAULT, clock));
    }

    private String token() {
        return authenticator.login(OLGA).token();
    }

    @Test
    void passwordBecomesAPrincipal() {
        assertThat(authenticator.authenticate(OLGA)).isEqualTo(new Principal("olga", Set.of("operator"), "password"));
    }

    @Test
    void tokenOfALoginBecomesThePrincipalWhoLoggedIn() {
        assertThat(authenticator.authenticate(new Bearer(token())))
                .isEqualTo(new Principal("olga", Set.of("operator"), "token"));
    }

    @Test
    void whoSaysNothingIsNobody() {
        failure(Failure.Unauthenticated.class, () -> authenticator.authenticate(new None()));
    }

    @Test
    void wrongPasswordAndWrongTokenAreRefused() {
        failure(Failure.Unauthenticated.class, () -> authenticator.authenticate(new Basic("olga", "wrong")));
        failure(Failure.Unauthenticated.class, () -> authenticator.login(new Basic("olga", "wrong")));
        failure(Failure.Unauthenticated.class, () -> authenticator.authenticate(new Bearer("wrong")));
        failure(Failure.Unauthenticated.class, () -> authenticator.authenticate(new Bearer("")));
    }

    @Test
    void tokenEndsWithAChangeOfItsUser() {
        String first = token();
        users.setGroups("olga", Set.of("reader"));
        failure(Failure.Unauthenticated.class, () -> authenticator.authenticate(new Bearer(first)));

        String second = token();
        assertThat(authenticator.authenticate(new Bearer(second)).groups()).containsExactly("reader");
        users.setPassword("olga", "correct:horse");
        failure(Failure.Unauthenticated.class, () -> authenticator.authenticate(new Bearer(second)));

        String third = token();
        users.remove("olga");
        failure(Failure.Unauthenticated.class, () -> authenticator.authenticate(new Bearer(third)));

        users.add("olga", "correct:horse", Set.of("reader"));
        failure(Failure.Unauthenticated.class, () -> authenticator.authenticate(new Bearer(third)));
    }

    @Test
    void authorizationHeaderIsRead() {
        String basic = "Basic " + base64("olga:correct:horse");

        assertThat(Credentials.ofAuthorization(basic)).isEqualTo(OLGA);
        assertThat(Credentials.ofAuthorization("basic  " + base64("\u00f6:\u00e4")))
                .isEqualTo(new Basic("\u00f6", "\u00e4"));
        assertThat(Credentials.ofAuthorization("Basic " + base64(":"))).isEqualTo(new Basic("", ""));
        assertThat(Credentials.ofAuthorization("Bearer a.b.c")).isEqualTo(new Bearer("a.b.c"));
        assertThat(Credentials.ofAuthorization("BEARER a.b.c ")).isEqualTo(new Bearer("a.b.c"));
        assertThat(Credentials.ofAuthorization(null)).isEqualTo(new None());
        assertThat(Credentials.ofAuthorization(" ")).isEqualTo(new None());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic !", "Basic b2xnYQ==", "Basic /zph", "Digest username=olga", "olga:correct:horse"
            })
    void otherHeadersAreRefusedWithoutQuotingThem(String header) {
        assertThat(failure(Failure.Unauthenticated.class, () -> Credentials.ofAuthorization(header))
                        .message())
                .doesNotContain("olga")
                .doesNotContain("horse");
    }

    @Test
    void secretsAreNotInThePrintedForm() {
        assertThat(OLGA.toString()).isEqualTo("Basic[olga, ...]");
        assertThat(new Bearer("secret").toString()).isEqualTo("Bearer[...]");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
