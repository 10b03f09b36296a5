package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.OneTarget.delete;
import static dev.trimtab.core.transaction.OneTarget.replace;
import static dev.trimtab.core.transaction.OneTarget.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.Edit;
import dev.trimtab.model.Violation;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of data whose condition a transaction makes untrue. */
class WhenInTransactionsTest {

    /** A condition on mode on each kind of statement, the data under it, and what is left when the mode changes. */
    @DisplayName("YV-19: data that was there and may not exist any more goes with the change")
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            leaf x { when '../mode = 1'; type string; } | 'x':'a' | {'mode':2}
            leaf-list x { when '../mode = 1'; type string; } | 'x':['a','b'] | {'mode':2}
            leaf-list x { when '../mode = 1 or . = "b"'; type string; } | 'x':['a','b'] | {'mode':2,'x':['b']}
            leaf-list x { when '../mode = 1 or . = "c"'; type string; } | 'x':['a','b'] | {'mode':2}
            container x { when '../mode = 1'; leaf y { type string; } } | 'x':{'y':'a'} | {'mode':2}
            container x { presence p; when '../mode = 1'; } | 'x':{} | {'mode':2}
            list x { when '../mode = 1 or y = "b"'; key y; leaf y { type string; } } | 'x':[{'y':'a'},{'y':'b'}] | {'mode':2,'x':[{'y':'b'}]}
            list x { when '../mode = 1'; key y; leaf y { type string; } } | 'x':[{'y':'a'},{'y':'b'}] | {'mode':2}
            choice c { when 'mode = 1'; leaf x { type string; } leaf y { type string; } } | 'x':'a' | {'mode':2}
            choice c { case d { when 'mode = 1'; leaf x { type string; } leaf y { type string; } } } | 'x':'a','y':'b' | {'mode':2}
            uses g { when 'mode = 1'; } grouping g { leaf x { type string; } container y { leaf z { type string; } } } | 'x':'a','y':{'z':'b'} | {'mode':2}
            container x { leaf k { type string; } } augment '/x' { when '../mode = 1'; leaf y { type string; } } | 'x':{'k':'a','y':'b'} | {'mode':2,'x':{'k':'a'}}
            leaf x { when '../mode = 1'; type string; } leaf y { when '../x'; type string; } leaf z { when '../y'; type string; } | 'x':'a','y':'b','z':'c' | {'mode':2}
            leaf x { when '../mode = 1'; type string; } leaf y { when 'not(../x)'; type string; default d; } leaf z { when '../y'; type string; } | 'x':'a' | {'mode':2}
            """)
    void dataGoesWithItsCondition(String statements, String data, String left) {
        try (var target = new OneTarget("leaf mode { type uint8; } " + statements)) {
            target.commit(replace("/", "{'mode':1," + data + "}"));

            target.commit(update("/mode", "2"));

            assertThat(target.read()).isEqualTo(left);
            target.restart();
            assertThat(target.read()).isEqualTo(left);
        }
    }

    @Test
    @DisplayName("YV-19: what goes is among the edits of the transaction")
    void whatGoesIsTold() {
        try (var target = new OneTarget("leaf mode { type uint8; } leaf x { when '../mode = 1'; type string; }")) {
            target.commit(replace("/", "{'mode':1,'x':'a'}"));

            CommitResult result = target.commit(update("/mode", "2"));

            assertThat(result.targets().values())
                    .singleElement()
                    .satisfies(change -> assertThat(change.edits())
                            .extracting(edit -> edit.getClass().getSimpleName() + " " + edit.path())
                            .containsExactly("Delete /x", "Put /mode"));
            assertThat(edits(result)).first().isInstanceOf(Edit.Delete.class);
        }
    }

    @DisplayName("YV-19: what a change writes itself under a condition that is not true is refused")
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /x  | {'y':'b'}
            /x/y | 'b'
            /   | {'x':{'y':'a'}}
            /x/w | {}
            """)
    void whatIsWrittenUnderAFalseConditionIsRefused(String path, String json) {
        String body = "leaf mode { type uint8; } container x { when '../mode = 1'; leaf y { type string; } "
                + "container w { presence p; } }";
        try (var target = new OneTarget(body)) {
            target.commit(replace("/", "{'mode':1,'x':{'y':'a'}}"));

            List<Violation> refusal = target.refusal(update(path, json), update("/mode", "2"));

            assertThat(refusal)
                    .extracting(each -> each.path() + " " + each.rule())
                    .containsExactly("/x when");
            assertThat(target.read()).isEqualTo("{'mode':1,'x':{'y':'a'}}");
        }
    }

    @Test
    @DisplayName("YV-19: what is left is validated after the data has gone")
    void whatIsLeftIsValidated() {
        String body = "leaf mode { type uint8; } leaf x { when '../mode = 1'; type string; } "
                + "leaf y { type string; must '../x'; }";
        try (var target = new OneTarget(body)) {
            target.commit(replace("/", "{'mode':1,'x':'a','y':'b'}"));

            assertThat(target.refusal(update("/mode", "2")))
                    .extracting(Violation::rule)
                    .containsExactly("must");
            target.commit(update("/mode", "2"), delete("/y"));

            assertThat(target.read()).isEqualTo("{'mode':2}");
        }
    }

    @Test
    @DisplayName("YV-16: a wrong number of entries is told with its path, beside every other violation")
    void countsAreToldWithEverythingElse() {
        String body = "leaf-list few { type string; min-elements 2; } "
                + "list many { key k; max-elements 1; leaf k { type string; } } leaf even { type uint8; must '. mod 2 = 0'; }";
        try (var target = new OneTarget(body)) {
            assertThat(target.refusal(replace("/", "{'few':['a'],'many':[{'k':'a'},{'k':'b'}],'even':3}")))
                    .extracting(each -> each.path() + " " + each.rule() + " " + each.appTag())
                    .containsExactly(
                            "/even must must-violation",
                            "/few min-elements too-few-elements",
                            "/many max-elements too-many-elements");
        }
    }

    private static List<Edit> edits(CommitResult result) {
        return result.targets().values().iterator().next().edits();
    }
}
