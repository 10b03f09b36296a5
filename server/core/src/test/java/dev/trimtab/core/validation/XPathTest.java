package dev.trimtab.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions mean, on one small tree. */
class XPathTest {
    private static final String MODEL = """
            identity animal; identity cat { base animal; } identity tom { base cat; }
            container c {
              leaf n { type uint8; } leaf s { type string; } leaf missing { type string; } leaf u { type string; }
              leaf e { type enumeration { enum low { value 3; } enum high { value 9; } } }
              leaf f { type bits { bit up; bit down; } }
              leaf i { type identityref { base animal; } }
              leaf d { type decimal64 { fraction-digits 2; } }
              list l { key k; leaf k { type string; } leaf v { type int8; } leaf to { type leafref { path '../../l/k'; } } }
              leaf test { type boolean; must "%s"; }
            }""";
    private static final String DOCUMENT = """
            {'c':{'n':7,'s':'a b','u':'\uD83D\uDE00','e':'high','f':'up','i':'inline:tom','d':'1.50','test':true,
            'l':[{'k':'x','v':1,'to':'y'},{'k':'y','v':2},{'k':'z','v':-3,'to':'x'}]}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../n = 7 and ../n = '7' and not(../n = '07') and ../n = 7.0",
                "../d = 1.5 and ../d = '1.5'",
                "../l/v = 2 and ../l/v != 2 and not(../l/v = 3)",
                "not(../missing = '') and not(../missing != '') and not(../missing)",
                "(../missing = false()) and (../s = true())",
                "../l/v < -2 and ../l/v > 1 and 1 < ../l/v",
                "../l/v = ../l[k = 'y']/v and ../l/k = ../l/to",
                "count(../l) = 3 and count(../l | ../l[k = 'x']) = 3 and sum(../l/v) = 0",
                "count(../l[position() = 1 or last() = position()]) = 2 and count(../l[1]) = 1",
                "count(../l[1]/following-sibling::l) = 2 and count(../l[3]/preceding-sibling::l) = 2",
                "../l[2]/preceding-sibling::l[1] and not(../l[1]/preceding-sibling::l)",
                "count(//l) = 3 and count(../descendant::k) = 3 and count(../*) = 11",
                "count(ancestor::*) = 1 and count(ancestor-or-self::*) = 2 and self::test and not(self::n)",
                "../l[k = 'x']/to = 'y' and deref(../l[k = 'x']/to)/../v = 2",
                "../l[k = current()/../l[v = 1]/to]/v = 2",
                "../n + 2 * 3 = 13 and ../n mod 2 = 1 and -../n mod 2 = -1 and ../n div 0 > 5 and ../n div 4 = 1.75",
                "string(1 div 3) = '0.3333333333333333' and string(2.50) = '2.5' and string(1 div 0) = 'Infinity'",
                "string(number(../s)) = 'NaN' and number(concat(' ', ../n, ' ')) = 7 and not(number(concat('+', ../n)) = 7)",
                "round(2.5) = 3 and round(-2.5) = -2 and floor(-1.5) = -2 and ceiling(1.2) = 2",
                "substring('12345', 2, 3) = '234' and substring('12345', 1.5, 2.6) = '234'",
                "substring('12345', 0, 3) = '12' and substring('12345', 2) = '2345'",
                "substring-before('a/b', '/') = 'a' and substring-after('a/b', '/') = 'b'",
                "concat('a', 1, true()) = 'a1true' and starts-with('abc', 'ab') and contains('abc', 'c')",
                "translate('bar', 'abc', 'AB') = 'BAr' and translate('--aaa--', 'abc-', 'ABC') = 'AAA'",
                "normalize-space('  a   b ') = 'a b' and string-length(../u) = 1 and substring(../u, 2) = ''",
                "local-name(..) = 'c' and name(../n) = 'n' and namespace-uri(.) = 'urn:inline'",
                "boolean(../n) and not(boolean(string(../missing))) and boolean(../s) and not(boolean(../n - 7))",
                "true() > false() and (true() = 1) and (1 = true()) and ('' = false())",
                "re-match(../s, 'a b') and re-match(../s, '[a-z ]+') and not(re-match(../s, 'a')) and re-match('1$', '\\d$')",
                "derived-from(../i, 'i:animal') and derived-from-or-self(../i, 'tom') and not(derived-from(../i, 'i:tom'))",
                "../i = 'i:tom' and ../i = 'tom' and not(../i = 'cat') and ../i != 'i:cat'",
                "enum-value(../e) = 9 and bit-is-set(../f, 'up') and not(bit-is-set(../f, 'down'))",
                "/c/n = 7 and /i:c/i:n = 7 and current()/../n = 7 and (../l)[2]/v = 2"
            })
    void expressionIsTrue(String expression) {
        assertThat(RulesTest.violations(MODEL.formatted(expression.replace("\\", "\\\\")), DOCUMENT))
                .isEmpty();
        assertThat(RulesTest.violations(MODEL.formatted("not(" + expression.replace("\\", "\\\\") + ")"), DOCUMENT))
                .hasSize(1);
    }
}
