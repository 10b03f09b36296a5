package dev.trimtab.apigen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class XsdPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "[a-z]+ ! ^(?:[a-z]+)$",
                "a|b ! ^(?:a|b)$",
                "a.b ! ^(?:a[^\\n\\r]b)$",
                "a\\.b ! ^(?:a\\.b)$",
                "^a$ ! ^(?:\\^a\\$)$",
                "\\d{2} ! ^(?:\\p{Nd}{2})$",
                "[^\\s-] ! ^(?:[^ \\t\\n\\r-])$",
                "[\\-.] ! ^(?:[\\-.])$",
                "a\\-b ! ^(?:a-b)$",
                "\\p{L}* ! ^(?:\\p{L}*)$"
            })
    void patternMeansTheSameInBothLanguages(String xsd, String ecma) {
        assertThat(XsdPattern.toEcma(xsd)).contains(ecma);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z-[aeiou]]", "\\i\\c*", "\\w+", "\\p{IsBasicLatin}", "[a", "a\\"})
    void patternWithoutAnEqualIsNotInvented(String xsd) {
        assertThat(XsdPattern.toEcma(xsd)).isEmpty();
    }
}
