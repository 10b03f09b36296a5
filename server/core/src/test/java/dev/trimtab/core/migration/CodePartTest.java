package dev.trimtab.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.MigrationRule;
import dev.trimtab.model.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The code of a migration does what a plan cannot, and cannot do it silently. */
class CodePartTest {
    private final Versions versions = Versions.of(
            "leaf a { type string; } leaf b { type string; } leaf stays { type string; }",
            "leaf ab { type string; } leaf stays { type string; }");

    private List<String> migrate(String json, UnaryOperator<Migration.Completed> edit, String newConfig) {
        MigrationPlan plan = versions.plan(
                new MigrationRule.LeaveToCode(Path.parse("/a")), new MigrationRule.LeaveToCode(Path.parse("/b")));
        var migration = new Migration() {
            @Override
            public MigrationPlan plan() {
                return plan;
            }

            @Override
            public Completed complete(Unfinished unfinished) {
                assertThat(unfinished.target()).isEqualTo(Versions.TARGET);
                assertThat(unfinished.oldConfig().replace('"', '\'')).isEqualTo(json);
                return edit.apply(new Completed(newConfig.replace('\'', '"'), List.of(), List.of()));
            }
        };
        var migrator = Migrator.compile(versions.old(), versions.now(), migration);
        return versions.lines(migrator.migrate(Versions.TARGET, Versions.read(versions.old(), json)));
    }

    @Test
    void whatCodeAccountsForIsAsItSays() {
        var note = MigrationNote.lost(Path.parse("/b"), "2", "a says it all");

        assertThat(migrate(
                        "{'m:a':'1','m:b':'2','m:stays':'s'}",
                        done -> new Migration.Completed(
                                done.newConfig(),
                                List.of(note),
                                List.of(new Migration.Carried(Path.parse("/a"), Path.parse("/ab")))),
                        "{'m:ab':'1','m:stays':'s'}"))
                .containsExactly("{'m:ab':'1','m:stays':'s'}", "lost /b: '2'; a says it all");
    }

    @Test
    void whatCodeDoesNotMentionIsNamedAllTheSame() {
        assertThat(migrate("{'m:a':'1','m:b':'2','m:stays':'s'}", done -> done, "{'m:ab':'3'}"))
                .containsExactly(
                        "{'m:ab':'3'}",
                        "lost /a: '1'; the migration's code has no place for it",
                        "lost /b: '2'; the migration's code has no place for it",
                        "lost /stays: 's'; the migration's code removed it",
                        "invented /ab: '3'; the migration's code put it there");
    }

    @Test
    void whatCodeSaysIsCarriedAndIsNotIsChanged() {
        assertThat(migrate(
                        "{'m:a':'1'}",
                        done -> new Migration.Completed(
                                done.newConfig(),
                                List.of(),
                                List.of(new Migration.Carried(Path.parse("/a"), Path.parse("/ab")))),
                        "{'m:ab':'2'}"))
                .containsExactly("{'m:ab':'2'}", "changed /a -> /ab: '1' -> '2'; the migration's code put it there");
    }

    @Test
    void whatCodeMakesMustFitTheNewVersion() {
        assertThat(migrate("{'m:a':'1'}", done -> done, "{'m:a':'1'}"))
                .singleElement()
                .asString()
                .startsWith("refused /m:a: ");
    }
}
