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

    private void publish(int count) {
        var snapshot = new TargetSnapshot(
                TargetId.SYSTEM,
                SYSTEM,
                new Revision(1),
                1,
                Instant.EPOCH,
                SYSTEM.model().newTree().takeSnapshot());
        var view = new TargetView(snapshot, null);
        for (int i = 0; i < count; i++) {
            feed.publish(sequence -> new Change(
                    sequence,
                    TargetId.SYSTEM,
                    Change.Tree.INTENDED,
                    1,
                    Instant.EPOCH,
                    List.of(new Edit.Delete(Path.ROOT, "{}")),
                    view,
                    view));
        }
    }

    private static List<Long> sequences(ChangeFeed.Batch batch) {
        return ((ChangeFeed.Batch.Changes) batch)
                .changes().stream().map(Change::sequence).toList();
    }
}
