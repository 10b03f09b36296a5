package dev.trimtab.core.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What single expressions are worth: each row an expression and its value as XPath's string, worked out from XPath 1.0 by hand. */
class XPathTableTest {
    private static final Document DOCUMENT = Document.of("""
            container c {
              leaf n { type uint8; } leaf s { type string; } leaf e { type string; } leaf u { type string; }
              leaf d { type decimal64 { fraction-digits 2; } }
              leaf-list m { type int8; ordered-by user; }
              list l { key k; ordered-by user; leaf k { type string; } leaf v { type int8; }
                list x { key y; ordered-by user; leaf y { type uint8; } } }
              leaf def { type string; default 'by default'; }
              container np { leaf z { type uint8; default 5; } }
              container pc { presence 'here'; leaf z { type uint8; default 5; } }
              leaf missing { type string; }
              leaf here { type string; }
            }""", """
            {'c':{'n':7,'s':' a  b ','e':'','u':'\uD83D\uDE00x','d':'1.50','m':[3,-1,4],'here':'h',
            'l':[{'k':'x','v':1,'x':[{'y':1},{'y':2}]},{'k':'y','v':2},{'k':'z','v':-3,'x':[{'y':3}]}]}}""");

    /** Numbers and their text: sections 3.5, 4.2 (string) and 4.4. */
    private static final String NUMBERS = """
            1 + 1 => 2
            1 - 1 => 0
            2 * 3 => 6
            7 div 2 => 3.5
            1 div 0 => Infinity
            -1 div 0 => -Infinity
            1 div -0 => -Infinity
            0 div 0 => NaN
            5 mod 2 => 1
            5 mod -2 => 1
            -5 mod 2 => -1
            -5 mod -2 => -1
            1.5 mod .5 => 0
            5 mod 0 => NaN
            5 mod (1 div 0) => 5
            1 + 2 * 3 => 7
            (1 + 2) * 3 => 9
            10 - 2 - 3 => 5
            100 div 10 div 2 => 5
            7 mod 4 mod 2 => 1
            - 3 => -3
            --3 => 3
            ---3 => -3
            2 - -2 => 4
            2--2 => 4
            -2 + 3 => 1
            -(2 + 3) => -5
            3. => 3
            .5 => 0.5
            0.50 => 0.5
            -0 => 0
            0.1 + 0.2 => 0.30000000000000004
            1 div 3 => 0.3333333333333333
            100000000000000000000 => 100000000000000000000
            0.0000001 => 0.0000001
            123456789012 => 123456789012
            1000000 * 1000000 => 1000000000000
            9007199254740993 => 9007199254740992
            number('12') => 12
            number(' 12 ') => 12
            number('-12.50') => -12.5
            number('.5') => 0.5
            number('5.') => 5
            number('+5') => NaN
            number('1e3') => NaN
            number('- 5') => NaN
            number('--5') => NaN
            number('1.2.3') => NaN
            number('.') => NaN
            number('-') => NaN
            number('') => NaN
            number('x') => NaN
            number('Infinity') => NaN
            number('0x10') => NaN
            number('1d') => NaN
            number(true()) => 1
            number(false()) => 0
            number(../n) => 7
            number(../d) => 1.5
            number(../missing) => NaN
            number() => NaN
            floor(2.6) => 2
            floor(-2.5) => -3
            ceiling(2.2) => 3
            ceiling(-2.5) => -2
            ceiling(-0.5) => 0
            1 div ceiling(-0.5) => -Infinity
            round(2.4) => 2
            round(2.5) => 3
            round(-2.5) => -2
            round(-2.6) => -3
            round(0.49999999999999994) => 0
            round(-0.5) => 0
            1 div round(-0.5) => -Infinity
            1 div round(-0.2) => -Infinity
            round(4503599627370497.5) => 4503599627370498
            round(9007199254740991) => 9007199254740991
            round(0 div 0) => NaN
            round(1 div 0) => Infinity
            round(-1 div 0) => -Infinity
            floor(1 div 0) => Infinity
            ceiling(0 div 0) => NaN
            sum(../l/v) => 0
            sum(../m) => 6
            sum(../missing) => 0
            sum(../l/k) => NaN
            sum(../l[k != 'z']/v) => 3
            string(0 div 0) => NaN
            string(-0) => 0
            string(1.0) => 1
            string(2.50) => 2.5
            string(-1.5) => -1.5
            true() + true() => 2
            '3' + '4' => 7
            ../n + 1 => 8
            ../l/v + 1 => 2
            ../missing + 1 => NaN
            """;

    /** Texts: section 4.2. */
    private static final String TEXTS = """
            concat('a', 'b') => ab
            concat('a', 1, true(), ../n) => a1true7
            concat(../missing, 'x') => x
            string(true()) => true
            string(1 = 2) => false
            string(../l/k) => x
            string(../l[2]/k | ../l[1]/k) => x
            string(../missing) =>
            string() => h
            string(../d) => 1.5
            string(..) => 7 a  b 😀x1.53-14x112y2z-33by default5h
            string(/) => 7 a  b 😀x1.53-14x112y2z-33by default5h
            starts-with('abc', 'ab') => true
            starts-with('abc', 'b') => false
            starts-with('abc', '') => true
            starts-with('', 'a') => false
            contains('abc', 'bc') => true
            contains('abc', 'cb') => false
            contains('abc', '') => true
            contains('', '') => true
            contains(../l/k, 'y') => false
            substring-before('1999/04/01', '/') => 1999
            substring-before('abc', 'x') =>
            substring-before('abc', '') =>
            substring-after('1999/04/01', '/') => 04/01
            substring-after('1999/04/01', '19') => 99/04/01
            substring-after('abc', 'x') =>
            substring-after('abc', '') => abc
            substring('12345', 2, 3) => 234
            substring('12345', 2) => 2345
            substring('12345', 1.5, 2.6) => 234
            substring('12345', 0, 3) => 12
            substring('12345', 0 div 0, 3) =>
            substring('12345', 1, 0 div 0) =>
            substring('12345', -42, 1 div 0) => 12345
            substring('12345', -1 div 0, 1 div 0) =>
            substring('12345', 1 div 0) =>
            substring('12345', -1 div 0) => 12345
            substring('12345', 2, -1) =>
            substring('12345', 2, 0) =>
            substring('12345', 1.5) => 2345
            substring('12345', 1.4) => 12345
            substring('12345', 0.5, 1) => 1
            substring('12345', 0, 1) =>
            substring('12345', 5, 10) => 5
            substring('12345', 6) =>
            substring('12345', '2', '2') => 23
            substring(../u, 2) => x
            substring(../u, 1, 1) => 😀
            string-length('abc') => 3
            string-length('') => 0
            string-length(../u) => 2
            string-length(../s) => 6
            string-length(123) => 3
            string-length() => 1
            normalize-space(../s) => a b
            normalize-space('') =>
            normalize-space('  ') =>
            string-length(normalize-space('\u00A0')) => 1
            normalize-space() => h
            translate('bar', 'abc', 'ABC') => BAr
            translate('--aaa--', 'abc-', 'ABC') => AAA
            translate('abc', 'aa', 'xy') => xbc
            translate('abc', '', 'xyz') => abc
            translate('abc', 'abc', '') =>
            translate(../u, '😀', 'y') => yx
            translate('', 'a', 'b') =>
            """;

    /** Truths and comparisons: sections 3.4 and 4.3. */
    private static final String TRUTHS = """
            true() => true
            false() => false
            not(true()) => false
            not(false()) => true
            not(1) => false
            not('') => true
            not(../missing) => true
            not(not(../n)) => true
            boolean(0) => false
            boolean(-0) => false
            boolean(0 div 0) => false
            boolean(0.1) => true
            boolean('') => false
            boolean('false') => true
            boolean(../e) => true
            boolean(string(../e)) => false
            boolean(../missing) => false
            true() and false() => false
            true() or false() => true
            1 and 'a' and ../n => true
            0 or '' or ../missing => false
            true() or false() and false() => true
            (true() or false()) and false() => false
            1 = 1 => true
            1 = 1.0 => true
            1 = '1' => true
            1 = ' 1 ' => true
            1 != '1' => false
            '1' = '1.0' => false
            '1' = 1.0 => true
            'a' = 'a' => true
            'a' = 'A' => false
            'a' != 'b' => true
            'a' < 'b' => false
            '1' < '2' => true
            '10' > '9' => true
            0 div 0 = 0 div 0 => false
            0 div 0 != 0 div 0 => true
            0 = -0 => true
            1 div 0 > 1000000 => true
            1 < 2 < 3 => true
            3 > 2 > 1 => false
            1 = 1 = 1 => true
            2 = 2 = 2 => true
            3 = 2 = 2 => false
            1 < 2 = true() => true
            true() = 1 => true
            true() = 2 => true
            true() = '' => false
            true() = 'false' => true
            true() > false() => true
            true() >= 1 => true
            true() < 2 => true
            false() < '1' => true
            ../n = 7 => true
            ../n = '7' => true
            ../n = '07' => false
            ../n = 07 => true
            ../n != 7 => false
            ../l/v = 2 => true
            ../l/v != 2 => true
            not(../l/v = 2) => false
            ../l/v = 4 => false
            ../l/v < -2 => true
            ../l/v > 1 => true
            1 < ../l/v => true
            5 < ../l/v => false
            ../l/v = '2' => true
            ../l/k = 'y' => true
            ../l/k != 'y' => true
            ../l/k < 'y' => false
            ../l/v = ../m => false
            ../l/v != ../m => true
            ../n = ../m => false
            ../n != ../m => true
            ../n < ../m => false
            ../n > ../m => true
            ../m < ../l/v => true
            ../m >= ../n => false
            ../missing = '' => false
            ../missing != '' => false
            ../missing = ../missing => false
            ../missing = false() => true
            ../missing != true() => true
            ../missing < true() => true
            ../n = true() => true
            ../e = true() => true
            true() = ../missing => false
            ../e = '' => true
            ../e = 0 => false
            ../m[1] = ../m[3] => false
            ../m[1] != ../m[3] => true
            ../l/k < ../l/v => false
            lang('en') => false
            """;

    /** Paths, axes, node tests and predicates: section 2. */
    private static final String PATHS = """
            count(/) => 1
            count(/*) => 1
            count(/c) => 1
            count(/i:c) => 1
            count(/i:*) => 1
            count(../l) => 3
            count(../*) => 14
            count(../node()) => 14
            count(../m) => 3
            count(..) => 1
            count(../..) => 1
            count(../../..) => 0
            count(.) => 1
            count(node()) => 1
            count(text()) => 1
            text() => h
            count(*) => 0
            count(../e/text()) => 0
            count(../e/node()) => 0
            count(../missing/text()) => 0
            count(../n/text()/..) => 1
            ../n/text() + 1 => 8
            count(../text()) => 0
            count(comment()) => 0
            count(processing-instruction()) => 0
            count(processing-instruction('x')) => 0
            count(//comment()) => 0
            count(self::node()) => 1
            count(self::here) => 1
            count(self::n) => 0
            count(self::*) => 1
            count(self::text()) => 0
            count(/self::node()) => 1
            count(/self::*) => 0
            count(ancestor::*) => 1
            count(ancestor::node()) => 2
            count(ancestor-or-self::*) => 2
            count(ancestor-or-self::node()) => 3
            count(parent::c) => 1
            count(parent::n) => 0
            count(parent::*) => 1
            count(/c/parent::*) => 0
            count(/c/parent::node()) => 1
            count(../descendant::k) => 3
            count(../descendant::y) => 3
            count(../descendant::*) => 27
            count(../descendant-or-self::*) => 28
            count(//y) => 3
            count(//*) => 28
            count(//node()) => 47
            count(//text()) => 19
            count(/descendant::node()) => 47
            count(//l) => 3
            count(//l/x) => 3
            count(//x) => 3
            count(..//y) => 3
            count(//l//y) => 3
            count(//.) => 48
            count(//..) => 28
            count(//l[1]) => 1
            count(//x[1]) => 2
            count(/descendant::x[1]) => 1
            count(//l[x]) => 2
            count(//l[x/y = 3]) => 1
            count(../l[1]/following-sibling::l) => 2
            count(../l[3]/following-sibling::l) => 0
            count(../l[2]/preceding-sibling::l) => 1
            ../l[3]/preceding-sibling::l[1]/k => y
            ../l[3]/preceding-sibling::l[2]/k => x
            ../l[3]/preceding-sibling::l/k => x
            ../l[1]/following-sibling::l[1]/k => y
            count(../l[3]/preceding-sibling::node()) => 10
            count(preceding-sibling::*) => 13
            count(following-sibling::*) => 0
            count(../n/following-sibling::*) => 13
            count(../n/text()/following-sibling::node()) => 0
            count(/following-sibling::node()) => 0
            count(preceding::*) => 26
            count(preceding::text()) => 18
            count(following::*) => 0
            count(../n/following::*) => 26
            count(../l[2]/following::y) => 1
            count(../l[2]/preceding::y) => 2
            ../l[2]/preceding::y[1] => 2
            ../l[2]/preceding::y[2] => 1
            ../l[2]/following::v[1] => -3
            count(../l[1]/x[1]/following::node()) => 23
            count(../l[1]/k/preceding::l) => 0
            count(../l[2]/k/preceding::l) => 1
            ../l[1]/k => x
            ../l[2]/k => y
            ../l[last()]/k => z
            ../l[last() - 1]/k => y
            count(../l[4]) => 0
            count(../l[0]) => 0
            count(../l[1.5]) => 0
            count(../l[-1]) => 0
            count(../l[position() = 2]) => 1
            count(../l[position() > 1]) => 2
            count(../l[position() != last()]) => 2
            count(../l[position() mod 2 = 1]) => 2
            count(../l['']) => 0
            count(../l['x']) => 3
            count(../l[true()]) => 3
            count(../l[k = 'y'][1]) => 1
            count(../l[2][k = 'y']) => 1
            count(../l[1][k = 'y']) => 0
            count(../l[k = 'y'][2]) => 0
            ../l[v > 0][2]/k => y
            ../l[v > 0][last()]/k => y
            ../l[v > 0][position() = last()]/k => y
            count(../l[k = 'y' and v = 2]) => 1
            count(../l[k = 'y' and v = 3]) => 0
            count(../l[k = 'y' or k = 'z']) => 2
            count(../l['y' = k]) => 1
            count(../l[k = ../l/k]) => 3
            count(../l[k = current()]) => 0
            count(../l[v = count(x)]) => 0
            count(../l[count(x)]) => 0
            count(../l[count(x) = 2]) => 1
            count(../l/x[1]) => 2
            count((../l/x)[1]) => 1
            (../l/x)[3]/y => 3
            (../l/x)[last()]/y => 3
            (//y)[2] => 2
            (../l[3] | ../l[1])[1]/k => x
            (../l[3]/preceding-sibling::l)[1]/k => x
            count((../l)[position() < 3][2]) => 1
            count(../l | ../l) => 3
            count(../l[1] | ../l[2]) => 2
            count(../l | ../m | ../n) => 7
            count(../l[1]/x/.. | ../l[1]) => 1
            count(../l/..) => 1
            count(../l/x/ancestor::*) => 3
            count(../l/x/ancestor::l[1]) => 2
            (../l[1]/x[2]/ancestor::*)[1]/n => 7
            ../l[1]/x[2]/ancestor::*[1]/k => x
            ../l[1]/x[2]/ancestor::*[last()]/n => 7
            ../l[1]/x[2]/ancestor-or-self::*[1]/y => 2
            current()/../n => 7
            ../l[k = current()/../l[2]/k]/v => 2
            count(current()) => 1
            count(../l[current()/../n = 7]) => 3
            count(../l/x[../k = 'z']) => 1
            count(../l[x[y = 2]]) => 1
            count(../m[. = 3]) => 1
            count(../m[. < ../n]) => 3
            ../m[2] => -1
            ../m[. = -1]/following-sibling::m => 4
            ../def => by default
            ../np/z => 5
            count(../pc) => 0
            count(../pc/z) => 0
            local-name() => here
            local-name(..) => c
            local-name(/) =>
            local-name(../missing) =>
            local-name(text()) =>
            local-name(../l | ../n) => n
            name() => here
            name(../l[2]/k) => k
            namespace-uri() => urn:inline
            namespace-uri(/) =>
            count(id('x')) => 0
            child::node() => h
            parent::node()/child::n => 7
            / child :: c / child::n => 7
            /c/l [ 2 ] / k => y
            //l[k='x']/v=1 => true
            ../n*2 => 14
            ../n *2 => 14
            ../* * 0 => 0
            * = 1 => false
            ../l[x]/k => x
            /descendant::*[last()] => h
            /descendant::*[1]/n => 7
            """;

    /** Words that are names or operators by what is before them: section 3.7. */
    private static final String WORDS = """
            1 div 1 => 1
            ../n div ../n => 1
            ../n mod ../n => 0
            count(../and) => 0
            count(../div | ../mod | ../or) => 0
            count(or) => 0
            (1)and(1) => true
            1 and 1 => true
            '1'or'' => true
            1=1or 1=2 => true
            ../n - 1 => 6
            ../n -1 => 6
            count(../n-1) => 0
            count(../text) => 0
            count(../node) => 0
            count(../self) => 0
            "it's" => it's
            'say "a"' => say "a"
            """;

    static Stream<Arguments> rows() {
        return Stream.of(NUMBERS, TEXTS, TRUTHS, PATHS, WORDS)
                .flatMap(String::lines)
                .map(row -> row.split(" =>", 2))
                .map(row -> Arguments.of(row[0], row[1].isEmpty() ? "" : row[1].substring(1)));
    }

    @DisplayName("YV-25: expressions of XPath 1.0 have the values of the recommendation")
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void expressionHasTheValue(String expression, String value) {
        XNode here = DOCUMENT.at("/c/here");

        assertThat(DOCUMENT.value("string(" + expression + ")", here)).isEqualTo(value);
    }
}
