package dev.trimtab.app.raft;

import dev.trimtab.core.store.CommitOutcome;
import dev.trimtab.core.store.StoreFormat;
import java.util.List;

/**
 * What the state machine answers to one operation.
 *
 * @param index of the entry in the log, which the proposer waits for on its own replica
 * @param outcomes one a proposal of a commit; empty for other operations
 * @param term of an acquired lease; 0 for other operations
 */
record StoreAnswer(long index, List<CommitOutcome> outcomes, long term) {
    StoreAnswer {
        outcomes = List.copyOf(outcomes);
    }

    byte[] encode() {
        return StoreOperation.bytes(out -> {
            out.writeByte(StoreOperation.VERSION);
            out.writeLong(index);
            StoreFormat.writeList(outcomes, out, StoreFormat::writeOutcome);
            out.writeLong(term);
        });
    }

    static StoreAnswer decode(byte[] answer) {
        return StoreOperation.read(answer, in -> {
            StoreOperation.checkVersion(in.readByte());
            return new StoreAnswer(in.readLong(), StoreFormat.readList(in, StoreFormat::readOutcome), in.readLong());
        });
    }
}
