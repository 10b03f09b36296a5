package dev.trimtab.core.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One pair of modules for each kind of change: the statements before, those after, and what is found; then the other way round,
 * and what is found there.
 */
class ModelComparisonTest {
    private static final String NONE = "";

    private static Arguments row(String old, String now, String there, String back) {
        return Arguments.of(old, now, there, back);
    }

    static Stream<Arguments> nodes() {
        return Stream.of(
                row(
                        "",
                        "leaf a { type string; }",
                        "NON_BREAKING /a: node: the leaf is new",
                        "BREAKING /a: node: the leaf is gone"),
                row(
                        "container c { leaf x { type string; } }",
                        "container c { leaf x { type string; } leaf a { type string; mandatory true; } }",
                        "BREAKING /c/a: mandatory: the leaf is new, and a configuration must have it",
                        "BREAKING /c/a: node: the leaf is gone"),
                row(
                        "",
                        "container p { presence x; leaf a { type string; mandatory true; } }",
                        "NON_BREAKING /p: node: the container is new",
                        "BREAKING /p: node: the container is gone"),
                row(
                        "",
                        "container c { container d { leaf-list a { type string; min-elements 1; } } }",
                        "BREAKING /c: mandatory: the container is new, and a configuration must have it",
                        "BREAKING /c: node: the container is gone"),
                row(
                        "",
                        "container c { config false; leaf a { type string; mandatory true; } }",
                        "NON_BREAKING /c: node: the container is new",
                        "BREAKING /c: node: the container is gone"),
                row(
                        "",
                        "feature f; leaf a { if-feature f; type string; mandatory true; }",
                        "NON_BREAKING /a: node: the leaf is new|NON_BREAKING module m: feature: 'f' is new",
                        "BREAKING /a: node: the leaf is gone|BREAKING module m: feature: 'f' is gone"),
                row(
                        "leaf a { type string; }",
                        "leaf-list a { type string; }",
                        "BREAKING /a: node: the leaf became a leaf-list",
                        "BREAKING /a: node: the leaf-list became a leaf"),
                row(
                        "leaf a { type string; }",
                        "leaf a { type string; config false; }",
                        "BREAKING /a: config: it can no longer be written: it is state now",
                        "NON_BREAKING /a: config: it was state and can be written now"),
                row(
                        "leaf a { type string; }",
                        "leaf a { type string; mandatory true; }",
                        "BREAKING /a: mandatory: it must be there now",
                        "NON_BREAKING /a: mandatory: it need not be there any more"),
                row(
                        "leaf a { config false; type string; }",
                        "leaf a { config false; type string; mandatory true; }",
                        NONE,
                        "BREAKING /a: mandatory: it need not be there any more"),
                row(
                        "container a { }",
                        "container a { presence x; }",
                        "BREAKING /a: presence: that the container exists has a meaning now",
                        "BREAKING /a: presence: that the container exists has no meaning any more"),
                row(
                        "list l { key 'a b'; leaf a { type string; } leaf b { type string; } }",
                        "list l { key 'b a'; leaf a { type string; } leaf b { type string; } }",
                        "BREAKING /l: key: it was 'a b' and is 'b a'",
                        "BREAKING /l: key: it was 'b a' and is 'a b'"),
                row(
                        "leaf-list a { type string; }",
                        "leaf-list a { type string; ordered-by user; }",
                        "BREAKING /a: ordered-by: the user gives the order now",
                        "BREAKING /a: ordered-by: the user no longer gives the order"),
                row(
                        "leaf-list a { type string; }",
                        "leaf-list a { type string; min-elements 1; max-elements 9; }",
                        "BREAKING /a: max-elements: it was unbounded and is 9|BREAKING /a: min-elements: it was 0 and is 1",
                        "NON_BREAKING /a: max-elements: it was 9 and is unbounded|NON_BREAKING /a: min-elements: it was 1 and is 0"),
                row(
                        "leaf a { type string; }",
                        "leaf a { type string; default x; }",
                        "NON_BREAKING /a: default: it is 'x' now where nothing is set",
                        "BREAKING /a: default: it was 'x' and is none"),
                row(
                        "leaf a { type string; default x; }",
                        "leaf a { type string; default y; }",
                        "BREAKING /a: default: it was 'x' and is 'y'",
                        "BREAKING /a: default: it was 'y' and is 'x'"),
                row(
                        "leaf a { type string; }",
                        "leaf a { type string; units s; }",
                        "EDITORIAL /a: units: they are 's' now",
                        "BREAKING /a: units: they were 's' and are none"),
                row(
                        "leaf a { type string; description 'before'; }",
                        "leaf a { type string; description 'after'; reference 'x'; }",
                        NONE,
                        NONE),
                row(
                        "leaf a { type string; }",
                        "leaf a { type string; status deprecated; }",
                        "NON_BREAKING /a: status: it was current and is deprecated",
                        "NON_BREAKING /a: status: it was deprecated and is current"),
                row(
                        "leaf a { type string; }",
                        "leaf a { type string; status obsolete; }",
                        "BREAKING /a: status: it was current and is obsolete",
                        "NON_BREAKING /a: status: it was obsolete and is current"));
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                row(
                        "leaf a { type int8; }",
                        "leaf a { type int8; must '. > 1'; }",
                        "BREAKING /a: must: '. > 1' is new",
                        "NON_BREAKING /a: must: '. > 1' is gone"),
                row(
                        "leaf a { type int8; must '. > 1'; }",
                        "leaf a { type int8; must '.  >  2'; }",
                        "BREAKING /a: must: '. > 1' became '. > 2'",
                        "BREAKING /a: must: '. > 2' became '. > 1'"),
                row("leaf a { type int8; must '. > 1'; }", "leaf a { type int8; must '.  >\n1'; }", NONE, NONE),
                row(
                        "leaf a { type int8; } leaf b { type int8; }",
                        "leaf a { type int8; } leaf b { when '../a'; type int8; }",
                        "BREAKING /b: when: '../a' is new",
                        "NON_BREAKING /b: when: '../a' is gone"),
                row(
                        "list l { key k; leaf k { type string; } leaf a { type int8; } }",
                        "list l { key k; unique a; leaf k { type string; } leaf a { type int8; } }",
                        "BREAKING /l: unique: 'a' is new",
                        "NON_BREAKING /l: unique: 'a' is gone"),
                row(
                        "feature f; leaf a { type int8; }",
                        "feature f; leaf a { if-feature f; type int8; }",
                        "BREAKING /a: if-feature: 'f' is new",
                        "NON_BREAKING /a: if-feature: 'f' is gone"),
                row(
                        "choice c { leaf a { type string; } }",
                        "choice c { mandatory true; leaf a { type string; } }",
                        "BREAKING /: mandatory: one case of choice 'c' must be there now",
                        "NON_BREAKING /: mandatory: no case of choice 'c' must be there any more"),
                row(
                        "leaf a { type string; } leaf b { type string; }",
                        "choice c { leaf a { type string; } leaf b { type string; } }",
                        "BREAKING /a: choice: it is in case 'a' of choice 'c' now, whose other cases exclude it"
                                + "|BREAKING /b: choice: it is in case 'b' of choice 'c' now, whose other cases exclude it",
                        "NON_BREAKING /a: choice: it is no longer in case 'a' of choice 'c'"
                                + "|NON_BREAKING /b: choice: it is no longer in case 'b' of choice 'c'"),
                row(
                        "choice c { leaf a { type string; } }",
                        "choice c { default a; leaf a { type string; } }",
                        "NON_BREAKING /: default: choice 'c' has the default case 'a' now",
                        "BREAKING /: default: the default case of choice 'c' was 'a' and is none"));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                type(
                        "string",
                        "int8",
                        "BREAKING /a: type: it was string and is int8",
                        "BREAKING /a: type: it was int8 and is string"),
                type(
                        "int8",
                        "int16",
                        "BREAKING /a: type: it was int8 and is int16",
                        "BREAKING /a: type: it was int16 and is int8"),
                type("t", "string { length '1..4'; }", NONE, NONE),
                type(
                        "uint8 { range '1..5'; }",
                        "uint8 { range '1..9'; }",
                        "NON_BREAKING /a: range: it was 1..5 and is 1..9",
                        "BREAKING /a: range: it was 1..9 and is 1..5"),
                type(
                        "uint8 { range '1..5'; }",
                        "uint8 { range '3..9'; }",
                        "BREAKING /a: range: it was 1..5 and is 3..9",
                        "BREAKING /a: range: it was 3..9 and is 1..5"),
                type("uint8 { range '1..5 | 6..9'; }", "uint8 { range '1..9'; }", NONE, NONE),
                type(
                        "uint8",
                        "uint8 { range '0..254'; }",
                        "BREAKING /a: range: it was 0..255 and is 0..254",
                        "NON_BREAKING /a: range: it was 0..254 and is 0..255"),
                type(
                        "string",
                        "string { length '1..9'; }",
                        "BREAKING /a: length: it was unrestricted and is 1..9",
                        "NON_BREAKING /a: length: it was 1..9 and is unrestricted"),
                type(
                        "binary { length '1..9'; }",
                        "binary { length '1..max'; }",
                        "NON_BREAKING /a: length: it was 1..9 and is 1..2147483647",
                        "BREAKING /a: length: it was 1..2147483647 and is 1..9"),
                type(
                        "string",
                        "string { pattern 'x+'; }",
                        "BREAKING /a: pattern: 'x+' is new",
                        "NON_BREAKING /a: pattern: 'x+' is gone"),
                type(
                        "string { pattern 'x+'; }",
                        "string { pattern 'x+' { modifier invert-match; } }",
                        "BREAKING /a: pattern: 'x+' became 'x+' inverted",
                        "BREAKING /a: pattern: 'x+' inverted became 'x+'"),
                type(
                        "enumeration { enum a; enum b; }",
                        "enumeration { enum a; enum b; enum c; }",
                        "NON_BREAKING /a: enum: 'c' is new",
                        "BREAKING /a: enum: 'c' is gone"),
                type(
                        "enumeration { enum a; enum b; }",
                        "enumeration { enum b; enum a; }",
                        "BREAKING /a: enum: 'a' had the value 0 and has the value 1"
                                + "|BREAKING /a: enum: 'b' had the value 1 and has the value 0",
                        "BREAKING /a: enum: 'a' had the value 1 and has the value 0"
                                + "|BREAKING /a: enum: 'b' had the value 0 and has the value 1"),
                type(
                        "bits { bit a; }",
                        "bits { bit a; bit b; }",
                        "NON_BREAKING /a: bit: 'b' is new",
                        "BREAKING /a: bit: 'b' is gone"),
                type(
                        "decimal64 { fraction-digits 2; range '0..1'; }",
                        "decimal64 { fraction-digits 3; range '0..1'; }",
                        "BREAKING /a: fraction-digits: they were 2 and are 3",
                        "BREAKING /a: fraction-digits: they were 3 and are 2"),
                type("leafref { path '../b'; }", "leafref { path '/m:b'; }", NONE, NONE),
                type(
                        "leafref { path '../b'; }",
                        "leafref { path '../c'; }",
                        "BREAKING /a: path: it referred to /b and refers to /c",
                        "BREAKING /a: path: it referred to /c and refers to /b"),
                type(
                        "string",
                        "leafref { path '../b'; }",
                        "BREAKING /a: type: it must refer to an instance of /b now",
                        "NON_BREAKING /a: type: it need not refer to an instance of /b any more"),
                type(
                        "leafref { path '../b'; require-instance false; }",
                        "leafref { path '../b'; }",
                        "BREAKING /a: require-instance: what it refers to must exist now",
                        "NON_BREAKING /a: require-instance: what it refers to need not exist any more"),
                type(
                        "instance-identifier { require-instance false; }",
                        "instance-identifier",
                        "BREAKING /a: require-instance: what it refers to must exist now",
                        "NON_BREAKING /a: require-instance: what it refers to need not exist any more"),
                type(
                        "identityref { base i; }",
                        "identityref { base i; base j; }",
                        "BREAKING /a: base: it was [i] and is [i, j]",
                        "NON_BREAKING /a: base: it was [i, j] and is [i]"),
                type(
                        "union { type int8; type string; }",
                        "union { type int8; type string; type boolean; }",
                        "BREAKING /a: union: its types were int8, string and are int8, string, boolean",
                        "BREAKING /a: union: its types were int8, string, boolean and are int8, string"),
                type(
                        "union { type int8 { range '1..2'; } type string; }",
                        "union { type int8 { range '1..3'; } type string; }",
                        "NON_BREAKING /a: range: it was 1..2 and is 1..3",
                        "BREAKING /a: range: it was 1..3 and is 1..2"));
    }

    private static Arguments type(String old, String now, String there, String back) {
        String around = "typedef t { type string { length '1..4'; } } identity i; identity j;"
                + " leaf b { type string; } leaf c { type string; } leaf a { type %s }";
        return row(around.formatted(closed(old)), around.formatted(closed(now)), there, back);
    }

    private static String closed(String type) {
        return type.endsWith("}") ? type : type + ";";
    }

    static Stream<Arguments> definitions() {
        return Stream.of(
                row(
                        "",
                        "feature f;",
                        "NON_BREAKING module m: feature: 'f' is new",
                        "BREAKING module m: feature: 'f' is gone"),
                row(
                        "",
                        "identity i;",
                        "NON_BREAKING module m: identity: 'i' is new",
                        "BREAKING module m: identity: 'i' is gone"),
                row("", "rpc r;", "NON_BREAKING module m: rpc: 'r' is new", "BREAKING module m: rpc: 'r' is gone"),
                row(
                        "",
                        "notification n;",
                        "NON_BREAKING module m: notification: 'n' is new",
                        "BREAKING module m: notification: 'n' is gone"),
                row(
                        "identity i; identity j { base i; }",
                        "identity i; identity j;",
                        "BREAKING module m: base: identity 'j' no longer derives from 'i'",
                        NONE));
    }

    @ParameterizedTest
    @MethodSource({"nodes", "conditions", "types", "definitions"})
    void theChangeIsFoundBothWays(String old, String now, String there, String back) {
        LoadedModel before = module("m", "urn:m", "m", old);
        LoadedModel after = module("m", "urn:m", "m", now);

        assertThat(lines(before, after)).isEqualTo(expected(there));
        assertThat(lines(after, before)).isEqualTo(expected(back));
    }

    private static List<String> expected(String lines) {
        return Arrays.stream(lines.split("\\|")).filter(line -> !line.isEmpty()).toList();
    }

    private static List<String> lines(LoadedModel old, LoadedModel now) {
        return ModelComparison.compare(old, now).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    private static LoadedModel module(String name, String namespace, String prefix, String body) {
        String text = "module %s { yang-version 1.1; namespace '%s'; prefix %s; %s }"
                .formatted(name, namespace, prefix, body);
        return LoadedModel.load(new ModelDescription(
                new ModelId("m", "1.0.0"), "m", List.of(new YangSource(name + ".yang", text, true))));
    }

    @Test
    void aModuleIsItsNameAndItsNamespaceAndNotItsPrefix() {
        LoadedModel one = module("m", "urn:m", "m", "");

        assertThat(lines(one, module("m", "urn:m", "p", "")))
                .containsExactly("EDITORIAL module m: prefix: 'm' became 'p'");
        assertThat(lines(one, module("m", "urn:n", "m", "")))
                .containsExactly("BREAKING module m: namespace: 'urn:m' became 'urn:n'");
        assertThat(lines(one, module("n", "urn:m", "m", "")))
                .containsExactly("BREAKING module m: module: it is gone", "NON_BREAKING module n: module: it is new");
    }

    @Test
    void theWorstFindingSaysWhatVersionIsNeeded() {
        LoadedModel one = module("m", "urn:m", "m", "leaf a { type int8; }");

        assertThat(ModelComparison.compare(one, one).needed()).isEqualTo(VersionChange.NONE);
        assertThat(ModelComparison.compare(one, module("m", "urn:m", "m", "leaf a { type int8; description 'x'; }"))
                        .needed())
                .isEqualTo(VersionChange.PATCH);
        assertThat(ModelComparison.compare(one, module("m", "urn:m", "p", "leaf a { type int8; }"))
                        .needed())
                .isEqualTo(VersionChange.PATCH);
        assertThat(ModelComparison.compare(
                                one, module("m", "urn:m", "m", "leaf a { type int8; } leaf b { type int8; }"))
                        .needed())
                .isEqualTo(VersionChange.MINOR);
        assertThat(ModelComparison.compare(one, module("m", "urn:m", "m", "leaf b { type int8; }"))
                        .needed())
                .isEqualTo(VersionChange.MAJOR);
    }
}
