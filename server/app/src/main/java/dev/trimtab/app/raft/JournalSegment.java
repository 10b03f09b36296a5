package dev.trimtab.app.raft;

import dev.trimtab.app.start.StartException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the log, as Atomix 3.1.12 writes it: 64 bytes of header, then entries of length, CRC-32 and bytes; zeros to the end.
 *
 * <p>A write that a crash cut off leaves whole sectors of the file as they were before, zero; damage leaves them wrong. That is
 * how the two are told apart: a last entry with a wrong checksum is torn when one of its sectors is all zero.
 *
 * @param id the number in its name
 * @param entryBytesMax most bytes of an entry
 */
record JournalSegment(long id, Path file, int entryBytesMax) {
    private static final Logger LOG = LoggerFactory.getLogger(JournalSegment.class);
    private static final int HEADER_BYTES = 64;
    private static final int ENTRY_HEADER_BYTES = 8;
    private static final int SECTOR_BYTES = 512;

    /** Whether nothing was ever in it. */
    boolean isUnwritten() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return endOfData(channel, 0) == 0;
        }
    }

    /**
     * The index of its first entry, which the header says.
     *
     * @throws StartException for a header that is wrong
     */
    long firstIndex() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER_BYTES);
            if (header.remaining() < HEADER_BYTES || header.getInt() != 1 || header.getLong() != id) {
                throw damaged("its header is wrong");
            }
            long index = header.getLong();
            if (index < 1) {
                throw damaged("its header is wrong");
            }
            return index;
        }
    }

    /**
     * Reads every entry.
     *
     * @param last whether it is the log's last segment, whose last entry may be torn: that one is zeroed
     * @return how many there are
     * @throws StartException when an entry does not read and is not torn; the file is as it was
     */
    long countEntries(boolean last) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long at = HEADER_BYTES;
            long entries = 0;
            while (true) {
                int length = entryAt(channel, at);
                if (length <= 0) {
                    checkEnd(channel, at, last);
                    return entries;
                }
                at += ENTRY_HEADER_BYTES + length;
                entries++;
            }
        }
    }

    /** Length of the entry at {@code at}; 0 when there is none that reads. */
    private int entryAt(FileChannel channel, long at) throws IOException {
        ByteBuffer header = read(channel, at, ENTRY_HEADER_BYTES);
        if (header.remaining() < ENTRY_HEADER_BYTES) {
            return 0;
        }
        int length = header.getInt();
        int expected = header.getInt();
        if (length <= 0 || length > entryBytesMax) {
            return 0;
        }
        ByteBuffer bytes = read(channel, at + ENTRY_HEADER_BYTES, length);
        var crc = new CRC32();
        crc.update(bytes.duplicate());
        return bytes.remaining() == length && (int) crc.getValue() == expected ? length : 0;
    }

    private void checkEnd(FileChannel channel, long at, boolean last) throws IOException {
        long end = endOfData(channel, at);
        if (end <= at) {
            return;
        }
        if (!last || end - at > entryBytesMax + ENTRY_HEADER_BYTES || !isTorn(channel, at, end)) {
            throw damaged("the entry at byte " + at + " does not read");
        }
        LOG.atWarn()
                .addKeyValue("segment", file.getFileName())
                .addKeyValue("byte", at)
                .log("the last entry of the log was cut off by a crash and is dropped; it was never acknowledged");
        channel.write(ByteBuffer.allocate(Math.toIntExact(end - at)), at);
        channel.force(true);
    }

    private boolean isTorn(FileChannel channel, long at, long end) throws IOException {
        ByteBuffer header = read(channel, at, ENTRY_HEADER_BYTES);
        int length = header.remaining() < ENTRY_HEADER_BYTES ? 0 : header.getInt();
        boolean plausible = length > 0 && length <= entryBytesMax;
        long to = plausible ? at + ENTRY_HEADER_BYTES + length : end;
        if (end > to) {
            return false; // something was written after it, so it had been written whole
        }
        ByteBuffer bytes = read(channel, at, Math.toIntExact(to - at));
        if (bytes.remaining() < to - at) {
            return true; // the file ends inside the entry
        }
        long sectorEnd = Math.min(to, (at / SECTOR_BYTES + 1) * SECTOR_BYTES);
        for (long from = at; from < to; from = sectorEnd, sectorEnd = Math.min(to, from + SECTOR_BYTES)) {
            if (isZero(bytes.slice(Math.toIntExact(from - at), Math.toIntExact(sectorEnd - from)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (bytes.get() != 0) {
                return false;
            }
        }
        return true;
    }

    /** Position after the last byte from {@code from} on that is not zero; at most {@code from} when there is none. */
    private static long endOfData(FileChannel channel, long from) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(64 * 1024);
        long end = channel.size();
        while (end > from) {
            long start = Math.max(from, end - block.capacity());
            ByteBuffer bytes = read(channel, start, Math.toIntExact(end - start));
            for (int i = bytes.limit() - 1; i >= 0; i--) {
                if (bytes.get(i) != 0) {
                    return start + i + 1;
                }
            }
            end = start;
        }
        return from;
    }

    /** What the file holds from {@code at} on: {@code length} bytes, fewer only at its end. */
    static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
            // until it is full or the file ends
        }
        return bytes.flip();
    }

    /** Says that this segment stops the start. */
    StartException damaged(String how) {
        return new StartException("the log is damaged: " + file + ": " + how
                + "; nothing was changed: restore a backup, or let this member fetch the log from the others");
    }
}
