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

    /** The row, the model's statements, a document, and what is reported: {@code path rule appTag}, several with semicolons. */
    @ParameterizedTest(name = "{0}: {1} with {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            YV-18 | container c { must 'a < 3'; leaf a { type uint8; default 2; } } | {} | -
            YV-18 | container c { must 'a < 3'; leaf a { type uint8; default 3; } } | {} | /c must must-violation
            YV-18 | container c { must 'a < 3' { error-app-tag 'small'; } leaf a { type uint8; } } | {'c':{'a':3}} | /c must small
            YV-18 | container c { presence p; must 'false()'; } | {} | -
            YV-19 | leaf a { type uint8; } leaf b { when '../a = 1'; type uint8; } | {'a':1,'b':1} | -
            YV-19 | leaf a { type uint8; } leaf b { when '../a = 1'; type uint8; } | {'a':2,'b':1} | /b when -
            YV-19 | leaf a { type uint8; } leaf b { when '../a = 1'; type uint8; default 7; must '. != 7'; } | {'a':2} | -
            YV-19 | leaf a { type uint8; } leaf b { when '../a = 1'; type uint8; default 7; must '. != 7'; } | {'a':1} | /b must must-violation
            YV-19 | leaf a { type uint8; } container c { presence p; uses g { when '../a'; } } grouping g { leaf b { type uint8; } } | {'c':{'b':1}} | /c/b when -
            YV-19 | leaf a { type uint8; } choice x { case y { when 'a'; leaf b { type uint8; } } } | {'b':1} | /b when -
            YV-8 | list t { key k; leaf k { type string; } } leaf r { type leafref { path '../t/k'; } } | {'t':[{'k':'x'}],'r':'x'} | -
            YV-8 | list t { key k; leaf k { type string; } } leaf r { type leafref { path '../t/k'; } } | {'t':[{'k':'x'}],'r':'y'} | /r leafref instance-required
            YV-8 | leaf t { type string; default d; } leaf r { type leafref { path '../t'; } } | {'r':'d'} | -
            YV-8 | leaf t { type string; } leaf r { type leafref { path '../t'; require-instance false; } } | {'r':'d'} | -
            YV-12 | leaf r { type instance-identifier; } leaf a { type string; } | {'r':'/inline:a'} | /r instance-identifier instance-required
            YV-12 | leaf r { type instance-identifier; } leaf a { type string; } | {'r':'/inline:a','a':'x'} | -
            YV-12 | leaf r { type instance-identifier; } leaf a { type string; default d; } | {'r':'/inline:a'} | -
            YV-12 | leaf r { type instance-identifier { require-instance false; } } leaf a { type string; } | {'r':'/inline:a'} | -
            YV-12 | leaf r { type instance-identifier { require-instance true; } } leaf a { type string; } | {'r':'/inline:a'} | /r instance-identifier instance-required
            YV-12 | typedef t { type instance-identifier; } leaf r { type t; } leaf a { type string; } | {'r':'/inline:a'} | /r instance-identifier instance-required
            YV-12 | typedef t { type instance-identifier { require-instance false; } } leaf r { type t; } leaf a { type string; } | {'r':'/inline:a'} | -
            YV-12 | container c { typedef t { type instance-identifier { require-instance false; } } typedef u { type t; } leaf r { type u; } } leaf a { type string; } | {'c':{'r':'/inline:a'}} | -
            YV-11, YV-12 | typedef u { type union { type instance-identifier { require-instance false; } type uint8; } } leaf r { type u; } leaf a { type string; } | {'r':'/inline:a'} | -
            YV-11, YV-12 | typedef u { type union { type uint8; type instance-identifier; } } leaf r { type u; } leaf a { type string; } | {'r':'/inline:a'} | /r union instance-required
            YV-17 | container c { leaf a { mandatory true; type uint8; } } | {} | /c/a mandatory -
            YV-17 | container c { presence p; leaf a { mandatory true; type uint8; } } | {} | -
            YV-17 | container c { presence p; leaf a { mandatory true; type uint8; } } | {'c':{}} | /c/a mandatory -
            YV-17 | choice x { case y { leaf a { mandatory true; type uint8; } leaf b { type uint8; } } } | {} | -
            YV-17 | choice x { case y { leaf a { mandatory true; type uint8; } leaf b { type uint8; } } } | {'b':1} | /a mandatory -
            YV-17 | container c { choice x { mandatory true; leaf a { type uint8; } } } | {'c':{'a':1}} | -
            YV-17 | container c { choice x { mandatory true; leaf a { type uint8; } } } | {} | /c mandatory missing-choice
            YV-16 | leaf-list l { type uint8; max-elements 2; } | {'l':[1,2]} | -
            YV-16 | leaf-list l { type uint8; max-elements 2; } | {'l':[1,2,3]} | /l max-elements too-many-elements
            YV-16 | leaf-list l { type uint8; min-elements 2; } | {'l':[1]} | /l min-elements too-few-elements
            YV-14 | list l { key k; unique u; leaf k { type uint8; } leaf u { type uint8; } } | {'l':[{'k':1,'u':1},{'k':2}]} | -
            YV-14 | list l { key k; unique u; leaf k { type uint8; } leaf u { type uint8; } } | {'l':[{'k':1,'u':1},{'k':2,'u':1}]} | /l[k=1] unique data-not-unique; /l[k=2] unique data-not-unique
            YV-14 | list l { key k; unique u; leaf k { type uint8; } leaf u { type uint8; default 1; } } | {'l':[{'k':1},{'k':2,'u':1}]} | /l[k=1] unique data-not-unique; /l[k=2] unique data-not-unique
            YV-8 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type leafref { path '../t/v'; } } | {'t':[{'k':'x','v':'y'}],'r':'y'} | -
            YV-8 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type leafref { path '../t/v'; } } | {'t':[{'k':'x','v':'y'}],'r':'x'} | /r leafref instance-required
            YV-8 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type leafref { path '../s'; } } leaf s { type leafref { path '../t/k'; } } | {'t':[{'k':'x'}],'r':'x','s':'x'} | -
            YV-8 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type leafref { path '../s'; } } leaf s { type leafref { path '../t/k'; } } | {'t':[{'k':'x'},{'k':'y'}],'r':'y','s':'x'} | /r leafref instance-required
            YV-8 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type leafref { path '../s'; } } leaf s { type leafref { path '../t/k'; } } | {'r':'y','s':'y'} | /s leafref instance-required
            YV-8 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf-list r { type leafref { path '../t/k'; } } | {'t':[{'k':'x'}],'r':['x','y']} | /r leafref instance-required
            YV-8 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type leafref { path '../t[k = current()/../s]/v'; } } leaf s { type string; } | {'t':[{'k':'x','v':'y'},{'k':'z','v':'w'}],'r':'y','s':'x'} | -
            YV-8 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type leafref { path '../t[k = current()/../s]/v'; } } leaf s { type string; } | {'t':[{'k':'x','v':'y'},{'k':'z','v':'w'}],'r':'w','s':'x'} | /r leafref instance-required
            YV-8 | list s { key i; leaf i { type string; } list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type leafref { path '../t/v'; } } } | {'s':[{'i':'1','t':[{'k':'x','v':'y'}]},{'i':'2','r':'y'}]} | /s[i=2]/r leafref instance-required
            YV-8 | leaf-list t { type string; default d; default e; } leaf r { type leafref { path '../t'; } } | {'r':'e'} | -
            YV-8 | leaf-list t { type string; default d; } leaf r { type leafref { path '../t'; } } | {'t':['f'],'r':'d'} | /r leafref instance-required
            YV-8 | leaf a { type string; } leaf t { when '../a'; type string; default d; } leaf r { type leafref { path '../t'; } } | {'r':'d'} | /r leafref instance-required
            YV-11 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type union { type leafref { path '../t/k'; } type uint8; } } | {'t':[{'k':'x'}],'r':'x'} | -
            YV-11 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type union { type leafref { path '../t/k'; } type uint8; } } | {'t':[{'k':'x'}],'r':'y'} | /r union instance-required
            YV-11 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type union { type leafref { path '../t/k'; } type uint8; } } | {'r':'5'} | -
            YV-11 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type union { type uint8 { range 1..4; } type leafref { path '../t/k'; } } } | {'r':'5'} | /r union instance-required
            YV-11 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type union { type leafref { path '../t/k'; require-instance false; } type uint8; } } | {'r':'y'} | -
            YV-11 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type union { type union { type leafref { path '../t/k'; } type boolean; } type leafref { path '../t/v'; } } } | {'t':[{'k':'x','v':'y'}],'r':'y'} | -
            YV-11 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type union { type union { type leafref { path '../t/k'; } type boolean; } type leafref { path '../t/v'; } } } | {'t':[{'k':'x','v':'y'}],'r':'z'} | /r union instance-required
            YV-11 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf-list r { type union { type leafref { path '../t/k'; } type enumeration { enum all; } } } | {'t':[{'k':'x'}],'r':['x','all','none']} | /r union instance-required
            YV-11 | container a { leaf u { type union { type leafref { path '../x'; } type uint8; } } leaf x { type string; } } leaf r { type leafref { path '/a/u'; } } | {'a':{'x':'x','u':'x'},'r':'x'} | -
            YV-11 | container a { leaf u { type union { type leafref { path '../x'; } type uint8; } } leaf x { type string; } } leaf r { type leafref { path '/a/u'; } } | {'a':{'x':'x','u':'5'},'r':'x'} | /r leafref instance-required
            YV-18 | leaf a { type string; } leaf b { type uint8; must '/a = /a'; } | {'b':1} | /b must must-violation
            YV-18 | leaf-list a { type string; } leaf b { type uint8; must '../a != ../a'; } | {'a':['x','y'],'b':1} | -
            YV-18 | leaf a { type string; } leaf b { type uint8; must 'count(../a) = count(../a)'; must '../a <= ../a'; } | {'b':1} | /b must must-violation
            YV-12 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type instance-identifier; } | {'r':'/inline:t[k=\\u0027x\\u0027]','t':[{'k':'x'}]} | -
            YV-12 | list t { key k; leaf k { type string; } leaf v { type string; } } leaf r { type instance-identifier; } | {'r':'/inline:t[k=\\u0027y\\u0027]/v','t':[{'k':'y'}]} | /r instance-identifier instance-required
            YV-12 | container c { container d { leaf e { type string; default x; } } } leaf r { type instance-identifier; } | {'r':'/inline:c/d/e'} | -
            YV-12 | container c { presence p; leaf e { type string; default x; } } leaf r { type instance-identifier; } | {'r':'/inline:c/e'} | /r instance-identifier instance-required
            YV-12 | choice x { case y { leaf a { type string; } } leaf b { type string; } } leaf r { type instance-identifier; } | {'r':'/inline:a','a':'1'} | -
            YV-12 | choice x { case y { leaf a { type string; } } leaf b { type string; } } leaf r { type instance-identifier; } | {'r':'/inline:a','b':'1'} | /r instance-identifier instance-required
            YV-14 | list l { key k; unique 'u c/v'; leaf k { type uint8; } leaf u { type uint8; } container c { leaf v { type uint8; default 1; } } } | {'l':[{'k':1,'u':1},{'k':2,'u':1,'c':{'v':1}},{'k':3,'u':1,'c':{'v':2}},{'k':4}]} | /l[k=1] unique data-not-unique; /l[k=2] unique data-not-unique
            YV-14 | list l { key k; unique u; unique v; leaf k { type uint8; } leaf u { type uint8; } leaf v { type uint8; } } | {'l':[{'k':1,'u':1,'v':1},{'k':2,'u':1,'v':1}]} | /l[k=1] unique data-not-unique; /l[k=1] unique data-not-unique; /l[k=2] unique data-not-unique; /l[k=2] unique data-not-unique
            YV-14 | list l { key k; unique u; leaf k { type uint8; } leaf u { config false; type uint8; } } | {'l':[{'k':1},{'k':2}]} | -
            YV-14 | list l { key k; unique 'c/d/u'; leaf k { type uint8; } choice c { case d { leaf u { type uint8; } } } } | {'l':[{'k':1,'u':1},{'k':2,'u':1}]} | /l[k=1] unique data-not-unique; /l[k=2] unique data-not-unique
            YV-14 | list s { key i; leaf i { type uint8; } list l { key k; unique u; leaf k { type uint8; } leaf u { type uint8; } } } | {'s':[{'i':1,'l':[{'k':1,'u':1}]},{'i':2,'l':[{'k':1,'u':1}]}]} | -
            YV-14 | leaf a { type uint8; } list l { key k; unique u; leaf k { type uint8; } leaf u { when '../../a'; type uint8; default 1; } } | {'l':[{'k':1},{'k':2}]} | -
            YV-14 | leaf a { type uint8; } list l { key k; unique u; leaf k { type uint8; } leaf u { when '../../a'; type uint8; default 1; } } | {'a':1,'l':[{'k':1},{'k':2}]} | /l[k=1] unique data-not-unique; /l[k=2] unique data-not-unique
            YV-14 | list l { key k; unique u; leaf k { type uint8; } leaf u { config false; type uint8; } } | {'l':[{'k':1},{'k':2}]} | -
            YV-14 | list l { key k; unique c/u; leaf k { type uint8; } container c { leaf u { config false; type uint8; } } } | {'l':[{'k':1},{'k':2}]} | -
            YV-16 | container c { leaf-list l { type uint8; min-elements 1; } } | {} | /c/l min-elements too-few-elements
            YV-16 | container c { presence p; leaf-list l { type uint8; min-elements 1; } } | {} | -
            YV-16 | leaf a { type uint8; } leaf-list l { when '../a'; type uint8; min-elements 1; } | {} | -
            YV-16 | leaf a { type uint8; } leaf-list l { when '../a'; type uint8; min-elements 1; } | {'a':1} | /l min-elements too-few-elements
            YV-16 | choice x { case y { leaf a { type uint8; } leaf-list l { type uint8; min-elements 1; } } leaf b { type uint8; } } | {'b':1} | -
            YV-16 | choice x { case y { leaf a { type uint8; } leaf-list l { type uint8; min-elements 1; } } leaf b { type uint8; } } | {'a':1} | /l min-elements too-few-elements
            YV-17 | container a { container b { container c { leaf d { mandatory true; type uint8; } } } } | {} | /a/b/c/d mandatory -
            YV-17 | container a { anydata d { mandatory true; } } | {} | /a/d mandatory -
            YV-17 | list l { key k; leaf k { type uint8; } leaf d { mandatory true; type uint8; } } | {'l':[{'k':1},{'k':2,'d':1}]} | /l[k=1]/d mandatory -
            YV-17 | leaf a { type uint8; } leaf d { when '../a'; mandatory true; type uint8; } | {} | -
            YV-17 | leaf a { type uint8; } leaf d { when '../a'; mandatory true; type uint8; } | {'a':1} | /d mandatory -
            YV-17 | choice x { mandatory true; case y { choice z { mandatory true; leaf a { type uint8; } } leaf b { type uint8; } } leaf c { type uint8; } } | {'b':1} | / mandatory missing-choice
            YV-17 | choice x { mandatory true; case y { choice z { mandatory true; leaf a { type uint8; } } leaf b { type uint8; } } leaf c { type uint8; } } | {'c':1} | -
            YV-18 | container c { container d { must 'e = 1'; leaf e { type uint8; default 1; } } } | {} | -
            YV-18 | list l { key k; must 'count(../l) < 2'; leaf k { type uint8; } } | {'l':[{'k':1},{'k':2}]} | /l[k=1] must must-violation; /l[k=2] must must-violation
            YV-18 | leaf-list l { type uint8; must '. > 1'; } | {'l':[1,2]} | /l must must-violation
            YV-21 | choice x { default y; case y { leaf a { type uint8; default 1; } } leaf b { type uint8; } } container c { must '../a = 1'; } | {} | -
            YV-21 | choice x { default y; case y { leaf a { type uint8; default 1; } } leaf b { type uint8; } } container c { must '../a = 1'; } | {'b':1} | /c must must-violation
            YV-21 | choice x { default y; case y { choice z { default w; case w { leaf a { type uint8; default 1; } } leaf d { type uint8; } } } leaf b { type uint8; } } container c { must '../a = 1'; } | {} | -
            YV-21 | choice x { default y; case y { choice z { default w; case w { leaf a { type uint8; default 1; } } leaf d { type uint8; } } } leaf b { type uint8; } } container c { must 'not(../a)'; } | {'d':1} | -
            YV-22 | leaf-list l { type uint8; default 1; default 2; } container c { must 'sum(../l) = 3'; } | {} | -
            YV-22 | leaf-list l { type uint8; default 1; default 2; } container c { must 'sum(../l) = 3'; } | {'l':[1]} | /c must must-violation
            YV-22 | typedef t { type uint8; default 4; } leaf a { type t; } container c { must '../a = 4'; } | {} | -
            YV-22 | container p { presence p; leaf a { type uint8; default 4; } } container c { must 'not(../p/a)'; } | {} | -
            YV-22 | container p { presence p; leaf a { type uint8; default 4; } } container c { must '../p/a = 4'; } | {'p':{}} | -
            YV-22 | choice x { case y { leaf a { type uint8; default 4; } leaf b { type uint8; } } leaf d { type uint8; } } container c { must '../a = 4'; } | {'b':1} | -
            YV-22 | choice x { case y { leaf a { type uint8; default 4; } leaf b { type uint8; } } leaf d { type uint8; } } container c { must 'not(../a)'; } | {} | -
            YV-22 | leaf m { type uint8; } container w { when '../m'; leaf a { type uint8; default 4; } } container c { must 'not(../w/a)'; } | {} | -
            """)
    void ruleIsReportedWhereItIsBroken(String row, String statements, String json, @Nullable String expected) {
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
