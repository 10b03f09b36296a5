package dev.trimtab.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void passwordMatchesItsHashAndNoOtherDoes() {
        PasswordHash hash = PasswordHash.of("correct horse", RANDOM);

        assertThat(hash.matches("correct horse")).isTrue();
        assertThat(hash.matches("correct horsf")).isFalse();
        assertThat(hash.matches("correct hors")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void textFormIsReadBack() {
        PasswordHash hash = PasswordHash.of("p\u00e4ssw\u00f6rd \ud83d\ude00", RANDOM);

        PasswordHash read = PasswordHash.parse(hash.text());

        assertThat(hash.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(read.matches("p\u00e4ssw\u00f6rd \ud83d\ude00")).isTrue();
        assertThat(read.text()).isEqualTo(hash.text());
    }

    @Test
    void samePasswordHasAnotherHashEachTime() {
        assertThat(PasswordHash.of("correct horse", RANDOM).text())
                .isNotEqualTo(PasswordHash.of("correct horse", RANDOM).text());
    }

    /** From the test suite of the reference implementation: version 0x13, Argon2id, t=2, m=2^16, p=1. */
    @Test
    void hashOfTheReferenceImplementationIsHonoured() {
        PasswordHash hash = PasswordHash.parse(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(hash.matches("password")).isTrue();
        assertThat(hash.matches("passwore")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=7,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=262145,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$",
            })
    void otherTextIsRefusedWithoutQuotingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHash.parse(text))
                .withMessageNotContaining("c29tZXNhbHQ")
                .withMessageNotContaining("secret");
    }

    @Test
    void nobodysHashMatchesNothing() {
        assertThat(PasswordHash.OF_NOBODY.matches("")).isFalse();
        assertThat(PasswordHash.OF_NOBODY.matches("nobody")).isFalse();
    }

    @Test
    void hashIsNotInItsPrintedForm() {
        assertThat(PasswordHash.OF_NOBODY).hasToString("PasswordHash[...]");
    }
}
