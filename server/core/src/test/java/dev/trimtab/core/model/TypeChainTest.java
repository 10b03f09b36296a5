package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.YangSource;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a type restricts holds for all that is derived from it. */
class TypeChainTest {
    private static final LoadedModel MODEL = LoadedModel.load(new ModelDescription(
            new ModelId("chains", "1.0.0"), "Chains", List.of(new YangSource("chains.yang", """
            module chains {
              yang-version 1.1;
              namespace "urn:chains";
              prefix c;
              revision 2026-01-01;
              typedef word { type string { pattern "[a-z]+"; pattern "q.*" { modifier invert-match; } } }
              typedef long-word { type word { length "3..6"; } }
              typedef named { type long-word; }
              typedef no-x { type named { pattern "[^x]*" { error-message "no x"; error-app-tag "x"; } } }
              typedef small { type int8 { range "1..100"; } }
              typedef smaller { type small { range "1..10 | 50"; } }
              typedef half { type decimal64 { fraction-digits 1; range "0..10"; } }
              typedef octets { type binary { length "2..4"; } }
              typedef size { type enumeration { enum small; enum middle; enum large; } }
              typedef ends { type size { enum small; enum large; } }
              typedef all-flags { type bits { bit a; bit b; bit c; } }
              typedef two-flags { type all-flags { bit a; bit c; } }
              leaf word { type word; }
              leaf long-word { type long-word; }
              leaf named { type named; }
              leaf no-x { type no-x; }
              leaf longest { type no-x { length "5..6"; } }
              leaf in-union { type union { type union { type no-x; } type uint8; } }
              leaf small { type small; }
              leaf smaller { type smaller; }
              leaf smallest { type smaller { range "2..3"; } }
              leaf half { type half; }
              leaf quarter { type half { range "1..2.5"; } }
              leaf octets { type octets; }
              leaf three { type octets { length "3"; } }
              leaf ends { type ends; }
              leaf one-end { type ends { enum large; } }
              leaf flags { type two-flags; }
            }
            """, true))));

    private static LeafType type(String leaf) {
        return PathResolver.resolve(MODEL, Path.parse("/" + leaf)).schema().type();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("YV-1, YV-2, YV-3, YV-5, YV-6, YV-7: what every type of a chain allows is taken")
    @CsvSource({
        "word, a",
        "long-word, abc",
        "named, abcdef",
        "no-x, abc",
        "longest, abcde",
        "in-union, abc",
        "in-union, 7",
        "small, 100",
        "smaller, 50",
        "smallest, 2",
        "half, 10",
        "quarter, 2.5",
        "octets, AQI=",
        "three, AQID",
        "ends, small",
        "one-end, large",
        "flags, a c"
    })
    void whatEveryTypeAllowsIsTaken(String leaf, String text) {
        assertThat(type(leaf).parse(text)).isNotNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("YV-1, YV-2, YV-3, YV-5, YV-6, YV-7: what one type of a chain forbids is refused by its rule")
    @CsvSource({
        "long-word, aBc, pattern",
        "long-word, qbc, pattern",
        "long-word, ab, length",
        "named, aBc, pattern",
        "named, qbc, pattern",
        "named, abcdefg, length",
        "no-x, axb, pattern",
        "no-x, aBc, pattern",
        "no-x, qbc, pattern",
        "no-x, ab, length",
        "longest, abcd, length",
        "longest, abxde, pattern",
        "longest, ABCDE, pattern",
        "in-union, ABC, type",
        "in-union, ab, type",
        "small, 101, range",
        "smaller, 11, range",
        "smallest, 1, range",
        "half, 10.1, range",
        "quarter, 3.0, range",
        "octets, AQ==, length",
        "three, AQI=, length",
        "ends, middle, enumeration",
        "one-end, small, enumeration",
        "flags, b, bits"
    })
    void whatOneTypeForbidsIsRefused(String leaf, String text, String rule) {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> type(leaf).parse(text))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule));
    }
}
