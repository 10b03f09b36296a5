package dev.trimtab.app.raft;

import dev.trimtab.core.store.Proposal;
import dev.trimtab.core.store.StoreFormat;
import dev.trimtab.core.store.TargetResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What one entry of the log asks of the state machine.
 *
 * <p>Written as a version, a kind, and the kind's fields. The version changes when an older server could not apply the entry.
 */
sealed interface StoreOperation {
    /** First byte of every operation and of every answer. */
    int VERSION = 1;

    /** Commits a batch that fits into one entry. */
    record Commit(List<Proposal> batch) implements StoreOperation {}

    /**
     * Keeps a part of a batch that does not fit into one entry.
     *
     * @param offset where the part belongs; 0 begins a new batch and drops what the same proposer staged before
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes handed on, never compared
    record Stage(int offset, byte[] part) implements StoreOperation {}

    /**
     * Commits the batch whose parts were staged, with its last part; all or nothing of it is in the log.
     *
     * @param length of the whole batch, with this part
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes handed on, never compared
    record CommitStaged(int length, byte[] part) implements StoreOperation {}

    /** Notes what backends answered. */
    record Note(List<TargetResult> results) implements StoreOperation {}

    /** Gives the next term of a lease. */
    record Acquire(String lease, String holder) implements StoreOperation {}

    default byte[] encode() {
        return bytes(out -> {
            out.writeByte(VERSION);
            switch (this) {
                case Commit(var batch) -> {
                    out.writeByte(1);
                    out.write(encodeBatch(batch));
                }
                case Stage(int offset, byte[] part) -> {
                    out.writeByte(2);
                    out.writeInt(offset);
                    out.write(part);
                }
                case CommitStaged(int length, byte[] part) -> {
                    out.writeByte(3);
                    out.writeInt(length);
                    out.write(part);
                }
                case Note(var results) -> {
                    out.writeByte(4);
                    StoreFormat.writeList(results, out, StoreFormat::writeResult);
                }
                case Acquire(String lease, String holder) -> {
                    out.writeByte(5);
                    out.writeUTF(lease);
                    out.writeUTF(holder);
                }
            }
        });
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws UncheckedIOException when the entry is of a newer version, or damaged
     */
    static StoreOperation decode(byte[] entry) {
        return read(entry, in -> {
            checkVersion(in.readByte());
            int kind = in.readByte();
            return switch (kind) {
                case 1 -> new Commit(StoreFormat.readList(in, StoreFormat::readProposal));
                case 2 -> new Stage(in.readInt(), in.readAllBytes());
                case 3 -> new CommitStaged(in.readInt(), in.readAllBytes());
                case 4 -> new Note(StoreFormat.readList(in, StoreFormat::readResult));
                case 5 -> new Acquire(in.readUTF(), in.readUTF());
                default -> throw new IOException("operation of unknown kind " + kind);
            };
        });
    }

    static byte[] encodeBatch(List<Proposal> batch) {
        return bytes(out -> StoreFormat.writeList(batch, out, StoreFormat::writeProposal));
    }

    static List<Proposal> decodeBatch(byte[] batch) {
        return read(batch, in -> StoreFormat.readList(in, StoreFormat::readProposal));
    }

    static void checkVersion(int version) throws IOException {
        if (version != VERSION) {
            throw new IOException("entry of version " + version + ", this server reads " + VERSION);
        }
    }

    /** Writes fields. */
    @FunctionalInterface
    interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads fields. */
    @FunctionalInterface
    interface Parser<T> {
        T read(DataInputStream in) throws IOException;
    }

    static byte[] bytes(Fields fields) {
        var bytes = new ByteArrayOutputStream();
        try {
            fields.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text too long for its field; memory itself does not fail
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Parser<T> parser) {
        try {
            return parser.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
