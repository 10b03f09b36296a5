package dev.trimtab.app.raft;

import static dev.trimtab.core.store.ConfigStoreContract.LEAF_1;
import static dev.trimtab.core.store.ConfigStoreContract.LEAF_2;
import static dev.trimtab.core.store.ConfigStoreContract.NOON;
import static dev.trimtab.core.store.ConfigStoreContract.proposal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.store.CommitOutcome;
import dev.trimtab.core.store.ConfigStoreContract;
import dev.trimtab.core.store.Proposal;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.model.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a store when it is closed and opened again. */
class StoreRestartTest {
    @TempDir
    private Path folder;

    @Test
    void reopenedStoreHasEverythingAndGoesOn() {
        var applied = new TargetResult(LEAF_1, 1, new Revision(1), TargetResult.Status.APPLIED, NOON, "");
        long term;
        try (var store = open()) {
            store.commit(List.of(proposal(LEAF_1, 0, "a"), proposal(LEAF_2, 0, "b")));
            store.record(List.of(applied));
            term = store.acquire("m", "node");
        }

        try (var store = open()) {
            assertThat(store.read(1, 10)).extracting(ConfigStoreContract::text).containsExactly("a", "b");
            assertThat(store.results(1)).containsExactly(applied);
            assertThat(store.applied()).containsExactly(Map.entry(LEAF_1, applied));
            assertThat(store.acquire("m", "node")).isGreaterThan(term);
            assertThat(store.commit(List.of(proposal(LEAF_1, 1, "c")))).containsExactly(new CommitOutcome.Committed(3));
        }
    }

    @Test
    @Timeout(10) // five parts, none of which may wait for its whole timeout of 5 s
    void batchLargerThanAnEntryCommitsAsOneAndSurvives() {
        byte[] large = new byte[300_000];
        new Random(7).nextBytes(large);
        var bounds = new RaftSettings.Bounds(64 * 1024, 1024 * 1024, 512 * 1024, 8);
        var batch = List.of(proposal(LEAF_2, 0, "small"), new Proposal(Map.of(LEAF_1, Revision.NONE), large));

        try (var store = open(bounds)) {
            assertThat(store.commit(batch))
                    .containsExactly(new CommitOutcome.Committed(1), new CommitOutcome.Committed(2));
        }

        try (var store = open(bounds)) {
            assertThat(store.read(2, 1).getFirst().payload()).isEqualTo(large);
        }
    }

    @Test
    void batchAboveTheMaximumIsRefusedAndNothingIsProposed() {
        var bounds = new RaftSettings.Bounds(64 * 1024, 1024 * 1024, 128 * 1024, 8);

        try (var store = open(bounds)) {
            var batch = List.of(new Proposal(Map.of(LEAF_1, Revision.NONE), new byte[128 * 1024]));
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> store.commit(batch))
                    .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class))
                    .withMessageContaining("at most 131072");
            assertThat(store.lastIndex()).isZero();
        }
    }

    @Test
    void closedStoreAnswersUnavailableAndStillReads() {
        var store = open();
        store.commit(List.of(proposal(LEAF_1, 0, "a")));
        store.close();
        store.close();

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> store.commit(List.of(proposal(LEAF_1, 1, "b"))))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Unavailable.class));
        assertThat(store.lastIndex()).isEqualTo(1);
    }

    @Test
    @Tag("slow") // Atomix waits 10 s between a snapshot and the compaction
    void compactedLogReopensFromItsSnapshot() throws Exception {
        var bounds = new RaftSettings.Bounds(64 * 1024, 256 * 1024, 64 * 1024, 8);
        byte[] payload = new byte[40_000];
        try (var store = open(bounds)) {
            for (int i = 0; i < 30; i++) {
                Arrays.fill(payload, (byte) i);
                store.commit(List.of(new Proposal(Map.of(LEAF_1, new Revision(i)), payload.clone())));
            }
            assertThat(segments()).isGreaterThan(3);
            store.compact().get(60, TimeUnit.SECONDS);
            assertThat(segments()).isLessThanOrEqualTo(2);
            store.commit(List.of(proposal(LEAF_1, 30, "after")));
        }

        try (var store = open(bounds)) {
            assertThat(store.lastIndex()).isEqualTo(31);
            assertThat(store.read(1, 1).getFirst().payload()).containsOnly(0).hasSize(40_000);
            assertThat(ConfigStoreContract.text(store.read(31, 1).getFirst())).isEqualTo("after");
            assertThat(store.commit(List.of(proposal(LEAF_1, 31, "x"))))
                    .containsExactly(new CommitOutcome.Committed(32));
        }
    }

    private long segments() throws IOException {
        try (var files = Files.list(folder.resolve("raft"))) {
            return files.filter(file -> file.toString().endsWith(".log")).count();
        }
    }

    private RaftConfigStore open() {
        return open(RaftSettings.Bounds.DEFAULT);
    }

    private RaftConfigStore open(RaftSettings.Bounds bounds) {
        return RaftConfigStore.open(RaftSettings.singleNode(folder)
                .withBounds(bounds)
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(5)));
    }
}
