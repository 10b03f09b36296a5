package dev.trimtab.core.transaction;

import static dev.trimtab.core.transaction.TestServer.ADMIN;
import static dev.trimtab.core.transaction.TestServer.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.plugin.Plugin;
import dev.trimtab.model.ChangedNode;
import dev.trimtab.model.Migration;
import dev.trimtab.model.Path;
import dev.trimtab.model.PickedValue;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a model's code is asked about a change, when, and what its answers do. */
class PluginValidationTest {
    private static final TargetId SHOP = new TargetId("shop");
    private static final TargetId OTHER = new TargetId("other");

    private final List<ChangedNode> asked = new CopyOnWriteArrayList<>();
    private Function<TargetId, List<Violation>> answer = _ -> List.of();
    private boolean away;

    private final TestServer server = new TestServer(
            TestModels.all(),
            model -> model.name().equals("shop") ? Optional.of(new ShopPlugin()) : Optional.empty(),
            (_, _, _) -> PolicyDecision.EVERYTHING);

    /** The code of the model shop, which looks at items; any two are the same. */
    private final class ShopPlugin implements Plugin {
        @Override
        public List<Migration> migrations() {
            return List.of();
        }

        @Override
        public void requireAvailable() {
            if (away) {
                throw new Failure.Unavailable("the shop's plugin", Duration.ofSeconds(1)).asException();
            }
        }

        @Override
        public Set<Path> validated() {
            return Set.of(Path.parse("/item"));
        }

        @Override
        public Set<Path> picked() {
            return Set.of();
        }

        @Override
        public List<Violation> validate(TargetId target, List<ChangedNode> changed) {
            asked.addAll(changed);
            return answer.apply(target);
        }

        @Override
        public List<PickedValue> pick(TargetId target, Path leaf, String prefix, int limit, String config) {
            throw new IllegalStateException("not asked here");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ShopPlugin;
        }

        @Override
        public int hashCode() {
            return ShopPlugin.class.hashCode();
        }
    }

    @BeforeEach
    void addTargets() {
        for (TargetId target : List.of(SHOP, OTHER)) {
            server.commit(update(TargetId.SYSTEM, "/system/targets/target[name=" + target + "]", """
                    {"model":"shop","version":"1.0.0"}"""));
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachChangedEntryIsShownAsItWasAndAsItWillBe() {
        server.commit(
                update(SHOP, "/item[name=pen]", "{\"price\":3}"), update(SHOP, "/item[name=ink]", "{\"price\":4}"));
        assertThat(asked)
                .extracting(ChangedNode::before, ChangedNode::after)
                .containsExactlyInAnyOrder(
                        tuple(null, "{\"shop:name\":\"pen\",\"shop:price\":3}"),
                        tuple(null, "{\"shop:name\":\"ink\",\"shop:price\":4}"));

        asked.clear();
        server.commit(update(SHOP, "/item[name=pen]/price", "5"));
        assertThat(asked)
                .containsExactly(new ChangedNode(
                        Path.parse("/item[name=pen]"),
                        "{\"shop:name\":\"pen\",\"shop:price\":3}",
                        "{\"shop:name\":\"pen\",\"shop:price\":5}"));

        asked.clear();
        server.commit(new Operation.Delete(SHOP, Path.ROOT));
        assertThat(asked)
                .allMatch(node -> node.after() == null)
                .extracting(node -> node.path().toString())
                .containsExactlyInAnyOrder("/item[name=ink]", "/item[name=pen]");
    }

    @Test
    void changeOfSomethingElseAsksNothing() {
        server.commit(update(SHOP, "/item[name=pen]", "{\"price\":3}"));
        asked.clear();

        server.commit(update(SHOP, "/order[id=1]", "{\"item\":\"pen\"}"));

        assertThat(asked).isEmpty();
    }

    @Test
    void whatThePluginSaysAgainstAChangeRefusesItAndADryRunToo() {
        var violation = new Violation(Path.parse("/item[name=pen]"), "stock", null, "no pens", null);
        answer = _ -> List.of(violation);

        assertThat(failure(update(SHOP, "/item[name=pen]", "{\"price\":3}")))
                .isEqualTo(new Failure.Invalid(SHOP, List.of(violation)));
        assertThat(server.targets().require(SHOP).snapshot().revision().value()).isZero();
        FailureException dry = catchThrowableOfType(
                FailureException.class,
                () -> server.service()
                        .commit(new Command(
                                ADMIN,
                                List.of(update(SHOP, "/item[name=pen]", "{\"price\":3}")),
                                "",
                                "",
                                Map.of(),
                                true)));
        assertThat(dry.failure()).isInstanceOf(Failure.Invalid.class);
    }

    @Test
    void whatTheModelItselfRefusesIsNotAsked() {
        assertThat(failure(update(SHOP, "/item[name=pen]", "{\"price\":-3}"))).isInstanceOf(Failure.Invalid.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void targetOfAModelWhosePluginIsAwayIsReadOnlyAndCanBeRemoved() {
        server.commit(update(SHOP, "/item[name=pen]", "{\"price\":3}"));
        away = true;

        assertThat(failure(update(SHOP, "/item[name=pen]/price", "4"))).isInstanceOf(Failure.Unavailable.class);
        server.commit(new Operation.Delete(TargetId.SYSTEM, Path.parse("/system/targets/target[name=shop]")));

        assertThat(server.targets().find(SHOP)).isEmpty();
    }

    @Test
    void whileThePluginThinksOtherChangesGoOnAndTheOneItThinksOfIsJudgedAnew() throws Exception {
        var thinks = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        answer = target -> {
            if (target.equals(SHOP) && thinks.getCount() > 0) {
                thinks.countDown();
                await(done);
            }
            return List.of();
        };

        var slow = CompletableFuture.supplyAsync(() -> server.commit(update(SHOP, "/item[name=pen]", "{\"price\":3}")));
        await(thinks);
        server.commit(update(OTHER, "/item[name=ink]", "{\"price\":4}"));
        server.commit(
                update(SHOP, "/order[id=1]", "{\"item\":\"pen\"}"),
                update(SHOP, "/item[name=pen]", "{\"stock\":\"1\"}"));
        done.countDown();

        slow.get(20, TimeUnit.SECONDS);
        assertThat(asked.getLast().before()).isEqualTo("{\"shop:name\":\"pen\",\"shop:stock\":\"1\"}");
        assertThat(server.targets().require(SHOP).snapshot().revision().value()).isEqualTo(2);
    }

    @Test
    void changeWhoseGroundMovesAgainAndAgainEndsInAConflict() {
        var moving = new AtomicBoolean();
        answer = _ -> {
            if (moving.compareAndSet(false, true)) {
                server.commit(update(SHOP, "/item[name=pen]/stock", "\"" + asked.size() + "\""));
                moving.set(false);
            }
            return List.of();
        };

        assertThat(failure(update(SHOP, "/item[name=pen]", "{\"price\":3}"))).isInstanceOf(Failure.Conflict.class);
        assertThat(asked).hasSizeLessThan(50);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Failure failure(Operation... operations) {
        return catchThrowableOfType(FailureException.class, () -> server.commit(operations))
                .failure();
    }
}
