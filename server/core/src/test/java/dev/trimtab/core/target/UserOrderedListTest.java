package dev.trimtab.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trimtab.core.target.ChangeFeed.Batch;
import dev.trimtab.core.transaction.TestModels;
import dev.trimtab.core.transaction.TestServer;
import dev.trimtab.model.TargetId;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.UserMapNode;

/** Each change of a list that its user orders makes a copy of it, and a follower may want the trees before and after each change. */
class UserOrderedListTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final TargetId TARGET = new TargetId("t");
    private static final int ENTRIES = 2000;
    private static final int CHANGES = 200;
    /** Room for ten copies and a half. */
    private static final long OCTETS = ENTRIES * 48 * 105 / 10;

    private final ChangeFeed feed = new ChangeFeed(CHANGES, OCTETS);
    private final TestServer server = new TestServer(TestModels.with("m", """
                    module m {
                      yang-version 1.1;
                      namespace "urn:m";
                      prefix m;
                      list l {
                        key k;
                        ordered-by user;
                        leaf k { type int32; }
                        leaf v { type int32; }
                      }
                      leaf light { type int32; }
                    }
                    """), feed);

    @BeforeEach
    void fill() {
        server.commit(TestServer.update(
                TargetId.SYSTEM, "/system/targets/target[name=t]", "{\"model\":\"m\",\"version\":\"1.0.0\"}"));
        server.commit(TestServer.update(
                TARGET,
                "/",
                IntStream.range(0, ENTRIES)
                        .mapToObj(i -> "{\"k\":" + i + ",\"v\":0}")
                        .collect(Collectors.joining(",", "{\"l\":[", "]}"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onlySoManyCopiesAreHeldAndWhoLagsIsTold() throws InterruptedException {
        long before = feed.last();
        List<WeakReference<UserMapNode>> copies = new ArrayList<>();
        for (int i = 1; i <= CHANGES; i++) {
            change(i);
            copies.add(new WeakReference<>(list()));
        }

        await().untilAsserted(() -> {
            System.gc();
            assertThat(copies.stream().filter(copy -> copy.get() != null)).hasSizeBetween(2, 12);
        });
        assertThat(feed.after(before, LONG)).isInstanceOf(Batch.Lagged.class);
        assertThat(changes(feed.after(feed.last() - 9, LONG))).hasSize(9);
    }

    @Test
    void changesElsewhereAreHeldAllTheSame() throws InterruptedException {
        long before = feed.last();
        for (int i = 1; i <= CHANGES / 2; i++) {
            server.commit(TestServer.update(TARGET, "/light", Integer.toString(i)));
        }

        assertThat(changes(feed.after(before, LONG))).hasSize(CHANGES / 2);
    }

    @Test
    void followerThatKeepsUpSeesEveryChange() throws Exception {
        long before = feed.last();
        try (ExecutorService followers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> seen = new ArrayList<>();
            for (int i = 1; i <= CHANGES; i++) {
                long next = before + seen.size();
                Future<Batch> waiting = followers.submit(() -> feed.after(next, LONG));
                change(i);
                changes(waiting.get())
                        .forEach(change ->
                                seen.add(change.edits().getFirst().path().toString()));
            }

            assertThat(seen)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, CHANGES)
                            .mapToObj(i -> "/l[k=" + i + "]/v")
                            .toList());
        }
    }

    private void change(int number) {
        server.commit(TestServer.update(TARGET, "/l[k=" + number + "]/v", Integer.toString(number)));
    }

    private UserMapNode list() {
        var root = (ContainerNode) server.targets()
                .require(TARGET)
                .snapshot()
                .read(YangInstanceIdentifier.of())
                .orElseThrow();
        return (UserMapNode) root.body().iterator().next();
    }

    private static List<Change> changes(Batch batch) {
        return ((Batch.Changes) batch).changes();
    }
}
