package dev.trimtab.core.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of RFC 7950 section 10, and how identities compare. */
class YangFunctionsTest {
    private static final Document DOCUMENT = Document.of("""
            identity animal; identity cat { base animal; } identity tom { base cat; } identity rock;
            container c {
              leaf n { type uint8; } leaf s { type string; } leaf missing { type string; }
              leaf e { type enumeration { enum low { value 3; } enum high { value 9; } } }
              leaf e0 { type enumeration { enum first; enum second; } }
              leaf f { type bits { bit up; bit down; } }
              leaf i { type identityref { base animal; } }
              leaf-list is { type identityref { base animal; } }
              leaf name { type string; } leaf pattern { type string; } leaf bit { type string; }
              list l { key k; ordered-by user; leaf k { type string; } leaf v { type int8; }
                leaf to { type leafref { path '../../l/k'; } }
                leaf value { type leafref { path '../../l[k = current()/../to]/v'; } } }
              list two { key 'a b'; leaf a { type string; } leaf b { type uint8; } leaf v { type string; } }
              leaf-list m { type int8; }
              leaf any { type instance-identifier { require-instance false; } }
              leaf entry { type instance-identifier { require-instance false; } }
              leaf item { type instance-identifier { require-instance false; } }
              leaf gone { type instance-identifier { require-instance false; } }
              choice ch { case ca { leaf inCase { type string; } } }
              leaf cased { type instance-identifier { require-instance false; } }
              leaf here { type string; }
            }""", """
            {'c':{'n':7,'s':'a b','e':'high','e0':'second','f':'up','i':'inline:tom','is':['inline:cat','inline:tom'],
            'name':'animal','pattern':'[a-z ]+','bit':'up',
            'l':[{'k':'x','v':1,'to':'y','value':2},{'k':'y','v':2},{'k':'z','v':-3,'to':'x'}],'two':[{'a':'p','b':1,'v':'q'}],
            'm':[4,5],'any':'/inline:c/inline:n','entry':'/inline:c/inline:two[inline:a=\\\\'p\\\\'][inline:b=\\\\'1\\\\']/inline:v',
            'item':'/inline:c/inline:m[.=\\\\'5\\\\']','gone':'/inline:c/inline:missing','inCase':'deep',
            'cased':'/inline:c/inline:inCase','here':'h'}}""".replace("\\\\'", "\\u0027"));

    @DisplayName("YV-25: the functions of YANG")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "current() = 'h'",
                "../l[k = current()/../l[1]/to]/v = 2",
                "count(../l[current() = 'h']) = 3",
                "re-match('', '')",
                "re-match(../s, 'a b')",
                "re-match(../s, '[a-z ]+')",
                "not(re-match(../s, 'a'))",
                "not(re-match(../s, '^a b$'))",
                "re-match('1$', '\\d$')",
                "re-match('1.22.333', '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}')",
                "re-match(../s, ../pattern)",
                "not(re-match('A', ../pattern))",
                "re-match(../n, '[0-9]')",
                "deref(../l[1]/to)/../v = 2",
                "deref(../l[1]/to) = 'y'",
                "count(deref(../l/to)) = 1",
                "count(deref(../l[2]/to)) = 0",
                "deref(../l[1]/value)/../k = 'y'",
                "count(deref(../missing)) = 0",
                "count(deref(../s)) = 0",
                "count(deref(..)) = 0",
                "deref(../any) = 7",
                "local-name(deref(../any)) = 'n'",
                "deref(../any)/../s = 'a b'",
                "deref(../entry) = 'q'",
                "deref(../entry)/../b = 1",
                "deref(../item) = 5",
                "count(deref(../item)) = 1",
                "count(deref(../gone)) = 0",
                "deref(../cased) = 'deep'",
                "derived-from(../i, 'animal')",
                "derived-from(../i, 'i:animal')",
                "derived-from(../i, 'i:cat')",
                "not(derived-from(../i, 'i:tom'))",
                "derived-from-or-self(../i, 'tom')",
                "not(derived-from-or-self(../i, 'rock'))",
                "not(derived-from(../missing, 'animal'))",
                "not(derived-from(../s, 'animal'))",
                "derived-from(../is, 'cat')",
                "derived-from-or-self(../i, ../name)",
                "derived-from(../i, concat('i:', ../name))",
                "not(derived-from(../i, ../s))",
                "not(derived-from(../i, 'gone'))",
                "not(derived-from-or-self(../i, 'i:gone'))",
                "../i = 'i:tom'",
                "../i = 'tom'",
                "'i:tom' = ../i",
                "not(../i = 'cat')",
                "../i != 'i:cat'",
                "../is = 'i:cat'",
                "../i != ''",
                "not(../i = 'unknown')",
                "string(../i) = 'inline:tom' or string(../i) = 'tom'",
                "../i = ../is",
                "enum-value(../e) = 9",
                "enum-value(../e0) = 1",
                "string(enum-value(../s)) = 'NaN'",
                "string(enum-value(../missing)) = 'NaN'",
                "bit-is-set(../f, 'up')",
                "not(bit-is-set(../f, 'down'))",
                "not(bit-is-set(../f, 'other'))",
                "bit-is-set(../f, ../bit)",
                "not(bit-is-set(../missing, 'up'))",
                "not(bit-is-set(../s, 'a'))",
            })
    void expressionIsTrue(String expression) {
        XNode here = DOCUMENT.at("/c/here");

        assertThat(DOCUMENT.value("boolean(" + expression + ")", here)).isEqualTo(true);
        assertThat(DOCUMENT.value("not(" + expression + ")", here)).isEqualTo(false);
    }

    @Test
    @DisplayName("YV-25: a pattern that is computed and is none leaves the expression without a value")
    void computedPatternThatIsNoneLeavesTheExpressionWithoutAValue() {
        XNode here = DOCUMENT.at("/c/here");

        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> DOCUMENT.value("not(re-match(../s, concat('[', '')))", here))
                .withMessageContaining("the pattern '[' is not valid");
    }
}
