package dev.trimtab.core.xpath;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An expression takes no more steps than it may, whatever it does, and no more than it needs. */
class BoundsTest {
    private static final int ENTRIES = 1_000;
    private static final int STEPS = 20_000;
    private static final Document DOCUMENT = document(STEPS);

    private static Document document(int steps) {
        String entries = IntStream.range(0, ENTRIES)
                .mapToObj(i -> "{'k':%d,'s':'%s','r':%d}".formatted(i, "x".repeat(20), i))
                .collect(joining(","));
        return Document.of("""
                container c { list l { key k; ordered-by user; leaf k { type uint16; } leaf s { type string; }
                leaf r { type leafref { path '../../l/k'; } } } leaf here { type string; } }""", "{'c':{'here':'" + "a".repeat(2_000) + "','l':[" + entries + "]}}", steps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(../l[count(../l[k != 0]) > 0])",
                "count(//node()//node()//node())",
                "count(../l/preceding-sibling::l)",
                "count(../l/following::node())",
                "count(../l[preceding::k = 5])",
                "string-length(concat(string(/), string(/), string(/), string(/), string(/), string(/), string(/), string(/)))",
                "count(../l[contains(string(/), 'y')])",
                "count(../l[string-length(translate(string(..), 'x', 'y')) = 5])",
                "re-match(concat(., .), '((a?){50}(a*)*){3}b')",
                "count(../l[re-match(../here, '(a*)*b')])",
                "(../l | ../l/s)[last()][count(//node()) = 1 or count(../l/following::node()) = 0]",
            })
    void expressionThatTakesTooManyStepsIsEnded(String expression) {
        assertThatExceptionOfType(BudgetExceededException.class)
                .isThrownBy(() -> DOCUMENT.value(expression, DOCUMENT.at("/c/here")))
                .withMessage("gave up after 20000 steps");
    }

    /** Each row costs at most the steps that are given, in a list of a thousand. */
    @ParameterizedTest(name = "{0} in {1} steps")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ../s = 'x' ~ 20
            current()/../s = 'x' ~ 20
            count(../../l) ~ 10
            count(../../l) > 5 ~ 10
            boolean(../../l) ~ 10
            not(../preceding-sibling::l) ~ 10
            ../../l[k = current()]/s ~ 20
            ../../l[k = 500]/s ~ 20
            ../../l['500' = k]/s ~ 20
            ../../l[k = '500' and s = 'x'] ~ 20
            ../../l[k = string(current()/../r)]/s ~ 30
            count(../../l[k = current()]) = 1 ~ 20
            /c/l[k = current()/../r]/s ~ 30
            deref(../r)/../s = 'x' ~ 30
            count(deref(../r)) = 1 ~ 30
            re-match(../s, 'x*') ~ 60
            string(..) ~ 40
            """)
    void entryOfALongListIsReadWithoutTheOthers(String expression, int steps) {
        XNode key = DOCUMENT.at("/c/l[700]/k");
        Document.value(DOCUMENT.compile(expression, key, new Reads((_, _) -> {})), key);

        assertThat(STEPS - key.tree().stepsLeft()).isLessThanOrEqualTo(steps);
    }
}
