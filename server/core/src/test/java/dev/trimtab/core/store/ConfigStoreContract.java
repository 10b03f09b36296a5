package dev.trimtab.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ConfigStore} promises; an implementation's test implements this and says which store. */
public interface ConfigStoreContract {
    TargetId LEAF_1 = new TargetId("leaf-1");
    TargetId LEAF_2 = new TargetId("leaf-2");
    Instant NOON = Instant.parse("2026-11-21T12:00:00.000000001Z");

    /** The store under test; the test that made it closes it. It may hold what earlier tests left, on other targets. */
    ConfigStore store();

    static Proposal proposal(TargetId target, long base, String payload) {
        return new Proposal(Map.of(target, new Revision(base)), payload.getBytes(UTF_8));
    }

    static String text(CommittedTransaction transaction) {
        return new String(transaction.payload(), UTF_8);
    }

    @Test
    default void emptyStoreHasIndexZeroAndNothingToRead() {
        assertThat(store().lastIndex()).isZero();
        assertThat(store().read(1, 10)).isEmpty();
        assertThat(store().applied()).isEmpty();
        assertThat(store().results(1)).isEmpty();
    }

    @Test
    default void commitsGetIndexesFromOneWithoutGapAndAreReadInOrder() {
        var outcomes = store().commit(List.of(proposal(LEAF_1, 0, "a"), proposal(LEAF_1, 1, "b")));
        store().commit(List.of(proposal(LEAF_2, 0, "c")));

        assertThat(outcomes).containsExactly(new CommitOutcome.Committed(1), new CommitOutcome.Committed(2));
        assertThat(store().lastIndex()).isEqualTo(3);
        assertThat(store().read(1, 10)).extracting(ConfigStoreContract::text).containsExactly("a", "b", "c");
        assertThat(store().read(2, 1)).extracting(CommittedTransaction::index).containsExactly(2L);
        assertThat(store().read(2, 1).getFirst().revisions()).isEqualTo(Map.of(LEAF_1, new Revision(2)));
        assertThat(store().read(4, 1)).isEmpty();
    }

    @Test
    default void proposalOnAnOldRevisionAnswersConflictAndTheOthersOfItsBatchCommit() {
        store().commit(List.of(proposal(LEAF_1, 0, "first")));

        var outcomes = store().commit(List.of(
                proposal(LEAF_1, 0, "late"), proposal(LEAF_2, 0, "other"), proposal(LEAF_1, 1, "next")));

        assertThat(outcomes)
                .containsExactly(
                        new CommitOutcome.Conflict(LEAF_1, new Revision(1)),
                        new CommitOutcome.Committed(2),
                        new CommitOutcome.Committed(3));
        assertThat(store().read(1, 10)).extracting(ConfigStoreContract::text).containsExactly("first", "other", "next");
    }

    @Test
    default void proposalOverSeveralTargetsCommitsOnAllOrOnNone() {
        store().commit(List.of(proposal(LEAF_2, 0, "first")));
        var both = new Proposal(Map.of(LEAF_1, Revision.NONE, LEAF_2, Revision.NONE), new byte[0]);

        assertThat(store().commit(List.of(both))).containsExactly(new CommitOutcome.Conflict(LEAF_2, new Revision(1)));
        assertThat(store().commit(List.of(proposal(LEAF_1, 0, "free"))))
                .containsExactly(new CommitOutcome.Committed(2));
    }

    @Test
    default void readRefusesIndexesBeforeTheFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().read(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> store().read(1, 0));
    }

    @Test
    default void newestResultOfATargetReplacesTheEarlierOne() {
        store().commit(List.of(proposal(LEAF_1, 0, "a"), proposal(LEAF_1, 1, "b")));
        var refused = new TargetResult(LEAF_1, 1, new Revision(1), TargetResult.Status.REFUSED, NOON, "no such port");
        var applied = new TargetResult(LEAF_1, 1, new Revision(1), TargetResult.Status.APPLIED, NOON, "");
        var later = new TargetResult(LEAF_1, 2, new Revision(2), TargetResult.Status.APPLIED, NOON, "");

        store().record(List.of(refused));
        assertThat(store().results(1)).containsExactly(refused);
        assertThat(store().applied()).isEmpty();

        store().record(List.of(later, applied));
        assertThat(store().results(1)).containsExactly(applied);
        assertThat(store().applied()).containsExactly(Map.entry(LEAF_1, later));
    }

    @Test
    default void everyHolderOfALeaseGetsAHigherTerm() {
        long first = store().acquire("mastership/leaf-1", "node-1");
        long second = store().acquire("mastership/leaf-1", "node-2");
        long other = store().acquire("mastership/leaf-2", "node-2");

        assertThat(second).isGreaterThan(first);
        assertThat(other).isPositive();
    }

    @Test
    default void watchWakesUpAfterCommitAndRecordUntilItIsClosed() {
        var calls = new AtomicInteger();
        ConfigStore.Watch watch = store().watch(calls::incrementAndGet);

        store().commit(List.of(proposal(LEAF_1, 0, "a")));
        await().untilAsserted(() -> assertThat(calls).hasPositiveValue());
        int before = calls.get();
        store().record(List.of(new TargetResult(LEAF_1, 1, new Revision(1), TargetResult.Status.APPLIED, NOON, "")));
        await().untilAsserted(() -> assertThat(calls).hasValueGreaterThan(before));

        watch.close();
        watch.close();
        int after = calls.get();
        store().commit(List.of(proposal(LEAF_1, 1, "b")));
        assertThat(calls).hasValue(after);
    }

    @Test
    default void concurrentCommittersEachGetTheirOwnIndexAndSeeTheirCommit() throws Exception {
        List<Callable<Long>> committers = IntStream.range(0, 32)
                .<Callable<Long>>mapToObj(i -> () -> commitAndRead("t-" + i))
                .toList();

        Set<Long> indexes = new TreeSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> index : threads.invokeAll(committers)) {
                indexes.add(index.get());
            }
        }

        assertThat(indexes).hasSize(32).allMatch(index -> index >= 1 && index <= 32);
    }

    private long commitAndRead(String name) {
        var outcome =
                store().commit(List.of(proposal(new TargetId(name), 0, name))).getFirst();
        long index = ((CommitOutcome.Committed) outcome).index();
        assertThat(text(store().read(index, 1).getFirst())).isEqualTo(name);
        return index;
    }
}
