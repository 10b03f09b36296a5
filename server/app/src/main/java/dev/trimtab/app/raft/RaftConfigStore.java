package dev.trimtab.app.raft;

import dev.trimtab.app.start.StartException;
import dev.trimtab.core.store.CommitOutcome;
import dev.trimtab.core.store.CommittedTransaction;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.store.Proposal;
import dev.trimtab.core.store.StoreState;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.model.TargetId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replicated store: a raft group of one or more members.
 *
 * <p>Writes return when they are on the disk of a majority and applied on this node; reads are answered from this node's replica
 * and never wait for the log. See ADR 0003 for what is promised.
 */
public final class RaftConfigStore implements ConfigStore {
    private static final Logger LOG = LoggerFactory.getLogger(RaftConfigStore.class);
    private static final int LEASE_CHARS_MAX = 200;

    private final RaftSettings settings;
    private final DataFolder data;
    private final RaftNode node;
    private final StoreView view;
    private final Proposer proposer;
    private final BatchProposer batches;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RaftConfigStore(RaftSettings settings, DataFolder data, RaftNode node, StoreView view, Proposer proposer) {
        this.settings = settings;
        this.data = data;
        this.node = node;
        this.view = view;
        this.proposer = proposer;
        this.batches = new BatchProposer(proposer, settings.bounds().transactionBytesMax());
    }

    /**
     * Opens the store and returns when its log is replayed and a leader is known.
     *
     * @throws StartException with one sentence for people: folder not writable, in use or of another format, log or snapshot
     *     damaged, address in use, JVM options missing, no majority in time
     */
    public static RaftConfigStore open(RaftSettings settings) {
        RequiredOpens.check();
        DataFolder data = DataFolder.open(settings.dataFolder());
        try {
            return open(settings, data);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static RaftConfigStore open(RaftSettings settings, DataFolder data) {
        new JournalCheck(data.raft(), RaftNode.GROUP, settings.bounds().entryBytesMax()).run();
        var view = new StoreView();
        var flush = new JournalFlush();
        var type = new StorePrimitiveType(view, flush);
        RaftNode node = RaftNode.open(settings, data.raft(), type, flush);
        var store = new RaftConfigStore(settings, data, node, view, new Proposer(node.client(), type, view, settings));
        try {
            store.join();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void join() {
        long began = System.nanoTime();
        long deadline = began + settings.startTimeout().toNanos();
        CompletableFuture<?> started = node.start();
        try {
            CompletableFuture.anyOf(started, view.failure())
                    .get(settings.startTimeout().toNanos(), TimeUnit.NANOSECONDS);
            proposer.openSession(deadline); // its entry comes after all others, so they are applied when it opens
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("the start was interrupted", e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw notJoined(e);
        }
        LOG.atInfo()
                .addKeyValue("member", settings.memberId())
                .addKeyValue("index", lastIndex())
                .addKeyValue("ms", (System.nanoTime() - began) / 1_000_000)
                .log("store open");
    }

    private StartException notJoined(Exception e) {
        if (view.failed()) {
            Throwable reason = view.failure().join();
            return new StartException(
                    "the store in " + settings.dataFolder() + " cannot be read: " + reason.getMessage()
                            + ": restore a backup",
                    reason);
        }
        String whom = settings.members().isEmpty()
                ? "the log did not become ready within "
                : "no majority of " + settings.members().keySet() + " answered within ";
        return new StartException(whom + settings.startTimeout().toSeconds() + " s", e);
    }

    @Override
    public List<CommitOutcome> commit(List<Proposal> batch) {
        return batches.commit(batch);
    }

    @Override
    public long lastIndex() {
        return view.read(StoreState::lastIndex);
    }

    @Override
    public List<CommittedTransaction> read(long from, int max) {
        return view.read(state -> state.read(from, max));
    }

    @Override
    public void record(List<TargetResult> results) {
        if (!results.isEmpty()) {
            proposer.propose(new StoreOperation.Note(results));
        }
    }

    @Override
    public List<TargetResult> results(long index) {
        return view.read(state -> state.results(index));
    }

    @Override
    public Map<TargetId, TargetResult> applied() {
        return view.read(StoreState::applied);
    }

    @Override
    public long acquire(String lease, String holder) {
        if (lease.length() > LEASE_CHARS_MAX) {
            throw new IllegalArgumentException("the name of a lease has at most " + LEASE_CHARS_MAX + " characters");
        }
        return proposer.propose(new StoreOperation.Acquire(lease, holder)).term();
    }

    @Override
    public Watch watch(Runnable wakeUp) {
        Runnable end = view.watch(wakeUp);
        return end::run;
    }

    /** Takes a snapshot and drops the files of the log that it makes superfluous; returns at once. */
    CompletableFuture<Void> compact() {
        return node.compact();
    }

    /** Closes in bounded time; what is under way then has an unknown outcome. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            proposer.close();
            node.close();
            data.close();
        }
    }
}
