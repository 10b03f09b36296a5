package dev.trimtab.core.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before it is ever evaluated, and what the message says. */
class LoadErrorsTest {
    private static final Document DOCUMENT = Document.of("container c { leaf a { type string; } }", "{'c':{'a':'x'}}");

    @DisplayName("YV-25: what is no expression, or uses what is not known, is refused with its place")
    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            `` ~ expected an expression and not the end, at character 1
            `  ` ~ expected an expression and not the end, at character 3
            1 + ~ expected an expression and not the end, at character 4
            (1 ~ expected ')' and not the end
            1) ~ expected an operator or the end and not ')', at character 2
            a b ~ 'b' is no operator, at character 3
            a[1 ~ expected ']' and not the end
            a[] ~ expected an expression and not ']', at character 3
            'abc ~ the literal has no closing quote, at character 1
            a/ ~ expected a name and not the end, at character 3
            a// ~ expected a name and not the end
            // ~ expected a name and not the end
            a/1 ~ expected a name and not '1'
            ..[1] ~ expected an operator or the end and not '['
            .[1] ~ expected an operator or the end and not '['
            a/.[1] ~ expected an operator or the end and not '['
            x:a ~ the prefix 'x' is not known, at character 1
            x:* ~ the prefix 'x' is not known
            i: ~ a name is missing, at character 3
            i:1 ~ a name is missing
            $ ~ a name is missing
            a # b ~ '#' is not part of an expression, at character 3
            a ! b ~ '!' is not part of an expression
            aunt::a ~ 'aunt' is no axis, at character 1
            count(a ~ expected ')' and not the end
            count(a,) ~ expected an expression and not ')'
            concat('a' 'b') ~ expected ')' and not a literal
            text(1) ~ expected ')' and not '1'
            node( ~ expected ')' and not the end
            comment('x') ~ expected ')' and not a literal
            1.2.3 ~ expected an operator or the end and not '.3'
            a and ~ expected an expression and not the end
            and and ~ expected an expression and not the end
            foo(1) ~ there is no function 'foo', at character 1
            1 + foo(1) ~ there is no function 'foo', at character 5
            i:count(a) ~ there is no function 'i:count', at character 1
            true(1) ~ true() takes 0 arguments and not 1
            count() ~ count() takes 1 argument and not 0
            count(a, a) ~ count() takes 1 argument and not 2
            concat('a') ~ concat() takes 2 arguments or more and not 1
            substring('a') ~ substring() takes 2 to 3 arguments and not 1
            floor() ~ floor() takes 1 argument and not 0
            string(a, a) ~ string() takes 0 to 1 arguments and not 2
            current(a) ~ current() takes 0 arguments and not 1
            re-match('a') ~ re-match() takes 2 arguments and not 1
            count(1) ~ count() needs nodes, at character 1
            sum('a') ~ sum() needs nodes
            name(1) ~ name() needs nodes
            deref('a') ~ deref() needs nodes
            enum-value(1) ~ enum-value() needs nodes
            1 | a ~ | needs nodes, at character 1
            'a'/b ~ a path needs nodes, at character 5
            'a'[1] ~ a predicate needs nodes, at character 1
            @a ~ at character 1
            ../@a ~ at character 4
            attribute::a ~ the attribute axis is of no standard
            namespace::a ~ YANG data has no nodes on the axis 'namespace', at character 1
            $a ~ YANG has no variables, and so no $a, at character 1
            re-match('a', '[') ~ the pattern '[' is not valid: the pattern ends too early
            derived-from(a, 'x:b') ~ 'x:b' has a prefix of no module, at character 1
            """)
    void expressionIsRefused(String expression, String message) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> DOCUMENT.value(expression, DOCUMENT.at("/c/a")))
                .isInstanceOfAny(UnsupportedXPathException.class, IllegalArgumentException.class)
                .withMessageContaining(message);
    }

    @Test
    void longestAndDeepestExpressionIsTakenAndTheNextIsNot() {
        XNode node = DOCUMENT.at("/c/a");
        String deep = "(".repeat(199) + "1" + ")".repeat(199);
        String wide = "1 = 1 or ".repeat(7_000) + "1 = 1";

        assertThat(DOCUMENT.value(deep, node)).isEqualTo(1.0);
        assertThat(DOCUMENT.value(wide, node)).isEqualTo(true);
        assertRefused("(" + deep + ")", "nested deeper than 200");
        assertRefused(wide + " or 1".repeat(1_000), "longer than 65536 characters");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            (, 30000
            -, 60000
            a[, 30000
            not(, 16000
            1+, 30000
            a/b[1]+, 8000
            1=1=, 15000
            a|, 30000
            """)
    void hostileTextIsRefusedAndOverflowsNoStack(String part, int times) {
        String text = part.repeat(times) + "a" + (part.contains("|") ? "|" : "");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> DOCUMENT.value(text, DOCUMENT.at("/c/a")));
    }

    private static void assertRefused(String expression, String message) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> DOCUMENT.value(expression, DOCUMENT.at("/c/a")))
                .withMessageContaining(message);
    }
}
