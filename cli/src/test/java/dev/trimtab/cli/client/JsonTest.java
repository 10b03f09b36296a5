package dev.trimtab.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "16|16",
                "true|true",
                "1.10|1.10",
                "18446744073709551615|18446744073709551615",
                "\"16\"|\"16\"",
                "{\"a\": 1}|{\"a\":1}",
                "2.1.0|\"2.1.0\"",
                "gold class|\"gold class\"",
                "10.0.0.0/8|\"10.0.0.0/8\"",
                "`  `|\"  \"",
            })
    void valueIsJsonOrABareString(String typed, String json) {
        assertThat(Json.value(typed)).hasToString(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1", "[1, 2", "\"a", "{\"a\": 1, \"a\": 2}"})
    void valueThatBeginsAsJsonAndIsNoneIsRefused(String typed) {
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> Json.value(typed))
                .withMessageStartingWith("not JSON at line 1");
    }

    @Test
    void nothingMayFollowTheDocument() {
        assertThatExceptionOfType(WrongInputException.class).isThrownBy(() -> Json.parse("{} {}"));
    }
}
