package dev.trimtab.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.cli.client.ConfigPath.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigPathTest {

    @Test
    void stepsAndTheirKeysKeepTheOrderInWhichTheyWereTyped() {
        ConfigPath path = ConfigPath.parse("/net/address[prefix=24][ip=10.0.0.1]/mtu");

        assertThat(path.steps()).extracting(Step::name).containsExactly("net", "address", "mtu");
        assertThat(path.steps().get(1).keys()).containsExactly(Map.entry("prefix", "24"), Map.entry("ip", "10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void rootHasNoSteps(String text) {
        assertThat(ConfigPath.parse(text).steps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a[k=x/y], x/y",
        "/a[k=x\\]y], x]y",
        "/a[k=x\\\\y], x\\y",
        "/a[k=x=y], x=y",
        "/a[k=[x], [x",
        "/a[k=], ''",
    })
    void valueOfKeyEndsAtTheFirstBracketWithoutBackslash(String text, String value) {
        assertThat(ConfigPath.parse(text).steps().getFirst().keys()).containsExactly(Map.entry("k", value));
    }

    @ParameterizedTest
    @CsvSource({
        "//a, 2, an element has no name",
        "/a[k=x]b, 8, a key must be followed by '/' or another key",
        "/a[k], 5, a key has no '='",
        "/a[=x], 4, a key has no name",
        "/a[k=x, 7, a key has no closing ']'",
        "/a[k=x][k=y], 13, key 'k' is given twice",
        "/a], 3, a key must be followed by '/' or another key",
        "/a\\, 4, a backslash ends the text",
    })
    void wrongPathIsRefusedWithThePlace(String text, int place, String reason) {
        assertThatExceptionOfType(WrongInputException.class)
                .isThrownBy(() -> ConfigPath.parse(text))
                .withMessage("path '%s' is wrong at character %d: %s", text, place, reason);
    }
}
