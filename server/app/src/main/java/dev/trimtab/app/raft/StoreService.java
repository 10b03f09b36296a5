package dev.trimtab.app.raft;

import dev.trimtab.core.store.CommitOutcome;
import dev.trimtab.core.store.Proposal;
import dev.trimtab.core.store.StoreState;
import io.atomix.primitive.PrimitiveType;
import io.atomix.primitive.service.BackupInput;
import io.atomix.primitive.service.BackupOutput;
import io.atomix.primitive.service.Commit;
import io.atomix.primitive.service.PrimitiveService;
import io.atomix.primitive.service.ServiceContext;
import io.atomix.primitive.session.Session;
import io.atomix.primitive.session.SessionId;
import io.atomix.utils.serializer.Serializer;
import io.atomix.utils.time.WallClockTimestamp;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replicated state machine: what each entry of the log does depends on the entry and the state alone.
 *
 * <p>Atomix calls it from one thread, in the order of the log. An entry that cannot be applied (of a newer version, damaged,
 * not forced to the disk) stops this replica for good: it must not go on without it and come to another state than the others.
 */
final class StoreService implements PrimitiveService {
    private static final Logger LOG = LoggerFactory.getLogger(StoreService.class);

    private final Serializer serializer;
    private final StoreView view;
    private final JournalFlush flush;
    private StagedBatches staged = new StagedBatches();

    StoreService(PrimitiveType<?, ?, ?> type, StoreView view, JournalFlush flush) {
        this.serializer = Serializer.using(type.namespace());
        this.view = view;
        this.flush = flush;
        view.replace(0, new StoreState()); // the service's life begins with an empty state, or with a snapshot's
    }

    @Override
    public byte[] apply(Commit<byte[]> commit) {
        if (view.failed()) {
            throw new IllegalStateException("this replica has stopped");
        }
        try {
            return applied(commit).encode();
        } catch (RuntimeException | Error e) {
            view.fail(e);
            LOG.atError()
                    .addKeyValue("index", commit.index())
                    .setCause(e)
                    .log("the store has stopped: an entry could not be applied");
            throw e;
        }
    }

    private StoreAnswer applied(Commit<byte[]> commit) {
        long index = commit.index();
        long session = commit.session().sessionId().id();
        var operation = StoreOperation.decode(commit.value());
        if (operation instanceof StoreOperation.Stage(int offset, byte[] part)) {
            // Nothing is promised for a part, so nothing is forced; the proposer still waits for the view to come this
            // far.
            return view.apply(index, _ -> {
                staged.stage(session, offset, part);
                return new StoreAnswer(index, List.of(), 0);
            });
        }
        flush.upTo(index);
        StoreAnswer answer = view.apply(index, state -> change(state, index, session, operation));
        view.wakeWatchers();
        return answer;
    }

    private StoreAnswer change(StoreState state, long index, long session, StoreOperation operation) {
        return switch (operation) {
            case StoreOperation.Commit(var batch) -> committed(state, index, batch);
            case StoreOperation.CommitStaged(int length, byte[] part) -> {
                byte[] batch = staged.finish(session, length, part);
                yield committed(state, index, batch.length == 0 ? List.of() : StoreOperation.decodeBatch(batch));
            }
            case StoreOperation.Note(var results) -> {
                results.forEach(state::record);
                yield new StoreAnswer(index, List.of(), 0);
            }
            case StoreOperation.Acquire acquire -> new StoreAnswer(index, List.of(), state.acquire(acquire.lease()));
            case StoreOperation.Stage _ -> throw new IllegalStateException("a part of a batch changes no state");
        };
    }

    private static StoreAnswer committed(StoreState state, long index, List<Proposal> batch) {
        List<CommitOutcome> outcomes = batch.stream().map(state::commit).toList();
        return new StoreAnswer(index, outcomes, 0);
    }

    @Override
    public void backup(BackupOutput output) {
        if (view.failed()) {
            throw new IllegalStateException("a stopped replica gives no snapshot");
        }
        try (var out = new DataOutputStream(SnapshotFrames.output(output))) {
            out.writeLong(view.appliedIndex());
            staged.writeTo(out);
            view.read(state -> write(state, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoreState write(StoreState state, DataOutputStream out) {
        try {
            state.writeTo(out);
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void restore(BackupInput input) {
        try (var in = new DataInputStream(SnapshotFrames.input(input))) {
            long index = in.readLong();
            staged = StagedBatches.readFrom(in);
            var state = StoreState.readFrom(in);
            in.skip(Long.MAX_VALUE); // to the end, where the checksum is
            view.replace(index, state);
        } catch (IOException | RuntimeException e) {
            var damaged = new IllegalStateException("the snapshot is damaged: " + e.getMessage(), e);
            view.fail(damaged);
            throw damaged;
        }
    }

    @Override
    public void expire(SessionId session) {
        staged.drop(session.id());
    }

    @Override
    public void close(SessionId session) {
        staged.drop(session.id());
    }

    @Override
    public Serializer serializer() {
        return serializer;
    }

    @Override
    public void init(ServiceContext context) {
        // Nothing of the context is used: an entry brings all that it needs.
    }

    @Override
    public void tick(WallClockTimestamp timestamp) {
        // No clock: nothing here happens by itself.
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library declares it
    public void register(Session session) {
        // A session matters when it stages a part.
    }
}
