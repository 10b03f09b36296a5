package dev.trimtab.core.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.transaction.TestModels;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final ServedModel SYSTEM = TestModels.all().system();

    private final ChangeFeed feed = new ChangeFeed(3);

    @Test
    void changesComeInOrderAndOnlyThoseAfterTheOneAskedFor() throws InterruptedException {
        publish(3);

        assertThat(sequences(feed.after(0, LONG))).containsExactly(1L, 2L, 3L);
        assertThat(sequences(feed.after(2, LONG))).containsExactly(3L);
        assertThat(feed.last()).isEqualTo(3);
    }

    @Test
    void followerWithNoNewsGetsNothingAtTheTimeLimit() throws InterruptedException {
        publish(1);

        assertThat(sequences(feed.after(1, Duration.ofMillis(20)))).isEmpty();
        assertThat(sequences(feed.after(1, Duration.ZERO))).isEmpty();
    }

    @Test
    void followerThatIsBehindByMoreThanIsHeldIsToldSo() throws InterruptedException {
        publish(4);

        assertThat(feed.after(0, LONG)).isInstanceOf(ChangeFeed.Batch.Lagged.class);
        assertThat(sequences(feed.after(1, LONG))).containsExactly(2L, 3L, 4L);
    }

    @Test
    void waitingFollowerGetsTheNextChange() throws Exception {
        try (ExecutorService followers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ChangeFeed.Batch> waiting = followers.submit(() -> feed.after(0, LONG));
            publish(1);

            assertThat(sequences(waiting.get())).containsExactly(1L);
        }
    }

    @Test
    void closedFeedEndsEveryWaitBeforeAndAfter() throws Exception {
        try (ExecutorService followers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ChangeFeed.Batch> waiting = followers.submit(() -> feed.after(0, LONG));
            feed.close();

            assertThat(waiting.get()).isInstanceOf(ChangeFeed.Batch.Closed.class);
        }
        assertThat(feed.after(0, LONG)).isInstanceOf(ChangeFeed.Batch.Closed.class);
    }

    @Test
    void changesThatTakeMuchAreFewerButForTheNewest() throws InterruptedException {
        var bounded = new ChangeFeed(100, 10_000);
        publish(bounded, 4000, "{}", 4);

        assertThat(sequences(bounded.after(2, LONG))).containsExactly(3L, 4L);
        assertThat(bounded.after(1, LONG)).isInstanceOf(ChangeFeed.Batch.Lagged.class);

        publish(bounded, 20_000, "{}", 1);
        assertThat(sequences(bounded.after(4, LONG))).containsExactly(5L);
        assertThat(bounded.after(3, LONG)).isInstanceOf(ChangeFeed.Batch.Lagged.class);

        publish(bounded, 0, "{}", 3);
        assertThat(sequences(bounded.after(5, LONG))).containsExactly(6L, 7L, 8L);
    }

    @Test
    void textOfTheEditsCountsToo() throws InterruptedException {
        var bounded = new ChangeFeed(100, 10_000);
        publish(bounded, 0, "x".repeat(4000), 4);

        assertThat(sequences(bounded.after(2, LONG))).containsExactly(3L, 4L);
        assertThat(bounded.after(1, LONG)).isInstanceOf(ChangeFeed.Batch.Lagged.class);
    }

    private void publish(int count) {
        publish(feed, 0, "{}", count);
    }

    private static void publish(ChangeFeed feed, long octets, String json, int count) {
        var snapshot = new TargetSnapshot(
                TargetId.SYSTEM,
                SYSTEM,
                new Revision(1),
                1,
                Instant.EPOCH,
                SYSTEM.model().newTree().takeSnapshot());
        var view = new TargetView(snapshot, null);
        for (int i = 0; i < count; i++) {
            feed.publish(
                    octets,
                    sequence -> new Change(
                            sequence,
                            TargetId.SYSTEM,
                            Change.Tree.INTENDED,
                            1,
                            Instant.EPOCH,
                            List.of(new Edit.Delete(Path.ROOT, json)),
                            view,
                            view));
        }
    }

    private static List<Long> sequences(ChangeFeed.Batch batch) {
        return ((ChangeFeed.Batch.Changes) batch)
                .changes().stream().map(Change::sequence).toList();
    }
}
