package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.TestServer.ADMIN;
import static dev.trimtab.core.transaction.TestServer.update;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.TargetView;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;

/** A target gets another version of its model, and its configuration with it, in one transaction like any. */
class MigrationInTransactionsTest {
    private static final Principal WRITER = new Principal("writer", Set.of("operator"), "password");
    private static final TargetId TARGET = new TargetId("t");
    private static final Path VERSION = Path.parse("/system/targets/target[name=t]/version");
    /** What 1.0.0 calls colour is gone in 2.0.0, where size has a bound and every box needs a label. */
    private static final Models MODELS = TestModels.versions(
            "m",
            Map.of(
                    "1.0.0",
                    "module m { yang-version 1.1; namespace 'urn:m'; prefix m; import ietf-yang-metadata { prefix md; }"
                            + " md:annotation seen { type uint16; } md:annotation by { type string; }"
                            + " list box { key name; leaf name { type string; }"
                            + " leaf size { type uint16; } leaf colour { type string; } } }",
                    "2.0.0",
                    "module m { yang-version 1.1; namespace 'urn:m'; prefix m; import ietf-yang-metadata { prefix md; }"
                            + " md:annotation seen { type uint8; } md:annotation by { type string; }"
                            + " list box { key name; leaf name { type string; }"
                            + " leaf size { type uint16 { range '0..100'; } } leaf weight { type uint8; } } }",
                    "3.0.0",
                    "module m { yang-version 1.1; namespace 'urn:m'; prefix m; list box { key name; leaf name { type string; }"
                            + " leaf size { type uint16; } leaf label { type string; mandatory true; } } }"));

    private final TestServer server = new TestServer(MODELS, Plugins.NONE, MigrationInTransactionsTest::decide);

    private static PolicyDecision decide(Principal principal, Action action, TargetId target) {
        return principal.equals(WRITER) && action == Action.ROLLBACK
                ? PolicyDecision.NOTHING
                : PolicyDecision.EVERYTHING;
    }

    @BeforeEach
    void configure() {
        commit(
                update(TargetId.SYSTEM, "/system/targets/target[name=t]", "{\"model\":\"m\",\"version\":\"1.0.0\"}"),
                update(TARGET, "/box[name=a]", "{\"size\":7,\"colour\":\"red\"}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void targetIsMigratedByAChangeOfItsVersion() {
        CommitResult result = commit(version("2.0.0"));

        assertThat(model()).isEqualTo("2.0.0");
        assertThat(config()).isEqualTo("{\"m:box\":[{\"name\":\"a\",\"size\":7}]}");
        assertThat(notes(result)).containsExactly("lost /box[name=a]/colour");
        assertThat(commit(update(TARGET, "/box[name=a]/weight", "5")).index()).isEqualTo(result.index() + 1);
        server.restart();
        assertThat(config()).contains("\"size\":7", "\"weight\":5");
    }

    @Test
    @DisplayName(
            "MD-2: a migration carries annotations over with the nodes that stay, and a rollback brings back the others")
    void annotationsAreMigratedWithTheirNodes() {
        commit(update(
                TARGET,
                "/",
                "{\"@\":{\"m:by\":\"me\",\"m:seen\":300},\"m:box\":[{\"@\":{\"m:seen\":300,\"m:by\":\"a\"},\"name\":\"a\","
                        + "\"size\":7,\"@size\":{\"m:seen\":1},\"colour\":\"red\",\"@colour\":{\"m:seen\":2}}]}"));
        String before = annotated();

        CommitResult result = commit(version("2.0.0"));

        assertThat(annotated())
                .isEqualTo("{\"@\":{\"m:by\":\"me\"},\"m:box\":[{\"@\":{\"m:by\":\"a\"},\"name\":\"a\",\"size\":7,"
                        + "\"@size\":{\"m:seen\":1}}]}");
        assertThat(notes(result))
                .containsExactlyInAnyOrder(
                        "lost /box[name=a]/colour",
                        "lost /@/m:seen",
                        "lost /@below[node=/box[name=a\\]]/m:seen",
                        "lost /@below[node=/box[name=a\\]/colour]/m:seen");
        server.service().rollBack(ADMIN, result.index(), "", false);
        assertThat(annotated()).isEqualTo(before);
    }

    private String annotated() {
        var snapshot = server.targets().require(TARGET).snapshot();
        var root = snapshot.read(YangInstanceIdentifier.of()).orElseThrow();
        var options = JsonWriter.Options.STRICT.withAnnotations();
        return new String(
                JsonWriter.write(snapshot.model().root(), root, options, Visibility.ALL), StandardCharsets.UTF_8);
    }

    @Test
    void dryRunNamesWhatWouldBeLostAndChangesNothing() {
        CommitResult result = commit(true, version("2.0.0"));

        assertThat(notes(result)).containsExactly("lost /box[name=a]/colour");
        assertThat(model()).isEqualTo("1.0.0");
        assertThat(config()).contains("red");
    }

    @Test
    void migrationThatIsNotValidInTheNewVersionIsRefused() {
        var refusal = refusal(version("3.0.0"));

        assertThat(refusal)
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(violation -> violation.path() + " " + violation.rule())
                                .containsExactly("/box[name=a]/label mandatory"));
        assertThat(model()).isEqualTo("1.0.0");
        assertThat(config()).contains("red");
    }

    @Test
    void whatTheNewVersionNeedsComesWithTheSameCommand() {
        commit(version("3.0.0"), update(TARGET, "/box[name=a]/label", "\"x\""));

        assertThat(model()).isEqualTo("3.0.0");
        assertThat(config()).contains("\"label\":\"x\"", "\"size\":7");
    }

    @Test
    void migrationIsRolledBackToTheValueWithEverythingThatWasLost() {
        long index = commit(version("2.0.0")).index();

        server.service().rollBack(ADMIN, index, "", false);

        assertThat(model()).isEqualTo("1.0.0");
        assertThat(config()).contains("\"colour\":\"red\"", "\"size\":7");
        server.restart();
        assertThat(model()).isEqualTo("1.0.0");
        assertThat(config()).contains("\"colour\":\"red\"", "\"size\":7");
    }

    @Test
    void migrationIsNotRolledBackOverALaterChange() {
        long index = commit(version("2.0.0")).index();
        commit(update(TARGET, "/box[name=b]", "{}"));

        var failure = catchThrowableOfType(
                FailureException.class, () -> server.service().rollBack(ADMIN, index, "", false));

        assertThat(failure.failure()).isInstanceOf(Failure.FailedPrecondition.class);
        assertThat(failure).hasMessageContaining("target t has changed since transaction " + index);
        assertThat(model()).isEqualTo("2.0.0");
    }

    @Test
    void rollbackNeedsTheRightToRollBack() {
        long index = commit(update(TARGET, "/box[name=b]", "{}")).index();

        var failure = catchThrowableOfType(
                FailureException.class, () -> server.service().rollBack(WRITER, index, "", false));

        assertThat(failure.failure()).isInstanceOf(Failure.Denied.class);
        assertThat(config()).contains("\"b\"");
    }

    @Test
    void rollbackUndoesWhatOneTransactionChangedAndKeepsTheRest() {
        long index = commit(
                        update(TARGET, "/box[name=a]", "{\"size\":8}"),
                        update(TARGET, "/box[name=b]", "{}"),
                        new Operation.Delete(TARGET, Path.parse("/box[name=a]/colour")))
                .index();
        commit(update(TARGET, "/box[name=c]", "{\"size\":1}"));

        CommitResult undone = server.service().rollBack(ADMIN, index, "", false);

        assertThat(config())
                .contains("\"size\":7", "\"colour\":\"red\"", "\"c\"")
                .doesNotContain("\"b\"");
        assertThat(TransactionCodec.decode(
                                server.store().read(undone.index(), 1).getFirst())
                        .comment())
                .isEqualTo("rollback of transaction " + index);
    }

    @Test
    void rollbackOfARemovedTargetBringsItBack() {
        long index = commit(new Operation.Delete(TargetId.SYSTEM, Path.parse("/system/targets/target[name=t]")))
                .index();
        assertThat(server.targets().find(TARGET)).isEmpty();

        server.service().rollBack(ADMIN, index, "", false);

        assertThat(config()).contains("red");
    }

    @Test
    void rollbackOfWhatHasChangedSinceNamesIt() {
        long index = commit(update(TARGET, "/box[name=a]/size", "8")).index();
        commit(update(TARGET, "/box[name=a]/size", "9"));

        var failure = catchThrowableOfType(
                FailureException.class, () -> server.service().rollBack(ADMIN, index, "", false));

        assertThat(failure).hasMessageContaining("/box[name=a]/size of target t has changed since");
    }

    @Test
    void followersSeeOneChangeFromTheOldConfigurationToTheNewOne() throws InterruptedException {
        long before = server.targets().feed().last();

        commit(version("2.0.0"));

        var batch = (ChangeFeed.Batch.Changes) server.targets().feed().after(before, Duration.ofSeconds(5));
        assertThat(batch.changes().stream().filter(change -> change.target().equals(TARGET)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.comparable()).isEmpty();
                    assertThat(shown(requireNonNull(change.before())))
                            .isEqualTo("1.0.0 {\"m:box\":[{\"name\":\"a\",\"size\":7,\"colour\":\"red\"}]}");
                    assertThat(change.edits())
                            .extracting(edit -> edit.path())
                            .containsExactly(Path.parse("/box[name=a]"));
                    assertThat(shown(change.view())).isEqualTo("2.0.0 {\"m:box\":[{\"name\":\"a\",\"size\":7}]}");
                });
    }

    private static String shown(TargetView view) {
        return view.model().id().version() + " " + json(view.snapshot());
    }

    private CommitResult commit(Operation... operations) {
        return commit(false, operations);
    }

    private CommitResult commit(boolean dryRun, Operation... operations) {
        return server.service().commit(new Command(ADMIN, List.of(operations), "", "", Map.of(), dryRun));
    }

    private Failure refusal(Operation... operations) {
        return catchThrowableOfType(FailureException.class, () -> commit(operations))
                .failure();
    }

    private static Operation version(String version) {
        return new Operation.Update(TargetId.SYSTEM, VERSION, new Value.Text(version));
    }

    private static List<String> notes(CommitResult result) {
        return requireNonNull(result.targets().get(TARGET)).migrated().orElseThrow().notes().stream()
                .map(note -> note.kind().name().toLowerCase(Locale.ROOT) + " " + place(note))
                .toList();
    }

    private static Path place(MigrationNote note) {
        return requireNonNull(note.from() == null ? note.to() : note.from());
    }

    private String model() {
        ModelId id = server.targets().require(TARGET).model().id();
        return id.version();
    }

    private String config() {
        return json(server.targets().require(TARGET).snapshot());
    }

    private static String json(dev.trimtab.core.target.TargetSnapshot snapshot) {
        var strict = new JsonWriter.Options(true, false, Content.CONFIG, 0);
        return snapshot.read(YangInstanceIdentifier.of())
                .map(root -> JsonWriter.write(snapshot.model().root(), root, strict, Visibility.ALL))
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElse("{}");
    }
}
