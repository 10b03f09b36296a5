package dev.trimtab.core.validation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Each kind of rule, kept and broken. */
class RulesTest {

    /** The model's statements, a document, and what is reported: {@code path rule appTag}, several with semicolons. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            container c { must 'a < 3'; leaf a { type uint8; default 2; } } | {} | -
            container c { must 'a < 3'; leaf a { type uint8; default 3; } } | {} | /c must must-violation
            container c { must 'a < 3' { error-app-tag 'small'; } leaf a { type uint8; } } | {'c':{'a':3}} | /c must small
            container c { presence p; must 'false()'; } | {} | -
            leaf a { type uint8; } leaf b { when '../a = 1'; type uint8; } | {'a':1,'b':1} | -
            leaf a { type uint8; } leaf b { when '../a = 1'; type uint8; } | {'a':2,'b':1} | /b when -
            leaf a { type uint8; } leaf b { when '../a = 1'; type uint8; default 7; must '. != 7'; } | {'a':2} | -
            leaf a { type uint8; } leaf b { when '../a = 1'; type uint8; default 7; must '. != 7'; } | {'a':1} | /b must must-violation
            leaf a { type uint8; } container c { presence p; uses g { when '../a'; } } grouping g { leaf b { type uint8; } } | {'c':{'b':1}} | /c/b when -
            leaf a { type uint8; } choice x { case y { when 'a'; leaf b { type uint8; } } } | {'b':1} | /b when -
            list t { key k; leaf k { type string; } } leaf r { type leafref { path '../t/k'; } } | {'t':[{'k':'x'}],'r':'x'} | -
            list t { key k; leaf k { type string; } } leaf r { type leafref { path '../t/k'; } } | {'t':[{'k':'x'}],'r':'y'} | /r leafref instance-required
            leaf t { type string; default d; } leaf r { type leafref { path '../t'; } } | {'r':'d'} | -
            leaf t { type string; } leaf r { type leafref { path '../t'; require-instance false; } } | {'r':'d'} | -
            container c { leaf a { mandatory true; type uint8; } } | {} | /c/a mandatory -
            container c { presence p; leaf a { mandatory true; type uint8; } } | {} | -
            container c { presence p; leaf a { mandatory true; type uint8; } } | {'c':{}} | /c/a mandatory -
            choice x { case y { leaf a { mandatory true; type uint8; } leaf b { type uint8; } } } | {} | -
            choice x { case y { leaf a { mandatory true; type uint8; } leaf b { type uint8; } } } | {'b':1} | /a mandatory -
            container c { choice x { mandatory true; leaf a { type uint8; } } } | {'c':{'a':1}} | -
            container c { choice x { mandatory true; leaf a { type uint8; } } } | {} | /c mandatory missing-choice
            leaf-list l { type uint8; max-elements 2; } | {'l':[1,2]} | -
            leaf-list l { type uint8; max-elements 2; } | {'l':[1,2,3]} | /l max-elements too-many-elements
            leaf-list l { type uint8; min-elements 2; } | {'l':[1]} | /l min-elements too-few-elements
            list l { key k; unique u; leaf k { type uint8; } leaf u { type uint8; } } | {'l':[{'k':1,'u':1},{'k':2}]} | -
            list l { key k; unique u; leaf k { type uint8; } leaf u { type uint8; } } | {'l':[{'k':1,'u':1},{'k':2,'u':1}]} | /l[k=1] unique data-not-unique; /l[k=2] unique data-not-unique
            list l { key k; unique u; leaf k { type uint8; } leaf u { type uint8; default 1; } } | {'l':[{'k':1},{'k':2,'u':1}]} | /l[k=1] unique data-not-unique; /l[k=2] unique data-not-unique
            """)
    void ruleIsReportedWhereItIsBroken(String statements, String json, @Nullable String expected) {
        List<String> found = violations(statements, json).stream()
                .map(each -> each.path() + " " + each.rule() + " " + (each.appTag() == null ? "-" : each.appTag()))
                .toList();

        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected.split("; ")));
    }

    @Test
    void messageIsTheSchemasOwnWhereItHasOne() {
        String statements = "leaf a { type uint8; must '. > 1' { error-message 'More than one, please.'; } }";

        assertThat(violations(statements, "{'a':1}"))
                .extracting(Violation::message, Violation::value)
                .containsExactly(tuple("More than one, please.", "1"));
    }

    @Test
    void everyViolationIsReportedAtOnce() {
        String statements = "leaf a { type uint8; must '. > 1'; must '. > 2'; } leaf b { type uint8; must 'false()'; }";

        assertThat(violations(statements, "{'a':1,'b':1}")).hasSize(3);
    }

    @Test
    void expressionThatCannotBeCompiledStopsTheLoadAndIsNamed() {
        LoadedModel model = Models.inline("leaf a { type uint8; must '../@b'; }");

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Validator.compile(model))
                .withMessageContainingAll("module inline", "/a", "../@b", "attribute");
    }

    @Test
    void expressionThatVisitsTooManyNodesIsReportedAndNotWaitedFor() {
        String statements = "list l { key k; leaf k { type uint16; } } leaf x { type uint8; must 'l or "
                + "count(../l[count(../l[k != 0]) > 0]) > 0'; }";
        String entries =
                IntStream.range(0, 3_000).mapToObj(k -> "{'k':" + k + "}").collect(joining(","));

        assertThat(violations(statements, "{'x':1,'l':[" + entries + "]}"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("gave up"));
    }

    static List<Violation> violations(String statements, String json) {
        LoadedModel model = Models.inline(statements);
        return Validator.compile(model).validateAll(root(model, json)).violations();
    }

    /** The whole tree that {@code json}, with single quotes and names without a module, describes. */
    private static NormalizedNode root(LoadedModel model, String json) {
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        var decoded = JsonReader.read(model, Instance.root(model), text, false);
        assertThat(decoded.violations()).isEmpty();
        return requireNonNull(decoded.node());
    }
}
