package dev.trimtab.app.raft;

import dev.trimtab.core.store.StoreFormat;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts of batches that are larger than one entry, by the session of their proposer; part of the replicated state.
 *
 * <p>One batch a session: a new one drops the old, and the end of the session drops it, both of which the log decides, so that
 * every replica forgets at the same entry. Not thread-safe.
 */
final class StagedBatches {
    private final Map<Long, ByteArrayOutputStream> parts = new TreeMap<>();

    void stage(long session, int offset, byte[] part) {
        if (offset == 0) {
            parts.put(session, new ByteArrayOutputStream());
        }
        ByteArrayOutputStream batch = parts.get(session);
        if (batch == null || batch.size() != offset) {
            parts.remove(session); // a part is missing; the last one will find that the length is wrong
            return;
        }
        batch.writeBytes(part);
    }

    /**
     * Takes the whole batch out.
     *
     * @return empty when parts are missing, which only a defect of the proposer can lead to
     */
    byte[] finish(long session, int length, byte[] lastPart) {
        ByteArrayOutputStream batch = parts.remove(session);
        if (batch == null || batch.size() + lastPart.length != length) {
            return new byte[0];
        }
        batch.writeBytes(lastPart);
        return batch.toByteArray();
    }

    void drop(long session) {
        parts.remove(session);
    }

    int size() {
        return parts.size();
    }

    void writeTo(DataOutput out) throws IOException {
        List<Map.Entry<Long, ByteArrayOutputStream>> entries = new ArrayList<>(parts.entrySet());
        StoreFormat.writeList(entries, out, (entry, to) -> {
            to.writeLong(entry.getKey());
            to.writeInt(entry.getValue().size());
            to.write(entry.getValue().toByteArray());
        });
    }

    static StagedBatches readFrom(DataInput in) throws IOException {
        var staged = new StagedBatches();
        for (var entry : StoreFormat.readList(in, StagedBatches::readOne)) {
            staged.stage(entry.getKey(), 0, entry.getValue());
        }
        return staged;
    }

    private static Map.Entry<Long, byte[]> readOne(DataInput in) throws IOException {
        long session = in.readLong();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return Map.entry(session, bytes);
    }
}
