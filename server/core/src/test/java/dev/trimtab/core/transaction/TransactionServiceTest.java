package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.TestServer.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.PathRule;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.target.Models;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransactionServiceTest {
    /** May write everything, and read everything but prices. */
    private static final Principal CLERK = new Principal("clerk", Set.of(), "password");

    private static final Principal GUEST = new Principal("guest", Set.of(), "password");
    private static final TargetId SHOP = new TargetId("shop");

    private static final Models MODELS = TestModels.all();

    private final TestServer server = new TestServer(MODELS, Plugins.NONE, TransactionServiceTest::decide);

    private static PolicyDecision decide(Principal principal, Action action, TargetId target) {
        if (principal.equals(CLERK) && action == Action.READ) {
            return new PolicyDecision(List.of(
                    new PathRule(PathRule.Effect.ALLOW, Path.ROOT),
                    new PathRule(PathRule.Effect.DENY, Path.parse("/item/price"))));
        }
        return principal.equals(CLERK) || principal.equals(ADMIN) ? PolicyDecision.EVERYTHING : PolicyDecision.NOTHING;
    }

    @BeforeEach
    void addTheShop() {
        server.commit(update(
                TargetId.SYSTEM, "/system/targets/target[name=shop]", "{\"model\":\"shop\",\"version\":\"1.0.0\"}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void committedChangeIsReadBack() {
        CommitResult result =
                server.commit(update("/item[name=pen]", "{\"price\":3,\"stock\":\"18446744073709551615\"}"));

        assertThat(result.index()).isEqualTo(2);
        assertThat(result.revisions()).containsExactly(Map.entry(SHOP, new Revision(1)));
        assertThat(read("/item[name=pen]"))
                .isEqualTo("{\"shop:name\":\"pen\",\"shop:price\":3,\"shop:stock\":\"18446744073709551615\"}");
    }

    @Test
    void replaceRemovesWhatItDoesNotStateAndUpdateKeepsIt() {
        server.commit(update("/item[name=pen]", "{\"price\":3,\"stock\":\"7\"}"));

        server.commit(update("/item[name=pen]", "{\"price\":4}"));
        assertThat(read("/item[name=pen]")).isEqualTo("{\"shop:name\":\"pen\",\"shop:price\":4,\"shop:stock\":\"7\"}");

        server.commit(new Operation.Replace(SHOP, Path.parse("/item[name=pen]"), json("{\"price\":5}")));
        assertThat(read("/item[name=pen]")).isEqualTo("{\"shop:name\":\"pen\",\"shop:price\":5}");
    }

    @Test
    void operationsApplyInOrderEachOnTopOfTheOneBefore() {
        server.commit(update("/item[name=pen]", "{\"price\":3,\"stock\":\"7\"}"));

        server.commit(delete("/item[name=pen]"), update("/item[name=pen]/price", "9"));

        assertThat(read("/item[name=pen]")).isEqualTo("{\"shop:name\":\"pen\",\"shop:price\":9}");
    }

    @Test
    void wildcardDeleteRemovesEveryMatchAndAnAbsentNodeIsNoError() {
        server.commit(update("/item[name=pen]", "{\"price\":3}"), update("/item[name=ink]", "{\"price\":4}"));

        server.commit(delete("/item[name=*]"));
        CommitResult again = server.commit(delete("/item[name=pen]"));

        assertThat(server.targets().require(SHOP).snapshot().revision()).isEqualTo(new Revision(2));
        assertThat(again.index()).isZero();
    }

    @Test
    void changeThatChangesNothingGetsNoTransaction() {
        server.commit(update("/item[name=pen]", "{\"price\":3}"));
        long before = server.store().lastIndex();

        CommitResult same = server.commit(update("/item[name=pen]", "{\"price\":3}"));

        assertThat(same.index()).isZero();
        assertThat(same.targets()).isEmpty();
        assertThat(server.store().lastIndex()).isEqualTo(before);
    }

    @Test
    void everyViolationIsReportedAndNothingIsStored() {
        long before = server.store().lastIndex();

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> server.commit(
                        update("/item[name=pen]", "{\"price\":-1,\"stock\":\"x\"}"),
                        update("/item[name=ink]", "{\"price\":1000001}")))
                .satisfies(e -> assertThat(e.failure())
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Failure.Invalid.class))
                        .satisfies(invalid -> assertThat(invalid.violations())
                                .extracting(v -> v.path().toString())
                                .containsExactlyInAnyOrder(
                                        "/item[name=pen]/price", "/item[name=pen]/stock", "/item[name=ink]/price")));
        assertThat(server.store().lastIndex()).isEqualTo(before);
    }

    @Test
    void constraintIsCheckedOnTheFinalStateOnly() {
        server.commit(update("/item[name=pen]", "{\"price\":3}"), update("/order[id=1]", "{\"item\":\"pen\"}"));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> server.commit(delete("/item[name=pen]")))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Invalid.class));
        server.commit(delete("/item[name=pen]"), delete("/order[id=1]"));

        assertThat(exists("/item[name=pen]")).isFalse();
    }

    @Test
    void operationThatFailsUndoesTheOnesBeforeIt() {
        for (int bad = 0; bad < 3; bad++) {
            List<Operation> operations = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                operations.add(update("/item[name=i" + i + "]/price", i == bad ? "\"dear\"" : "1"));
            }

            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> server.service().commit(new Command(ADMIN, operations)));
            assertThat(exists("/item[name=i0]")).isFalse();
            assertThat(exists("/item[name=i2]")).isFalse();
        }
    }

    @Test
    void transactionOverTwoTargetsIsOne() {
        addTarget("stall");
        TargetId stall = new TargetId("stall");

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> server.commit(
                        update("/item[name=pen]/price", "1"), update(stall, "/item[name=pen]/price", "-1")));
        assertThat(exists("/item[name=pen]")).isFalse();

        CommitResult both =
                server.commit(update("/item[name=pen]/price", "1"), update(stall, "/item[name=pen]/price", "1"));
        assertThat(both.revisions()).containsOnlyKeys(SHOP, stall);
    }

    @Test
    void targetCanBeAddedAndConfiguredInOneTransaction() {
        TargetId kiosk = new TargetId("kiosk");

        server.commit(
                update(kiosk, "/item[name=pen]/price", "1"),
                update(
                        TargetId.SYSTEM,
                        "/system/targets/target[name=kiosk]",
                        "{\"model\":\"shop\",\"version\":\"1.0.0\"}"));

        assertThat(server.targets().require(kiosk).snapshot().revision()).isEqualTo(new Revision(1));
    }

    @Test
    void removedTargetLosesItsConfigurationAndComesBackEmptyAtALaterRevision() {
        server.commit(update("/item[name=pen]/price", "1"));

        server.commit(new Operation.Delete(TargetId.SYSTEM, Path.parse("/system/targets/target[name=shop]")));
        assertThat(server.targets().find(SHOP)).isEmpty();

        addTheShop();
        assertThat(exists("/item[name=pen]")).isFalse();
        CommitResult result = server.commit(update("/item[name=ink]/price", "1"));
        assertThat(result.revisions()).containsExactly(Map.entry(SHOP, new Revision(3)));
    }

    @Test
    void targetWithAModelThatIsNotLoadedIsRefused() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> server.commit(update(
                        TargetId.SYSTEM,
                        "/system/targets/target[name=x]",
                        "{\"model\":\"none\",\"version\":\"1.0.0\"}")))
                .withMessageContaining("none 1.0.0");
        assertThat(server.targets().find(new TargetId("x"))).isEmpty();
    }

    @Test
    void expectedRevisionThatIsNotThePresentOneIsAConflictWithBoth() {
        server.commit(update("/item[name=pen]/price", "1"));
        var command = new Command(
                ADMIN, List.of(update("/item[name=pen]/price", "2")), "", "", Map.of(SHOP, new Revision(7)), false);

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> server.service().commit(command))
                .satisfies(e -> assertThat(e.failure())
                        .isEqualTo(new Failure.Conflict(SHOP, new Revision(7), new Revision(1))));
    }

    @Test
    void dryRunTellsTheEditsAndStoresNothing() {
        long before = server.store().lastIndex();

        CommitResult result = server.service()
                .commit(new Command(ADMIN, List.of(update("/item[name=pen]/price", "2")), "", "", Map.of(), true));

        assertThat(result.index()).isZero();
        assertThat(edits(result.targets())).hasSize(1);
        assertThat(server.store().lastIndex()).isEqualTo(before);
        assertThat(exists("/item[name=pen]")).isFalse();
    }

    @Test
    void sameIdempotencyKeyAnswersTheFirstResult() {
        var command =
                new Command(ADMIN, List.of(update("/item[name=pen]/price", "2")), "why", "key-1", Map.of(), false);

        CommitResult first = server.service().commit(command);
        server.commit(update("/item[name=pen]/price", "3"));
        CommitResult second = server.service().commit(command);

        assertThat(second.index()).isEqualTo(first.index());
        assertThat(read("/item[name=pen]/price")).isEqualTo("3");
    }

    @Test
    void principalWithoutRightsLearnsNothingOfATarget() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() ->
                        server.service().commit(new Command(GUEST, List.of(update("/item[name=pen]/price", "2")))))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(new Failure.NotFound("target shop does not exist")));
    }

    @Test
    void concurrentWritersAreSerialisedWithoutAGap() throws Exception {
        long writers = 16;
        int changes = 50;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                running.add(executor.submit(() -> {
                    for (int i = 0; i < changes; i++) {
                        server.commit(update("/item[name=w" + number + "]/price", Integer.toString(i + 1)));
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }

        assertThat(server.targets().require(SHOP).snapshot().revision()).isEqualTo(new Revision(writers * changes));
        for (int writer = 0; writer < writers; writer++) {
            assertThat(read("/item[name=w" + writer + "]/price")).isEqualTo(Integer.toString(changes));
        }
    }

    @Test
    void restartFromTheLogComesToTheSameTrees() {
        addTarget("gone");
        server.commit(
                update("/item[name=pen]", "{\"price\":3,\"stock\":\"7\"}"),
                update("/order[id=1]", "{\"item\":\"pen\"}"));
        server.commit(delete("/order[id=1]"), update(new TargetId("gone"), "/item[name=a]/price", "1"));
        server.commit(new Operation.Delete(TargetId.SYSTEM, Path.parse("/system/targets/target[name=gone]")));
        String before = read("/");

        server.restart();

        assertThat(read("/")).isEqualTo(before);
        assertThat(server.targets().require(SHOP).snapshot().revision()).isEqualTo(new Revision(2));
        assertThat(server.targets().find(new TargetId("gone"))).isEmpty();
        CommitResult next = server.commit(update("/item[name=pen]/price", "4"));
        assertThat(next.revisions()).containsExactly(Map.entry(SHOP, new Revision(3)));
    }

    @Test
    void valueThatWasAcceptedIsReadBackFromTheLogHoweverLongItIs() {
        String note = "x".repeat(25_000_000);
        server.commit(new Operation.Update(SHOP, Path.parse("/item[name=pen]/note"), new Value.Text(note)));

        server.restart();

        assertThat(read("/item[name=pen]/note")).hasSize(note.length() + 2);
    }

    @Test
    @DisplayName("MD-3: annotations of the root survive a restart")
    void annotationsSurviveARestart() {
        Path octets = Path.parse("/@/shop-notes:octets");
        server.commit(new Operation.Update(SHOP, octets, new Value.Binary(new byte[1 << 20])));
        server.commit(update("/item[name=pen]/price", "1"));

        server.restart();

        assertThat(read("/@/shop-notes:octets"))
                .isEqualTo("\"" + Base64.getEncoder().encodeToString(new byte[1 << 20]) + "\"");
        assertThat(read("/")).doesNotContain("@");
    }

    @Test
    void historyTellsWhoChangedWhatAndWhatWasThereBefore() {
        server.commit(update("/item[name=pen]/price", "1"));
        CommitResult result = server.commit(update("/item[name=pen]/price", "2"));

        var history = new History(server.store(), TransactionServiceTest::decide);
        Transaction transaction = history.require(ADMIN, result.index()).transaction();

        assertThat(transaction.principal()).isEqualTo("admin");
        assertThat(edits(transaction.targets()))
                .containsExactly(new Edit.Put(Path.parse("/item[name=pen]/price"), "2", "1"));
        assertThat(history.before(ADMIN, Long.MAX_VALUE, 10))
                .extracting(entry -> entry.transaction().index())
                .containsExactly(3L, 2L, 1L);
        assertThat(history.before(GUEST, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void dryRunTellsNothingOfWhatItsPrincipalMayNotRead() {
        server.commit(update("/item[name=pen]/price", "1"), update("/item[name=ink]/price", "5"));
        List<Operation> operations =
                List.of(update("/item[name=pen]/price", "2"), update("/item[name=pen]/note", "\"blue\""));

        CommitResult preview = server.service().commit(new Command(CLERK, operations, "", "", Map.of(), true));

        assertThat(edits(preview.targets()))
                .extracting(edit -> edit.path())
                .containsExactly(Path.parse("/item[name=pen]/note"));
        assertThat(read("/item[name=pen]/price")).isEqualTo("1");
    }

    private static List<Edit> edits(Map<TargetId, TargetChange> changes) {
        return Objects.requireNonNull(changes.get(SHOP)).edits();
    }

    private void addTarget(String name) {
        server.commit(update(
                TargetId.SYSTEM,
                "/system/targets/target[name=" + name + "]",
                "{\"model\":\"shop\",\"version\":\"1.0.0\"}"));
    }

    private static Operation update(String path, String json) {
        return update(SHOP, path, json);
    }

    private static Operation update(TargetId target, String path, String json) {
        return new Operation.Update(target, Path.parse(path), json(json));
    }

    private static Operation delete(String path) {
        return new Operation.Delete(SHOP, Path.parse(path));
    }

    private static Value json(String text) {
        return new Value.Json(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private boolean exists(String path) {
        return !new ReadService(server.targets(), TransactionServiceTest::decide)
                .read(ADMIN, Action.READ, SHOP)
                .find(Path.parse(path), Content.CONFIG, false)
                .isEmpty();
    }

    private String read(String path) {
        var target = new ReadService(server.targets(), TransactionServiceTest::decide).read(ADMIN, Action.READ, SHOP);
        Match match = target.require(Path.parse(path), Content.CONFIG);
        var plain = new JsonWriter.Options(true, false, Content.CONFIG, 0);
        return new String(target.json(match, plain), StandardCharsets.UTF_8);
    }
}
