package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.OneTarget.delete;
import static dev.trimtab.core.transaction.OneTarget.replace;
import static dev.trimtab.core.transaction.OneTarget.update;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What data may be, tried through the way that every change takes. */
class DataRowsTest {

    @DisplayName("YV-13, YV-15, YV-21: entries and cases that exclude one another are refused in one document")
    @ParameterizedTest(name = "{0}: {1} with {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            YV-13 | list l { key 'k m'; leaf k { type uint8; } leaf m { type uint8; } } | {'l':[{'k':1}]}
            YV-13 | list l { key k; leaf k { type uint8; } leaf m { type uint8; } } | {'l':[{'m':1}]}
            YV-13 | list l { key k; leaf k { type uint8; } leaf m { type uint8; } } | {'l':[{'k':1,'m':1},{'k':1,'m':2}]}
            YV-15 | leaf-list l { type uint8; } | {'l':[1,2,1]}
            YV-15 | leaf-list l { type decimal64 { fraction-digits 1; } } | {'l':['1.0','1']}
            YV-13 | list l { key k; leaf k { type binary; } leaf m { type uint8; } } | {'l':[{'k':'AQ==','m':1},{'k':'AQ==','m':2}]}
            YV-13 | list l { key k; leaf k { type union { type binary; type empty; } } } | {'l':[{'k':'AQ=='},{'k':'AQ=='}]}
            YV-15 | leaf-list l { type binary; } | {'l':['AQ==','Ag==','AQ==']}
            YV-21 | choice c { leaf a { type uint8; } leaf b { type uint8; } } | {'a':1,'b':2}
            YV-21 | choice c { case d { choice e { leaf a { type uint8; } leaf b { type uint8; } } } } | {'a':1,'b':2}
            YV-21 | choice c { case d { choice e { leaf a { type uint8; } } } leaf b { type uint8; } } | {'a':1,'b':2}
            """)
    void documentThatContradictsItselfIsRefused(String row, String statements, String json) {
        try (var target = new OneTarget(statements)) {
            assertThatExceptionOfType(FailureException.class).isThrownBy(() -> target.commit(update("/", json)));
            assertThat(target.read()).isEqualTo("{}");
        }
    }

    @Test
    @DisplayName("YV-13: a key keeps its value")
    void keyKeepsItsValue() {
        try (var target = new OneTarget("list l { key k; leaf k { type uint8; } leaf v { type uint8; } }")) {
            target.commit(update("/l[k=1]", "{'v':1}"));

            for (Operation operation :
                    List.of(update("/l[k=1]/k", "2"), update("/l[k=1]", "{'k':2}"), delete("/l[k=1]/k"))) {
                assertThatExceptionOfType(FailureException.class).isThrownBy(() -> target.commit(operation));
            }
            target.commit(update("/l[k=1]/k", "1"));

            assertThat(target.read()).isEqualTo("{'l':[{'k':1,'v':1}]}");
        }
    }

    @Test
    @DisplayName("YV-13: an entry whose key is binary is found by it")
    void entryIsFoundByItsBinaryKey() {
        try (var target = new OneTarget("list l { key k; leaf k { type binary; } leaf v { type uint8; } }")) {
            target.commit(update("/l[k=AQ\\==]", "{'v':1}"));

            target.commit(update("/", "{'l':[{'k':'AQ==','v':2}]}"));
            assertThat(target.read()).isEqualTo("{'l':[{'k':'AQ==','v':2}]}");

            target.restart();
            target.commit(delete("/l[k=AQ\\==]"));
            assertThat(target.read()).isEqualTo("{}");
        }
    }

    @Test
    @DisplayName("YV-28: what is wrong with a binary value of a leaf-list is told once")
    void wrongBinaryValueIsToldOnce() {
        try (var target = new OneTarget(
                "leaf a { type uint8; } leaf-list l { type binary; must '../a = 1'; must 'count(../l) < 3'; }")) {
            target.commit(update("/", "{'a':1,'l':['AQ==']}"));

            assertThat(texts(target.refusal(update("/a", "2"), update("/l", "['AQ==','Ag==']"))))
                    .containsExactly("/l must", "/l must");
        }
    }

    @DisplayName("YV-16, YV-17, YV-18: the first change of a target has to make it whole")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            leaf m { mandatory true; type uint8; } | {'m':1} | /m mandatory
            leaf-list m { min-elements 1; type uint8; } | {'m':[1]} | /m min-elements
            choice c { mandatory true; leaf m { type uint8; } } | {'m':1} | / mandatory
            container c { must '../m'; } leaf m { type uint8; } | {'m':1} | /c must
            """)
    void firstChangeMakesTheTargetWhole(String statements, String whole, String missing) {
        try (var target = new OneTarget("leaf o { type uint8; } " + statements)) {
            assertThat(texts(target.refusal(update("/o", "1")))).containsExactly(missing);

            target.commit(update("/", whole), update("/o", "1"));
            target.restart();
            target.commit(update("/o", "2"));

            assertThat(texts(target.refusal(delete("/m")))).containsExactly(missing);
        }
    }

    @Test
    @DisplayName("YV-16: elements are counted when all operations are done")
    void elementsAreCountedAtTheEnd() {
        try (var target = new OneTarget("list l { key k; min-elements 2; max-elements 2; leaf k { type uint8; } }")) {
            target.commit(update("/", "{'l':[{'k':1},{'k':2}]}"));

            target.commit(delete("/l[k=1]"), delete("/l[k=2]"), update("/l[k=3]", "{}"), update("/l[k=4]", "{}"));
            assertThat(target.read()).isEqualTo("{'l':[{'k':3},{'k':4}]}");

            assertThat(texts(target.refusal(update("/", "{'l':[{'k':5}]}")))).containsExactly("/l max-elements");
        }
    }

    @Test
    @DisplayName("YV-28: a container without its elements hides nothing else that is wrong")
    void missingElementsHideNothing() {
        try (var target = new OneTarget("container c { presence p; leaf-list l { type uint8; min-elements 1; }"
                + " leaf m { type uint8; must '. > 1'; } }")) {
            assertThat(texts(target.refusal(replace("/c", "{'m':1}"))))
                    .containsExactly("/c/l min-elements", "/c/m must");
        }
    }

    @Test
    @DisplayName("YV-21: what is written of one case takes the place of the other")
    void oneCaseReplacesTheOther() {
        try (var target = new OneTarget(
                "choice c { leaf a { type uint8; } case d { leaf b { type uint8; } leaf e { type uint8; } } }")) {
            target.commit(update("/", "{'b':1,'e':2}"));

            target.commit(update("/a", "3"));

            assertThat(target.read()).isEqualTo("{'a':3}");
        }
    }

    @DisplayName("YV-18: a constraint is told in the words that its model has for it")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            must '. > 1' { error-message m; error-app-tag t; } type uint8; | 1
            type uint8 { range 2..3 { error-message m; error-app-tag t; } } | 1
            type string { length 2..3 { error-message m; error-app-tag t; } } | 'a'
            type string { pattern 'b' { error-message m; error-app-tag t; } } | 'a'
            type binary { length 2..3 { error-message m; error-app-tag t; } } | 'AA=='
            type decimal64 { fraction-digits 1; range 2..3 { error-message m; error-app-tag t; } } | '1.0'
            """)
    void constraintIsToldInTheModelsWords(String statements, String value) {
        try (var target = new OneTarget("leaf a { " + statements + " }")) {
            assertThat(target.refusal(update("/a", value)))
                    .extracting(each -> each.path() + " " + each.message() + " " + each.appTag())
                    .containsExactly("/a m t");
        }
    }

    /** Wrong things, each of another kind or in another place. */
    private static final List<String> WRONG = List.of(
            "'must':1",
            "'when':1",
            "'leafref':'x'",
            "'union':'x'",
            "'identifier':'/m:absent'",
            "'choice-b':1",
            "'few':[1]",
            "'many':[1,2]",
            "'unique':[{'k':1,'u':1},{'k':2,'u':1}]",
            "'entries':[{'k':1,'v':1},{'k':2}]");

    private static final String MODEL = """
            leaf absent { type uint8; } leaf must { type uint8; must 'false()'; must '. > 1'; } leaf when { when '../absent'; type uint8; }
            leaf leafref { type leafref { path '../names'; } }
            leaf union { type union { type leafref { path '../names'; } type uint8; } } leaf-list names { type string; }
            leaf identifier { type instance-identifier; }
            choice c { case b { leaf choice-b { type uint8; } leaf choice-c { type uint8; mandatory true; } } }
            leaf-list few { type uint8; min-elements 2; } leaf-list many { type uint8; max-elements 1; }
            list unique { key k; unique u; leaf k { type uint8; } leaf u { type uint8; } }
            list entries { key k; leaf k { type uint8; } leaf v { type uint8; mandatory true; must 'false()'; } }
            """;

    @DisplayName("YV-28: every violation is told, in one order whatever the order of the data")
    @Test
    void everyViolationWhateverTheOrder() {
        try (var target = new OneTarget(MODEL)) {
            List<String> expected = texts(target.refusal(update("/", document(WRONG))));
            assertThat(expected)
                    .containsExactly(
                            "/choice-c mandatory",
                            "/entries[k=1]/v must",
                            "/entries[k=2]/v mandatory",
                            "/few min-elements",
                            "/identifier instance-identifier",
                            "/leafref leafref",
                            "/many max-elements",
                            "/must must",
                            "/must must",
                            "/union union",
                            "/unique[k=1] unique",
                            "/unique[k=2] unique",
                            "/when when");

            var random = new Random(28);
            for (int i = 0; i < 50; i++) {
                List<String> shuffled = new ArrayList<>(WRONG);
                Collections.shuffle(shuffled, random);

                assertThat(texts(target.refusal(update("/", document(shuffled)))))
                        .isEqualTo(expected);
                assertThat(texts(target.refusal(operations(shuffled)))).isEqualTo(expected);
            }
        }
    }

    private static String document(List<String> members) {
        return members.stream().collect(joining(",", "{", "}"));
    }

    private static Operation[] operations(List<String> members) {
        return members.stream().map(member -> update("/", "{" + member + "}")).toArray(Operation[]::new);
    }

    private static List<String> texts(List<Violation> violations) {
        return violations.stream().map(each -> each.path() + " " + each.rule()).toList();
    }
}
