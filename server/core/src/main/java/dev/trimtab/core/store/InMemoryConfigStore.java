package dev.trimtab.core.store;

import dev.trimtab.model.TargetId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The store's rules on maps of one process; what the replicated state machine does, without the replication. */
final class InMemoryConfigStore implements ConfigStore {
    private final StoreState state = new StoreState();
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();

    @Override
    public List<CommitOutcome> commit(List<Proposal> batch) {
        List<CommitOutcome> outcomes;
        synchronized (state) {
            outcomes = batch.stream().map(state::commit).toList();
        }
        watchers.forEach(Runnable::run);
        return outcomes;
    }

    @Override
    public long lastIndex() {
        synchronized (state) {
            return state.lastIndex();
        }
    }

    @Override
    public List<CommittedTransaction> read(long from, int max) {
        synchronized (state) {
            return state.read(from, max);
        }
    }

    @Override
    public void record(List<TargetResult> results) {
        synchronized (state) {
            results.forEach(state::record);
        }
        watchers.forEach(Runnable::run);
    }

    @Override
    public List<TargetResult> results(long index) {
        synchronized (state) {
            return state.results(index);
        }
    }

    @Override
    public Map<TargetId, TargetResult> applied() {
        synchronized (state) {
            return state.applied();
        }
    }

    @Override
    public long acquire(String lease, String holder) {
        synchronized (state) {
            return state.acquire(lease);
        }
    }

    @Override
    public Watch watch(Runnable wakeUp) {
        Runnable watcher = () -> wakeUp.run(); // its own identity, so that one runnable can watch twice
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    @Override
    public void close() {
        watchers.clear();
    }
}
