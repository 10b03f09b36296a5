package dev.trimtab.core.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.southbound.Backlog.Step;
import dev.trimtab.core.target.Change;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.core.transaction.TestModels;
import dev.trimtab.core.transaction.TestServer;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacklogTest {
    private static final TargetId TARGET = new TargetId("t");
    /** More than a backlog holds. */
    private static final int CHANGES = 1002;

    private final TestServer server = new TestServer(
            TestModels.with("m", "module m { yang-version 1.1; namespace 'urn:m'; prefix m; leaf v { type int32; } }"));
    private List<Change> changes = List.of();

    @BeforeAll
    void makeChanges() throws InterruptedException {
        server.commit(TestServer.update(
                TargetId.SYSTEM, "/system/targets/target[name=t]", "{\"model\":\"m\",\"version\":\"1.0.0\"}"));
        long before = server.targets().feed().last();
        for (int i = 0; i < CHANGES; i++) {
            server.commit(TestServer.update(TARGET, "/v", Integer.toString(i)));
        }
        var batch = server.targets().feed().after(before, Duration.ofSeconds(20));
        changes = ((ChangeFeed.Batch.Changes) batch).changes();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void keepsWhereTheChangesLeadAndWhatEachOfThemTouched() {
        Backlog backlog = backlog(3);

        assertThat(backlog.waiting())
                .isEqualTo(new Backlog.Waiting(List.of(step(0), step(1), step(2)), snapshot(2), false));
    }

    @Test
    void forgetsWhatIsConfirmed() {
        Backlog backlog = backlog(2);

        backlog.confirmed(revision(0));
        assertThat(backlog.waiting()).isEqualTo(new Backlog.Waiting(List.of(step(1)), snapshot(1), false));

        backlog.confirmed(revision(1));
        assertThat(backlog.waiting()).isEqualTo(new Backlog.Waiting(List.of(), null, false));
    }

    @Test
    void isBoundedAndSaysSoUntilTheNewestChangeIsConfirmed() {
        Backlog backlog = backlog(CHANGES);

        assertThat(backlog.waiting().steps()).hasSize(1000);
        assertThat(backlog.waiting().newest()).isEqualTo(snapshot(CHANGES - 1));
        backlog.confirmed(revision(CHANGES - 2));
        assertThat(backlog.waiting().overflowed()).isTrue();
        backlog.confirmed(revision(CHANGES - 1));
        assertThat(backlog.waiting()).isEqualTo(new Backlog.Waiting(List.of(), null, false));
    }

    /** The first changes. */
    private Backlog backlog(int count) {
        var backlog = new Backlog();
        changes.subList(0, count).forEach(backlog::add);
        return backlog;
    }

    private TargetSnapshot snapshot(int index) {
        return changes.get(index).view().snapshot();
    }

    private Revision revision(int index) {
        return snapshot(index).revision();
    }

    private Step step(int index) {
        return new Step(revision(index), changes.get(index).transaction(), List.of(Path.parse("/v")));
    }
}
