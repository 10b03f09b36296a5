package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.YangSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileYangTest {
    /** Far above what any of these takes, and far below what a hang does. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static String module(String body) {
        return "module m { yang-version 1.1; namespace urn:m; prefix m;\n" + body + "\n}";
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining("\n"));
    }

    private static void assertRefused(String text, String... said) {
        Assertions.assertTimeoutPreemptively(
                BOUND,
                () -> assertThatExceptionOfType(ModelLoadException.class)
                        .isThrownBy(() -> YangRules.load(text))
                        .satisfies(
                                e -> assertThat(e.getMessage()).contains(said).hasSizeLessThan(20_000))
                        .satisfies(e -> assertThat(e.faults())
                                .allSatisfy(fault -> assertThat(fault.line()).isPositive())));
    }

    @DisplayName("YL-26: statements nested too deeply are refused where they begin to be")
    @ParameterizedTest
    @ValueSource(ints = {101, 10_000, 1_000_000})
    void deepNestingIsRefused(int depth) {
        assertRefused(
                module("container c {".repeat(depth) + "}".repeat(depth)), "m.yang:2:", "nested more than 100 deep");
    }

    @Test
    @DisplayName("YL-26: a hundred levels are read")
    void deepNestingWithinTheBoundIsRead() {
        assertThat(YangRules.load(module("container c {".repeat(99) + "}".repeat(99)))
                        .root()
                        .child("c"))
                .isNotNull();
    }

    @DisplayName("YL-26: strings of any length are read")
    @ParameterizedTest
    @ValueSource(ints = {100_000, 5_000_000})
    void longStringsAreRead(int length) {
        LoadedModel model =
                YangRules.load(module("leaf a { type string; description \"" + "x y ".repeat(length / 4) + "\"; }"));

        assertThat(YangRules.node(model, "/a").description()).hasSize(length);
    }

    @Test
    @DisplayName("YL-26: a string of many parts is read")
    void manyPartsAreRead() {
        LoadedModel model =
                YangRules.load(module("leaf a { type string; description \"\"" + " + \"x\"".repeat(100_000) + "; }"));

        assertThat(YangRules.node(model, "/a").description()).hasSize(100_000);
    }

    @Test
    @DisplayName("YL-26: text beyond the bound is refused")
    void enormousTextIsRefused() {
        Assertions.assertTimeoutPreemptively(
                BOUND,
                () -> assertThatExceptionOfType(ModelLoadException.class)
                        .isThrownBy(() -> YangRules.load(module(" ".repeat(17 << 20))))
                        .withMessageContaining("m.yang: has 17825850 characters; 16777216 are the most"));
    }

    @Test
    @DisplayName("YL-26: unions of unions that double with each level are refused")
    void growingUnionsAreRefused() {
        String levels = each(60, i -> "typedef u" + (i + 1) + " { type union { type u" + i + "; type u" + i + "; } }");

        assertRefused(
                module("typedef u0 { type string; }\n" + levels + "\nleaf a { type u60; }"),
                "m.yang:12:15: 'type union' has more than 1000 types, with those of the unions in it");
    }

    @Test
    @DisplayName("YL-26: a union of as many types as the bound allows is read")
    void largeUnionIsRead() {
        String enums = each(1000, i -> "type enumeration { enum e" + i + "; }");

        assertThat(YangRules.load(module("leaf a { type union { " + enums + " } }"))
                        .root()
                        .child("a"))
                .isNotNull();
    }

    @Test
    @DisplayName("YL-26: twenty thousand leaves side by side are read")
    void manySiblingsAreRead() {
        Assertions.assertTimeoutPreemptively(
                BOUND,
                () -> assertThat(YangRules.load(module(each(20_000, i -> "leaf l" + i + " { type string; }")))
                                .root()
                                .children())
                        .hasSize(20_000));
    }

    @DisplayName("YL-26: characters that YANG does not have are refused with their place")
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\ud800", "\udc00", "\ufdd0", "\uffff", "\ud83f\udfff"})
    void charactersThatYangDoesNotHaveAreRefused(String character) {
        assertRefused(module("description \"a" + character + "\";"), "m.yang:2:15", "is not allowed in YANG");
    }

    @Test
    @DisplayName("YL-26: letters of any script and signs beyond 16 bits are read, in strings and comments")
    void otherCharactersAreRead() {
        LoadedModel model = YangRules.load(
                module("// \ud83d\ude80\nleaf a { type string; description \"\u00fc\ufffd\ud83d\ude80\"; }"));

        assertThat(YangRules.node(model, "/a").description()).isEqualTo("\u00fc\ufffd\ud83d\ude80");
    }

    @DisplayName("YL-26: text that is no YANG is refused")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                ";",
                "\"",
                "'",
                "/*",
                "module",
                "module m",
                "module m {",
                "module m;",
                "leaf a { type int8; }",
                "{\"json\": 1}",
                "<?xml version=\"1.0\"?>",
                "module m { } module n { }",
                "module m { a:b:c; }",
                "module m { + x; }",
                "module m { \"leaf\" a; }",
                "\ufeff",
                "module \"\" { }",
                "module m { namespace; prefix m; }"
            })
    void textThatIsNoYangIsRefused(String text) {
        assertRefused(text, "m.yang:1:");
    }

    /** Sixty levels, each of which has the one before it twice. */
    private static String doublingGroupings() {
        return "grouping g0 { leaf x { type string; } }\n"
                + each(
                        60,
                        i -> "grouping g" + (i + 1) + " { container a { uses g" + i + "; } container b { uses g" + i
                                + "; } }");
    }

    @Test
    @DisplayName("YL-26: groupings that double with each level are refused before they fill the memory")
    void explodingGroupingsAreRefused() {
        String body = doublingGroupings() + "\nuses g60;";

        assertRefused(module(body), "m.yang:63:1", "'uses g60'", "beyond 1000000 nodes");
    }

    @Test
    @DisplayName("YL-26: groupings that double with each level are refused where nobody uses them, too")
    void explodingGroupingsThatNobodyUsesAreRefused() {
        assertRefused(module(doublingGroupings()), "'grouping g", "beyond 1000000 nodes");
    }

    @Test
    @DisplayName("YL-26: unions that double with each leafref are refused")
    void explodingUnionsOfLeafrefsAreRefused() {
        String body = "leaf l0 { type string; }\n"
                + each(
                        60,
                        i -> "leaf l" + (i + 1) + " { type union { type leafref { path '/m:l" + i
                                + "'; } type leafref { path '/m:l" + i + "'; } } }");

        assertRefused(module(body), "m.yang:", "has a union of more than 1000 types");
    }

    @Test
    @DisplayName("YL-26: chains of identities and features as long as there are definitions")
    void longChainsAreFollowed() {
        int count = 1_000;
        String identities = "identity i0;\n" + each(count, i -> "identity i" + (i + 1) + " { base i" + i + "; }");
        String features = "feature f0;\n" + each(count, i -> "feature f" + (i + 1) + " { if-feature f" + i + "; }");
        String leaf = "leaf a { if-feature f9; type identityref { base i0; } }";

        Assertions.assertTimeoutPreemptively(BOUND, () -> {
            LoadedModel model = YangRules.load(module(String.join("\n", identities, features, leaf)));
            assertThat(model.root().child("a")).isNotNull();
        });
    }

    @Test
    @DisplayName("YL-26: identities that are derived on more ways than can be walked")
    void identitiesOfManyBasesAreFollowed() {
        String identities = "identity i0; identity i1;\n"
                + each(500, i -> "identity i" + (i + 2) + " { base i" + i + "; base i" + (i + 1) + "; }");
        String leaf = "leaf a { type identityref { base i0; } must \"derived-from(., 'i1')\"; }";

        Assertions.assertTimeoutPreemptively(BOUND, () -> {
            LoadedModel model = YangRules.load(module(identities + leaf));
            assertThat(requireNonNull(model.root().child("a")).type().takes("i501"))
                    .isTrue();
        });
    }

    @Test
    @DisplayName("YL-26: a type that comes through too many typedefs is refused")
    void longChainOfTypedefsIsRefused() {
        String body =
                "typedef t0 { type string; }\n" + each(3_000, i -> "typedef t" + (i + 1) + " { type t" + i + "; }");

        assertRefused(module(body), "m.yang:103:16", "more than 100 typedefs");
    }

    @Test
    @DisplayName("YL-26: circles as long as there are definitions are refused")
    void longCirclesAreRefused() {
        int count = 3_000;

        assertRefused(
                module(each(count, i -> "typedef t" + i + " { type t" + (i + 1) % count + "; }")), "defined by itself");
        assertRefused(
                module(each(count, i -> "feature f" + i + " { if-feature f" + (i + 1) % count + "; }")),
                "depends on itself");
        assertRefused(
                module(each(count, i -> "grouping g" + i + " { uses g" + (i + 1) % count + "; }")), "uses itself");
        assertRefused(module(each(300, i -> "identity i" + i + " { base i" + (i + 1) % 300 + "; }")), "identity");
    }

    @Test
    @DisplayName("YL-26, YL-4: a circle of imports as long as there are modules is refused with its way")
    void longCircleOfImportsIsRefused() {
        int count = 2_000;
        List<YangSource> sources = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sources.add(YangRules.source(
                    "module m" + i + " { namespace urn:m" + i + "; prefix p; import m" + (i + 1) % count
                            + " { prefix q; } }",
                    true));
        }

        Assertions.assertTimeoutPreemptively(
                BOUND,
                () -> assertThatExceptionOfType(ModelLoadException.class)
                        .isThrownBy(() -> YangRules.load(sources))
                        .withMessageContaining(
                                "m1999.yang:1:47: 'import m0' closes a circle of imports: m0 -> m1 -> m2")
                        .withMessageEndingWith("m9 -> 1990 more -> m0"));
    }

    @DisplayName("YL-26: expressions that are nested or long beyond the bound are refused")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "container c { must \"%s\"; }",
                "leaf c { when \"%s\"; type string; }",
                "leaf c { if-feature \"%s\"; type string; }",
                "leaf c { type string { pattern \"%s\"; } }",
                "leaf c { type leafref { path \"%s\"; } }"
            })
    void enormousExpressionsAreRefused(String statement) {
        assertRefused(
                module(statement.replace("%s", "(".repeat(50_000) + "1" + ")".repeat(50_000))),
                "m.yang:2:",
                "are the most");
        assertRefused(
                module(statement.replace("%s", "(".repeat(5_000) + "1" + ")".repeat(5_000))),
                "m.yang:2:",
                "nested more than 100 deep");
    }

    @DisplayName(
            "YL-26: long expressions within the bound do not overflow the stack; one that nests too deeply is told so")
    @ParameterizedTest
    @ValueSource(strings = {" or 1", "+1", "|../c", "[1]"})
    void longExpressionsAreReadOrRefused(String part) {
        String yang = module("container c { must \"../c" + part.repeat(16_000 / part.length()) + "\"; }");

        try {
            assertThat(YangRules.load(yang).root().child("c")).isNotNull();
        } catch (ModelLoadException e) {
            assertThat(e)
                    .hasMessageContaining("m.yang:2:")
                    .hasMessageContaining("nested deeper than 200")
                    .message()
                    .hasSizeLessThan(2_000);
        }
    }

    @Test
    @DisplayName("YL-26: the same source twice is refused")
    void duplicateSourceIsRefused() {
        String text = module("");

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> YangRules.load(text, text))
                .withMessageContaining("m.yang:1:1: 'module m' is already in m.yang");
    }

    @Test
    @DisplayName("YL-26: a file that is named after another module or revision is refused")
    void wrongFileNameIsRefused() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> YangRules.load(List.of(new YangSource("n.yang", module(""), true))))
                .withMessageContaining("n.yang:1:1: 'module m' is in a file that is named after 'n'");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> YangRules.load(List.of(new YangSource("m@2020-01-01.yang", module(""), true))))
                .withMessageContaining("has no revision, and its file's name says another");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> YangRules.load(List.of(new YangSource("../../etc/m@x.yang", module(""), true))))
                .withMessageContaining("is in a file that is named after");
    }
}
