package dev.trimtab.core.xpath;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.core.validation.Validator;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Violation;
import dev.trimtab.model.YangSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an expression sees: RFC 7950 section 6.4.1. */
class ContextTest {
    private static final String TYPES = """
            module types { yang-version 1.1; namespace urn:types; prefix t;
              import far { prefix own; }
              grouping g {
                leaf a { type uint8; }
                leaf b { type uint8; must "../a = 1"; must "/own:far = 'away'"; must "not(/t:main)"; } }
              identity kind; identity fast { base kind; } }""";
    private static final String FAR = """
            module far { yang-version 1.1; namespace urn:far; prefix f; leaf far { type string; } }""";
    private static final String PART = """
            submodule part { yang-version 1.1; belongs-to main { prefix m; } import far { prefix elsewhere; }
              grouping in-part { leaf c { type uint8; must "/elsewhere:far = 'away' and /m:main/a = 1"; } } }""";
    private static final String MAIN = """
            module main { yang-version 1.1; namespace urn:main; prefix main;
              import types { prefix own; } import far { prefix f; } include part;
              container main { uses own:g; uses in-part;
                leaf kind { type identityref { base own:kind; } must ". = 'own:fast' and derived-from(., 'own:kind')"; }
                leaf state { config false; type string; }
                container operational { config false; leaf x { type string; } }
                leaf here { type string; must "MUST"; } } }""";
    private static final String ADD = """
            module add { yang-version 1.1; namespace urn:add; prefix x; import main { prefix m; } import far { prefix away; }
              augment /m:main { leaf d { type uint8; must "../m:a = 1 and ../d = 3 and not(../a) and /away:far"; } } }""";
    private static final String DOCUMENT = """
            {"far:far":"away","main:main":{"a":1,"b":2,"c":3,"kind":"types:fast","add:d":3,"here":"h"}}""";

    @Test
    @DisplayName(
            "YV-24: names without a prefix are of the module that uses a grouping, prefixes of the module that defines it")
    void namesBelongToTheModuleThatTheStatementIsIn() {
        assertThat(violations("true()", DOCUMENT)).isEmpty();
        assertThat(violations("true()", DOCUMENT.replace("\"a\":1", "\"a\":2")))
                .extracting(each -> each.path().toString())
                .containsExactly("/main/b", "/main/c", "/main/d");
    }

    @DisplayName("YV-24: the tree holds the top-level nodes of all modules, and no state, choice or case")
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/f:far and /main:main",
                "count(/*) = 2",
                "count(/node()) = 2",
                "count(/f:*) = 1",
                "count(//f:*) = 1",
                "count(../*) = 6",
                "count(../main:*) = 5",
                "not(../state) and not(../operational) and not(../operational/x)",
                "not(../f:here)",
                "namespace-uri(..) = 'urn:main'",
                "namespace-uri(../*[local-name() = 'd']) = 'urn:add'",
                "current()/../a = 1",
                "../a[. = 1]/../b = 2",
                "(/main:main | /f:far)[1] and count(//node()[self::a or self::b]) = 2"
            })
    void expressionIsTrue(String expression) {
        assertThat(violations(expression, DOCUMENT)).isEmpty();
        assertThat(violations("not(" + expression + ")", DOCUMENT)).hasSize(1);
    }

    @Test
    @DisplayName("YV-24: an unknown prefix is a load error that names expression and character")
    void unknownPrefixIsALoadError() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> violations("../types:a", DOCUMENT))
                .withMessageContaining("'../types:a': the prefix 'types' is not known, at character 4");
    }

    @Test
    @DisplayName("YV-25: an unknown function is a load error that names module, node, statement and expression")
    void unknownFunctionIsALoadError() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> violations("../a and foo(.)", DOCUMENT))
                .withMessageContainingAll(
                        "module main",
                        "node /main/here",
                        "must '../a and foo(.)'",
                        "no function 'foo', at character 10");
    }

    private static List<Violation> violations(String must, String document) {
        var sources = List.of(
                new YangSource("types.yang", TYPES, true),
                new YangSource("far.yang", FAR, true),
                new YangSource("part.yang", PART, true),
                new YangSource("main.yang", MAIN.replace("MUST", must), true),
                new YangSource("add.yang", ADD, true));
        var model = LoadedModel.load(new ModelDescription(new ModelId("main", "1.0.0"), "main", sources));
        var validator = Validator.compile(model);
        byte[] octets = document.getBytes(StandardCharsets.UTF_8);
        var decoded = JsonReader.read(model, Instance.root(model), octets, false);
        assertThat(decoded.violations()).isEmpty();
        return validator.validateAll(requireNonNull(decoded.node())).violations();
    }
}
