package dev.trimtab.bench;

import dev.trimtab.app.policy.OpaAuthorizer;
import dev.trimtab.app.policy.WasmPolicy;
import dev.trimtab.app.raft.RaftConfigStore;
import dev.trimtab.app.raft.RaftSettings;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.SystemModel;
import dev.trimtab.core.target.Targets;
import dev.trimtab.core.transaction.Command;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.core.transaction.TransactionService;
import dev.trimtab.core.transaction.TransactionSettings;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The transaction service on a Raft store on the disk, without the network, with one target. Not thread-safe. */
final class Engine implements AutoCloseable {
    private static final TargetId TARGET = new TargetId("bench");
    private static final Principal ADMIN = new Principal("bench", Set.of("administrator"), "local");
    private static final int ENTRIES_AT_ONCE = 5000;
    /** From one changed entry to the next, so that no two of them are neighbours in memory; no divisor of the number of entries. */
    private static final int STEP = 7919;

    /** Nothing follows the changes here, and what they would hold for followers has a bound of its own, whatever is configured. */
    private static final int CHANGES_HELD = 1;

    private final Workload workload;
    private final ConfigStore store;
    private @Nullable TransactionService transactions;
    private int changes;

    Engine(Workload workload, java.nio.file.Path folder) {
        this.workload = workload;
        store = RaftConfigStore.open(RaftSettings.singleNode(folder));
        ServedModel served = ServedModel.of(workload.load());
        var service = new TransactionService(
                store,
                new Models(ServedModel.of(SystemModel.load()), List.of(served)),
                Plugins.NONE,
                new Targets(new ChangeFeed(CHANGES_HELD)),
                new OpaAuthorizer(WasmPolicy.bundled()),
                Clock.systemUTC(),
                TransactionSettings.DEFAULT);
        service.start();
        transactions = service;
        var id = served.model().id();
        String settings = "{\"model\":\"" + id.name() + "\",\"version\":\"" + id.version() + "\"}";
        update(TargetId.SYSTEM, "/system/targets/target[name=" + TARGET + "]", settings, false);
    }

    /** Adds the entries {@code from} to {@code to}, exclusive. */
    void fill(int from, int to) {
        for (int first = from; first < to; first += ENTRIES_AT_ONCE) {
            update(TARGET, "/", workload.json(first, Math.min(to, first + ENTRIES_AT_ONCE)), false);
        }
    }

    /** Gives a leaf of one of the first {@code entries} entries a value it does not have; keeps it unless {@code dryRun}. */
    void change(int entries, boolean dryRun) {
        int number = changes++;
        int entry = (int) ((long) number * STEP % entries);
        update(TARGET, workload.path(entry), workload.value(number), dryRun);
    }

    /** Validates {@code json} as the whole configuration. */
    void check(byte[] json) {
        commit(new Operation.Replace(TARGET, Path.ROOT, new Value.Json(json, true)), true);
    }

    private void update(TargetId target, String path, String json, boolean dryRun) {
        var value = new Value.Json(json.getBytes(StandardCharsets.UTF_8), true);
        commit(new Operation.Update(target, Path.parse(path), value), dryRun);
    }

    private void commit(Operation operation, boolean dryRun) {
        Objects.requireNonNull(transactions).commit(new Command(ADMIN, List.of(operation), "", "", Map.of(), dryRun));
    }

    /** Bytes that the trees and their indexes hold, without the history; the engine takes no changes after it. */
    long releaseTrees() {
        long with = Heap.used();
        close(transactions);
        transactions = null;
        return with - Heap.used();
    }

    private static void close(@Nullable TransactionService service) {
        if (service != null) {
            service.close();
        }
    }

    @Override
    public void close() {
        close(transactions);
        store.close();
    }
}
