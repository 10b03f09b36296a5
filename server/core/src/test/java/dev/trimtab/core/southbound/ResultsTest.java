package dev.trimtab.core.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final TargetId ONE = new TargetId("one");
    private static final TargetId TWO = new TargetId("two");
    private static final Map<TargetId, Revision> BOTH = Map.of(ONE, new Revision(1), TWO, new Revision(1));
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ConfigStore store = ConfigStore.inMemory();
    private final Results results = new Results(store);

    @AfterEach
    void stop() {
        results.close();
        store.close();
    }

    @Test
    void waitEndsWhenTheLastTargetHasAnsweredWhateverItAnswered() throws Exception {
        results.start();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<TargetResult>> waiting = clients.submit(() -> results.await(7, BOTH, LONG));
            results.add(List.of(answer(ONE, TargetResult.Status.APPLIED)));
            results.add(List.of(answer(TWO, TargetResult.Status.REFUSED)));

            assertThat(waiting.get()).extracting(TargetResult::target).containsExactly(ONE, TWO);
        }
    }

    @Test
    void atTheLimitThereIsWhatWasAnsweredUntilThen() throws Exception {
        results.start();
        results.add(List.of(answer(ONE, TargetResult.Status.APPLIED)));
        results.await(7, Map.of(ONE, new Revision(1)), LONG);

        assertThat(results.await(7, BOTH, Duration.ofMillis(50)))
                .extracting(TargetResult::target)
                .containsExactly(ONE);
    }

    @Test
    void transactionOfNoTargetWaitsForNothing() throws InterruptedException {
        assertThat(results.await(7, Map.of(), LONG)).isEmpty();
    }

    @Test
    void closeEndsEveryWait() throws Exception {
        results.start();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<TargetResult>> waiting = clients.submit(() -> results.await(7, BOTH, LONG));
            results.close();

            assertThat(waiting.get()).isEmpty();
        }
    }

    private static TargetResult answer(TargetId target, TargetResult.Status status) {
        return new TargetResult(target, 7, new Revision(1), status, Instant.EPOCH, "");
    }
}
