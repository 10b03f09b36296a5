package dev.trimtab.core.southbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.target.ConnectionSettings;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.core.transaction.TestModels;
import dev.trimtab.core.transaction.TestServer;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

class SouthboundTest {
    private static final TargetId SHOP = new TargetId("shop");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String STATE = "/system/targets/target[name=shop]/state";
    private static final Models MODELS = TestModels.all();

    private final TestServer server = new TestServer(MODELS);
    private final List<FakeBackend> backends = new CopyOnWriteArrayList<>();
    private final Southbound southbound =
            new Southbound(server.store(), server.targets(), this::connect, Clock.systemUTC(), "server-1");

    private Backend connect(TargetId target, ConnectionSettings settings, Runnable onSession) {
        var backend =
                new FakeBackend(MODELS.require(new ModelId("shop", "1.0.0")).model(), settings, onSession);
        backends.add(backend);
        backend.connect(1);
        return backend;
    }

    @BeforeEach
    void addTheShop() {
        southbound.start();
        server.commit(update(TargetId.SYSTEM, "/system/targets/target[name=shop]", """
                {"model":"shop","version":"1.0.0","connection":{"address":"127.0.0.1","port":1,"tls":false}}"""));
        await().until(() -> "\"in-sync\"".equals(state("sync")));
    }

    @AfterEach
    void stop() {
        southbound.close();
        server.close();
    }

    @Test
    void newTargetGetsTheWholeConfiguration() {
        assertThat(backend().told()).containsExactly("+/ {}");
        assertThat(backend().changes().getFirst().term()).isEqualTo(1);
        assertThat(state("connection")).isEqualTo("\"connected\"");
        assertThat(state("term")).isEqualTo("\"1\"");
    }

    @Test
    void changeIsSentAsItsDifference() throws InterruptedException {
        applied(update("/item[name=pen]", "{\"price\":3,\"stock\":\"7\"}"));
        applied(update("/item[name=ink]/price", "4"));
        int before = backend().told().size();

        applied(update("/item[name=pen]/price", "5"), delete("/item[name=ink]"));

        assertThat(backend().told().subList(before, backend().told().size()))
                .containsExactly("-/item[name=ink]", "+/item[name=pen]/price 5");
        assertThat(backend().root()).isEqualTo(intended());
        assertThat(state("applied-revision")).isEqualTo("\"3\"");
        assertThat(state("intended-revision")).isEqualTo("\"3\"");
    }

    @Test
    void newSessionGetsTheWholeConfigurationAgain() throws InterruptedException {
        applied(update("/item[name=pen]/price", "3"));
        int before = backend().changes().size();

        backend().connect(0);
        await().until(() -> "\"unreachable\"".equals(state("sync")));
        backend().connect(2);

        await().until(() -> backend().changes().size() == before + 1);
        assertThat(backend().changes().getLast().replacements())
                .singleElement()
                .satisfies(one -> assertThat(one.path()).isEqualTo(Path.ROOT));
        await().until(() -> "\"in-sync\"".equals(state("sync")));
    }

    @Test
    void backendThatIsUnavailableIsTriedAgainWithGrowingPausesUntilItAgrees() throws InterruptedException {
        backend().failNext(unavailable("busy"), unavailable("busy"), unavailable("still busy"));
        int before = backend().changes().size();
        long start = System.nanoTime();

        CommitResult result = server.commit(update("/item[name=pen]/price", "3"));
        await().until(() -> "\"still busy\"".equals(state("last-error")));
        assertThat(state("sync")).isEqualTo("\"unreachable\"");
        List<TargetResult> answers = southbound.awaitResults(result.index(), result.revisions(), LONG);

        assertThat(answers).extracting(TargetResult::status).containsExactly(TargetResult.Status.APPLIED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(200 + 400 + 800));
        assertThat(backend().changes()).hasSize(before + 4);
        assertThat(backend().root()).isEqualTo(intended());
        await().until(() -> "\"in-sync\"".equals(state("sync")));
        assertThat(state("last-error")).isEmpty();
    }

    @Test
    void refusalIsTheResultAndTheStateWithTheBackendsReason() throws InterruptedException {
        backend().failNext(new BackendRefusedException("too dear"));

        List<TargetResult> answers = answers(update("/item[name=pen]/price", "3"));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(TargetResult.Status.REFUSED);
            assertThat(answer.message()).isEqualTo("too dear");
        });
        await().until(() -> "\"refused\"".equals(state("sync")));
        assertThat(state("last-error")).isEqualTo("\"too dear\"");
        assertThat(state("applied-revision")).isEqualTo("\"0\"");
        assertThat(state("intended-revision")).isEqualTo("\"1\"");
    }

    @Test
    void changeAfterARefusalTriesAgainAndThenTheRefusedOneCountsAsApplied() throws InterruptedException {
        backend().failNext(new BackendRefusedException("too dear"));
        CommitResult refused = server.commit(update("/item[name=pen]/price", "3"));
        southbound.awaitResults(refused.index(), refused.revisions(), LONG);

        applied(update("/item[name=ink]/price", "1"));

        assertThat(backend().root()).isEqualTo(intended());
        assertThat(TargetResult.of(refused.index(), refused.revisions(), server.store()))
                .extracting(TargetResult::status)
                .containsExactly(TargetResult.Status.APPLIED);
        await().until(() -> state("last-error").isEmpty());
    }

    @Test
    void secondRefusalIsTheResultOfBothChanges() throws InterruptedException {
        backend().failNext(new BackendRefusedException("too dear"), new BackendRefusedException("still too dear"));
        CommitResult first = server.commit(update("/item[name=pen]/price", "3"));
        southbound.awaitResults(first.index(), first.revisions(), LONG);

        List<TargetResult> second = answers(update("/item[name=pen]/price", "4"));

        assertThat(second).extracting(TargetResult::message).containsExactly("still too dear");
        await().untilAsserted(() -> assertThat(TargetResult.of(first.index(), first.revisions(), server.store()))
                .extracting(TargetResult::message)
                .containsExactly("still too dear"));
    }

    @Test
    void changesCommittedWhileOneIsSentAreSentNextAndTogether() throws InterruptedException {
        int before = backend().changes().size();
        backend().hold();
        server.commit(update("/item[name=pen]/price", "1"));
        await().until(() -> backend().changes().size() == before + 1);

        server.commit(update("/item[name=ink]/price", "2"));
        CommitResult last = server.commit(update("/item[name=pen]/price", "3"));
        backend().answer();
        southbound.awaitResults(last.index(), last.revisions(), LONG);

        assertThat(backend().root()).isEqualTo(intended());
        assertThat(backend().changes().size()).isBetween(before + 2, before + 3);
    }

    @Test
    void manyQuickChangesOfDifferentNodesAllArriveAsDifferences() throws InterruptedException {
        var random = new Random(20);
        applied(update("/item[name=pen]/price", "0"));
        int before = backend().changes().size();

        for (int i = 1; i <= 3000; i++) {
            String item = "/item[name=item-" + random.nextInt(300) + "]";
            server.commit(random.nextInt(4) == 0 ? delete(item) : update(item + "/price", Integer.toString(i)));
        }
        applied(update("/item[name=pen]/price", "1"));

        assertThat(backend().root()).isEqualTo(intended());
        assertThat(backend().changes().subList(before, backend().changes().size()))
                .flatExtracting(BackendChange::replacements)
                .extracting(BackendChange.Replacement::path)
                .doesNotContain(Path.ROOT);
    }

    @Test
    void moreChangesThanAreKeptDuringOneSetAreSentAsTheWholeConfiguration() throws InterruptedException {
        int before = backend().changes().size();
        backend().hold();
        server.commit(update("/item[name=pen]/price", "1"));
        await().until(() -> backend().changes().size() == before + 1);
        for (int i = 0; i < 1100; i++) {
            server.commit(update("/item[name=item-" + i + "]/price", "1"));
        }
        backend().answer();

        applied(update("/item[name=ink]/price", "2"));

        assertThat(backend().root()).isEqualTo(intended());
    }

    @Test
    void reconcilerThatFailsBeginsAgainWithTheWholeConfiguration() throws InterruptedException {
        backend().failNext(new IllegalStateException("a defect"));

        applied(update("/item[name=pen]/price", "1"));

        assertThat(backends).hasSize(2);
        assertThat(backends.getFirst().isClosed()).isTrue();
        assertThat(backend().root()).isEqualTo(intended());
    }

    @Test
    void removedTargetsConnectionIsClosedAndItsStateIsGone() {
        server.commit(new Operation.Delete(TargetId.SYSTEM, Path.parse("/system/targets/target[name=shop]")));

        await().until(() -> backend().isClosed());
        assertThat(targetsWithState()).isZero();
    }

    @Test
    void busyReconcilerOfARemovedTargetReportsNothingMore() {
        int before = backend().changes().size();
        backend().hold();
        server.commit(update("/item[name=pen]/price", "1"));
        await().until(() -> backend().changes().size() == before + 1);

        server.commit(new Operation.Delete(TargetId.SYSTEM, Path.parse("/system/targets/target[name=shop]")));
        backend().answer();

        await().until(() -> backend().isClosed());
        assertThat(targetsWithState()).isZero();
    }

    @Test
    void targetWhoseConnectionIsRemovedHasNoBackend() throws InterruptedException {
        CommitResult removed = server.commit(
                new Operation.Delete(TargetId.SYSTEM, Path.parse("/system/targets/target[name=shop]/connection")));

        await().until(() -> backend().isClosed());
        assertThat(removed.index()).isPositive();
        assertThat(southbound.drives(SHOP)).isFalse();
        assertThat(state("sync")).isEqualTo("\"none\"");
        assertThat(state("connection")).isEqualTo("\"none\"");
        assertThat(state("term")).isEmpty();
        assertThat(answers(update("/item[name=pen]/price", "1"))).isEmpty();
    }

    @Test
    void otherConnectionSettingsMakeAnotherConnectionWithAHigherTerm() throws InterruptedException {
        applied(update("/item[name=pen]/price", "1"));

        server.commit(update(TargetId.SYSTEM, "/system/targets/target[name=shop]/connection/port", "2"));
        await().until(() -> backends.size() == 2 && !backend().changes().isEmpty());
        applied(update("/item[name=pen]/price", "2"));

        assertThat(backends.getFirst().isClosed()).isTrue();
        assertThat(backend().settings().port()).isEqualTo(2);
        assertThat(backend().changes()).extracting(BackendChange::term).containsOnly(2L);
        assertThat(backend().root()).isEqualTo(intended());
    }

    @Test
    void resultsAreThereAsSoonAsAllHaveAnsweredAndAtTheLimitWhatThereIs() throws InterruptedException {
        long start = System.nanoTime();
        assertThat(answers(update("/item[name=pen]/price", "1"))).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));

        backend().hold();
        CommitResult held = server.commit(update("/item[name=pen]/price", "2"));
        start = System.nanoTime();
        assertThat(southbound.awaitResults(held.index(), held.revisions(), Duration.ofMillis(200)))
                .isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(199));
        backend().answer();
    }

    private FakeBackend backend() {
        return backends.getLast();
    }

    private Optional<NormalizedNode> intended() {
        return server.targets().require(SHOP).snapshot().read(YangInstanceIdentifier.of());
    }

    private void applied(Operation... operations) throws InterruptedException {
        assertThat(answers(operations)).extracting(TargetResult::status).containsExactly(TargetResult.Status.APPLIED);
        await().until(() -> "\"in-sync\"".equals(state("sync")));
    }

    private List<TargetResult> answers(Operation... operations) throws InterruptedException {
        CommitResult result = server.commit(operations);
        return southbound.awaitResults(result.index(), result.revisions(), LONG);
    }

    /** A leaf of the target's state as JSON; empty where it is not there. */
    private String state(String leaf) {
        var view = server.targets().require(TargetId.SYSTEM);
        Instance at = PathResolver.resolve(view.model(), Path.parse(STATE + "/" + leaf));
        var plain = new JsonWriter.Options(true, false, Content.STATE, 0);
        return view.read(at.id(), Content.STATE)
                .map(node ->
                        new String(JsonWriter.write(at.schema(), node, plain, Visibility.ALL), StandardCharsets.UTF_8))
                .orElse("");
    }

    private long targetsWithState() {
        var view = server.targets().require(TargetId.SYSTEM);
        Instance root = PathResolver.resolve(view.model(), Path.ROOT);
        List<Match> entries = PathResolver.expand(
                view.model(),
                Path.parse("/system/targets/target[name=*]"),
                view.read(root.id(), Content.STATE).orElse(null));
        return entries.size();
    }

    private static BackendUnavailableException unavailable(String reason) {
        return new BackendUnavailableException(reason);
    }

    private static Operation update(String path, String json) {
        return update(SHOP, path, json);
    }

    private static Operation update(TargetId target, String path, String json) {
        return new Operation.Update(
                target, Path.parse(path), new Value.Json(json.getBytes(StandardCharsets.UTF_8), true));
    }

    private static Operation delete(String path) {
        return new Operation.Delete(SHOP, Path.parse(path));
    }
}
