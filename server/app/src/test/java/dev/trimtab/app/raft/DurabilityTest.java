package dev.trimtab.app.raft;

import static dev.trimtab.core.store.ConfigStoreContract.LEAF_1;
import static dev.trimtab.core.store.ConfigStoreContract.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trimtab.core.store.Proposal;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts what is forced to the disk, by the JDK's own events: a store that forgets its fsync passes every other test. */
class DurabilityTest {
    private static final int COMMITS = 20;

    @TempDir
    private Path folder;

    @Test
    void everyCommitIsForcedOnceBeforeItIsAcknowledged() {
        List<RecordedEvent> forces = new CopyOnWriteArrayList<>();
        List<Instant[]> commits = new ArrayList<>();

        try (var events = new RecordingStream();
                var store = RaftConfigStore.open(RaftSettings.singleNode(folder))) {
            events.enable("jdk.FileForce").withoutThreshold();
            events.onEvent("jdk.FileForce", forces::add);
            events.setReuse(false);
            events.startAsync();
            for (int i = 0; i < COMMITS; i++) {
                Instant began = Instant.now();
                store.commit(batchOf(50, i));
                commits.add(new Instant[] {began, Instant.now()});
            }
            events.stop();
        }

        assertThat(forces)
                .hasSize(COMMITS)
                .allMatch(force -> force.getString("path").endsWith(".log"));
        assertThat(commits)
                .allSatisfy(commit -> assertThat(forces)
                        .as("a force between the commit's beginning and its answer")
                        .anyMatch(force -> !force.getStartTime().isBefore(commit[0])
                                && !force.getEndTime().isAfter(commit[1])));
    }

    @Test
    void replayedLogIsForcedOnceAndNotOnceAnEntry() {
        try (var store = RaftConfigStore.open(RaftSettings.singleNode(folder))) {
            for (int i = 0; i < COMMITS; i++) {
                store.commit(List.of(proposal(LEAF_1, i, "x")));
            }
        }
        List<RecordedEvent> forces = new CopyOnWriteArrayList<>();

        try (var events = new RecordingStream()) {
            events.enable("jdk.FileForce").withoutThreshold();
            events.onEvent("jdk.FileForce", forces::add);
            events.setReuse(false);
            events.startAsync();
            try (var store = RaftConfigStore.open(RaftSettings.singleNode(folder))) {
                await().untilAsserted(() -> assertThat(store.lastIndex()).isEqualTo(COMMITS));
            }
            events.stop();
        }

        assertThat(forces.stream().filter(force -> force.getString("path").endsWith(".log")))
                .hasSizeLessThanOrEqualTo(3); // the replay, and the close
    }

    private static List<Proposal> batchOf(int size, int round) {
        return IntStream.range(0, size)
                .mapToObj(i -> new Proposal(Map.of(new TargetId("t-" + i), new Revision(round)), new byte[100]))
                .toList();
    }
}
