package dev.trimtab.core.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regular expressions of XML Schema: by hand, and beside Java's where the two mean the same. */
class XsdPatternTest {
    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            `` ~ `` ~ true
            `` ~ a ~ false
            a ~ a ~ true
            a ~ ab ~ false
            a|b ~ b ~ true
            a|b| ~ `` ~ true
            (a|b)c ~ bc ~ true
            a* ~ aaaa ~ true
            a+ ~ `` ~ false
            a? ~ aa ~ false
            a{2} ~ aa ~ true
            a{2} ~ aaa ~ false
            a{2,} ~ aaaaa ~ true
            a{2,3} ~ aaaa ~ false
            a{0,0} ~ `` ~ true
            a{0} ~ a ~ false
            (ab){1,2}c ~ ababc ~ true
            . ~ x ~ true
            . ~ 😀 ~ true
            ^a$ ~ a ~ false
            ^a$ ~ ^a$ ~ true
            [^a] ~ b ~ true
            [^a] ~ a ~ false
            [a^] ~ ^ ~ true
            [a-c] ~ b ~ true
            [a-c] ~ d ~ false
            [a-] ~ - ~ true
            [-a] ~ - ~ true
            [a-c-] ~ - ~ true
            [.] ~ x ~ false
            [*+?] ~ + ~ true
            [\\]] ~ ] ~ true
            [\\[\\]] ~ [ ~ true
            [\\d.]+ ~ 1.2 ~ true
            [^\\d] ~ 1 ~ false
            [a-z-[aeiou]] ~ b ~ true
            [a-z-[aeiou]] ~ e ~ false
            [^a-z-[0-9]] ~ 5 ~ false
            [^a-z-[0-9]] ~ A ~ true
            \\d ~ 5 ~ true
            \\d ~ ٣ ~ true
            \\D ~ 5 ~ false
            \\w+ ~ aB1 ~ true
            \\w ~ - ~ false
            \\W ~ - ~ true
            \\s ~ ` ` ~ true
            \\S ~ a ~ true
            \\i\\c* ~ _a.b-c:1 ~ true
            \\i ~ 1 ~ false
            \\C ~ ! ~ true
            \\p{L} ~ é ~ true
            \\p{Lu} ~ a ~ false
            \\P{Lu} ~ a ~ true
            \\p{IsGreek} ~ α ~ true
            \\p{IsBasicLatin}+ ~ abc ~ true
            \\p{IsBasicLatin} ~ é ~ false
            \\p{N} ~ 5 ~ true
            \\\\ ~ \\ ~ true
            \\. ~ . ~ true
            \\. ~ x ~ false
            \\n ~ n ~ false
            [0-9a-fA-F]{2}(:[0-9a-fA-F]{2})* ~ 00:1a:FF ~ true
            ((a{0,3}){0,3}){0,3} ~ aaaaa ~ true
            ()* ~ `` ~ true
            (a*)* ~ aaa ~ true
            (a|b|)+c ~ abc ~ true
            """)
    void patternMatchesAsMuchAsSchemaSays(String pattern, String text, boolean matches) {
        assertThat(matches(pattern, text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "[",
                "[a",
                "[]",
                "]",
                "*",
                "+a",
                "a**",
                "a{",
                "a{1",
                "a{x}",
                "a{2,1}",
                "a{,2}",
                "a{99999999999}",
                "\\",
                "\\q",
                "\\p",
                "\\p{",
                "\\p{Foo}",
                "\\p{IsFoo}",
                "[b-a]",
                "[a[b]",
                "[a-[b]c]",
                "(a",
                "a)",
                "{2}",
                "a|{2}",
                "[]a]",
                "[a-]]]",
                "[a-\\d]",
                "[\\d-\\q]",
                "\\_",
                "\\1",
                "[\\$]"
            })
    void whatIsNoPatternIsRefused(String pattern) {
        assertThatExceptionOfType(XsdPatternException.class)
                .isThrownBy(() -> XsdPattern.compile(pattern))
                .withMessageMatching(".+, at its character \\d+");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void matchesAsJavasExpressionsDoWhereTheTwoMeanTheSame(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String pattern = pattern(random, 3);
            String text = IntStream.range(0, random.nextInt(6))
                    .mapToObj(_ -> List.of("a", "b", "c", "1").get(random.nextInt(4)))
                    .collect(Collectors.joining());

            assertThat(matches(pattern, text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(Pattern.compile(pattern).matcher(text).matches());
        }
    }

    private static String pattern(Random random, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(7)) {
            case 0 -> List.of("a", "b", "c", ".").get(random.nextInt(4));
            case 1 ->
                List.of("[ab]", "[^a]", "\\d", "[a-c]", "[^\\d]", "[\\da]").get(random.nextInt(6));
            case 2 -> "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
            case 3 ->
                "(" + pattern(random, depth - 1) + ")"
                        + List.of("*", "+", "?", "{2}", "{1,2}", "{0,3}", "{2,}")
                                .get(random.nextInt(7));
            default -> pattern(random, depth - 1) + pattern(random, depth - 1);
        };
    }

    @Test
    @DisplayName("YV-25: the cost of re-match is the text times the pattern, whatever the two are")
    void hostilePatternCostsNoMoreThanTextTimesPattern() {
        var spent = new AtomicLong();

        boolean matches =
                XsdPattern.compile("(a*)*(a|aa)+(a{0,50}){0,50}b").matches("a".repeat(5_000), spent::addAndGet);

        assertThat(matches).isFalse();
        assertThat(spent).hasValueLessThan(5_000L * 2_000);
    }

    @Test
    void patternWhoseRepetitionsMultiplyIsRefused() {
        assertThatExceptionOfType(XsdPatternException.class)
                .isThrownBy(() -> XsdPattern.compile("((a{1000}){1000}){1000}"))
                .withMessageContaining("too large");
        assertThat(matches("((){9999}){9999}", "")).isTrue();
    }

    @Test
    @DisplayName("YV-3: a pattern of more states than are kept matches as every other one, from many threads at once")
    void patternOfManyStates() {
        var pattern = XsdPattern.compile("[ab]*a[ab]{14}");

        boolean allRight = new Random(7)
                .longs(5_000)
                .parallel()
                .mapToObj(bits -> Long.toBinaryString(bits).replace('0', 'a').replace('1', 'b'))
                .allMatch(text ->
                        pattern.matches(text) == (text.length() > 14 && text.charAt(text.length() - 15) == 'a'));

        assertThat(allRight).isTrue();
    }

    @Test
    void stepsAreTheSameHoweverOftenTheTextWasSeen() {
        var pattern = XsdPattern.compile("([a-z]+|\\p{L}*)(-[0-9]{1,30})*");

        assertThat(steps(pattern, "abcé-123-4567")).isEqualTo(steps(pattern, "abcé-123-4567"));
    }

    private static long steps(XsdPattern pattern, String text) {
        var spent = new AtomicLong();
        pattern.matches(text, spent::addAndGet);
        return spent.get();
    }

    private static boolean matches(String pattern, String text) {
        return XsdPattern.compile(pattern).matches(text);
    }
}
