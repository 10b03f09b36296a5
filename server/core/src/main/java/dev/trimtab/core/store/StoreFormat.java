package dev.trimtab.core.store;

import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the store's values are written as bytes: in the entries of the log, in snapshots and in backups.
 *
 * <p>Every list is its length and then its elements; every text is {@link DataOutput#writeUTF}. There is no version in here:
 * whoever frames these values writes one first.
 */
public final class StoreFormat {
    private StoreFormat() {}

    /** Writes one element of a list. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T value, DataOutput out) throws IOException;
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    public static <T> void writeList(List<T> values, DataOutput out, Writer<T> writer) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(value, out);
        }
    }

    public static <T> List<T> readList(DataInput in, Reader<T> reader) throws IOException {
        int size = readSize(in);
        List<T> values = new ArrayList<>(Math.min(size, 1024)); // a damaged length must not allocate before it is read
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    public static void writeProposal(Proposal proposal, DataOutput out) throws IOException {
        writeRevisions(proposal.bases(), out);
        writeBytes(proposal.payload(), out);
    }

    public static Proposal readProposal(DataInput in) throws IOException {
        return new Proposal(readRevisions(in), readBytes(in));
    }

    public static void writeOutcome(CommitOutcome outcome, DataOutput out) throws IOException {
        switch (outcome) {
            case CommitOutcome.Committed(long index) -> {
                out.writeByte(0);
                out.writeLong(index);
            }
            case CommitOutcome.Conflict(TargetId target, Revision actual) -> {
                out.writeByte(1);
                out.writeUTF(target.value());
                out.writeLong(actual.value());
            }
        }
    }

    public static CommitOutcome readOutcome(DataInput in) throws IOException {
        int kind = in.readByte();
        return switch (kind) {
            case 0 -> new CommitOutcome.Committed(in.readLong());
            case 1 -> new CommitOutcome.Conflict(new TargetId(in.readUTF()), new Revision(in.readLong()));
            default -> throw new IOException("outcome of unknown kind " + kind);
        };
    }

    public static void writeResult(TargetResult result, DataOutput out) throws IOException {
        out.writeUTF(result.target().value());
        out.writeLong(result.index());
        out.writeLong(result.revision().value());
        out.writeByte(
                switch (result.status()) {
                    case APPLIED -> 0;
                    case REFUSED -> 1;
                });
        Instant time = result.time();
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
        out.writeUTF(result.message());
    }

    public static TargetResult readResult(DataInput in) throws IOException {
        var target = new TargetId(in.readUTF());
        long index = in.readLong();
        var revision = new Revision(in.readLong());
        TargetResult.Status status = readStatus(in);
        Instant time = Instant.ofEpochSecond(in.readLong(), in.readInt());
        return new TargetResult(target, index, revision, status, time, in.readUTF());
    }

    static void writeTransaction(CommittedTransaction transaction, DataOutput out) throws IOException {
        out.writeLong(transaction.index());
        writeRevisions(transaction.revisions(), out);
        writeBytes(transaction.payload(), out);
    }

    static CommittedTransaction readTransaction(DataInput in) throws IOException {
        return new CommittedTransaction(in.readLong(), readRevisions(in), readBytes(in));
    }

    static void writeRevisions(Map<TargetId, Revision> revisions, DataOutput out) throws IOException {
        out.writeInt(revisions.size());
        for (var entry : revisions.entrySet()) {
            out.writeUTF(entry.getKey().value());
            out.writeLong(entry.getValue().value());
        }
    }

    static Map<TargetId, Revision> readRevisions(DataInput in) throws IOException {
        Map<TargetId, Revision> revisions = new TreeMap<>();
        for (int left = readSize(in); left > 0; left--) {
            revisions.put(new TargetId(in.readUTF()), new Revision(in.readLong()));
        }
        return revisions;
    }

    private static TargetResult.Status readStatus(DataInput in) throws IOException {
        int status = in.readByte();
        return switch (status) {
            case 0 -> TargetResult.Status.APPLIED;
            case 1 -> TargetResult.Status.REFUSED;
            default -> throw new IOException("result of unknown status " + status);
        };
    }

    private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        byte[] bytes = new byte[readSize(in)];
        in.readFully(bytes);
        return bytes;
    }

    private static int readSize(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0) {
            throw new IOException("negative length " + size);
        }
        return size;
    }
}
