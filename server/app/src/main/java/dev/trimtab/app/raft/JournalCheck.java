package dev.trimtab.app.raft;

import dev.trimtab.app.start.StartException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the log and the snapshots before Atomix opens them.
 *
 * <p>Atomix takes the first entry that it cannot read for the end of the log, writes over what follows, and deletes segments
 * that no longer fit: one damaged byte would silently cost every transaction after it. So the files are read here first:
 *
 * <ul>
 *   <li>A torn last entry, as a crash leaves it, was never acknowledged. It is zeroed and the log ends before it.
 *   <li>Anything else that does not read stops the start, and no file is changed.
 * </ul>
 *
 * <p>A write that a crash cut off leaves whole sectors of the file as they were before, zero; damage leaves them wrong. That is
 * how the two are told apart: a last entry with a wrong checksum is torn when one of its sectors is all zero.
 *
 * <p>Format of a segment (Atomix 3.1.12): 64 bytes of header, then entries of length, CRC-32 and bytes; zeros to the end.
 */
final class JournalCheck {
    private static final Logger LOG = LoggerFactory.getLogger(JournalCheck.class);
    private static final int HEADER_BYTES = 64;
    private static final int ENTRY_HEADER_BYTES = 8;
    private static final int SECTOR_BYTES = 512;

    private final Path folder;
    private final String prefix;
    private final int entryBytesMax;

    JournalCheck(Path folder, String prefix, int entryBytesMax) {
        this.folder = folder;
        this.prefix = prefix;
        this.entryBytesMax = entryBytesMax;
    }

    /**
     * Reads every entry once.
     *
     * @throws StartException when the log or a snapshot is damaged
     */
    void run() {
        try {
            Map<Long, Path> segments = files(Pattern.compile(Pattern.quote(prefix) + "-([0-9]+)\\.log"));
            long next = -1;
            while (!segments.isEmpty()) {
                var segment = ((TreeMap<Long, Path>) segments).pollFirstEntry();
                boolean last = segments.isEmpty();
                if (last && isUnwritten(segment.getValue())) {
                    Files.delete(segment.getValue()); // made just before a crash; nothing was ever in it
                    continue;
                }
                long first = firstIndex(segment.getKey(), segment.getValue());
                if (next < 0) {
                    checkSnapshotReaches(first);
                } else if (first != next) {
                    throw damaged(segment.getValue(), "it begins at entry " + first + " and not at " + next);
                }
                next = first + countEntries(segment.getValue(), last);
            }
        } catch (IOException e) {
            throw new StartException("the log in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<Long, Path> files(Pattern name) throws IOException {
        Map<Long, Path> found = new TreeMap<>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> {
                Matcher match = name.matcher(file.getFileName().toString());
                if (match.matches()) {
                    found.put(Long.parseLong(match.group(1)), file);
                }
            });
        }
        return found;
    }

    private static boolean isUnwritten(Path segment) throws IOException {
        try (var channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            return endOfData(channel, 0) == 0;
        }
    }

    private long firstIndex(long id, Path segment) throws IOException {
        try (var channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER_BYTES);
            if (header.remaining() < HEADER_BYTES || header.getInt() != 1 || header.getLong() != id) {
                throw damaged(segment, "its header is wrong");
            }
            long index = header.getLong();
            if (index < 1) {
                throw damaged(segment, "its header is wrong");
            }
            return index;
        }
    }

    /** A log that does not begin at entry 1 goes on from a snapshot; Atomix deletes one whose completion mark is missing. */
    private void checkSnapshotReaches(long first) throws IOException {
        if (first == 1) {
            return;
        }
        for (var snapshot : files(Pattern.compile(Pattern.quote(prefix) + "-([0-9]+)\\.snapshot"))
                .entrySet()) {
            try (var channel = FileChannel.open(snapshot.getValue(), StandardOpenOption.READ)) {
                ByteBuffer header = read(channel, 0, HEADER_BYTES);
                if (header.remaining() == HEADER_BYTES
                        && header.getLong(0) == snapshot.getKey()
                        && header.get(20) == 1
                        && snapshot.getKey() >= first - 1) {
                    return;
                }
            }
        }
        throw new StartException("the log in " + folder + " begins at entry " + first
                + " and no complete snapshot reaches up to it: restore a backup");
    }

    private long countEntries(Path segment, boolean last) throws IOException {
        try (var channel = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long at = HEADER_BYTES;
            long entries = 0;
            while (true) {
                int length = entryAt(channel, at);
                if (length <= 0) {
                    checkEnd(segment, channel, at, last);
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

    private void checkEnd(Path segment, FileChannel channel, long at, boolean last) throws IOException {
        long end = endOfData(channel, at);
        if (end <= at) {
            return;
        }
        if (!last || end - at > entryBytesMax + ENTRY_HEADER_BYTES || !isTorn(channel, at, end)) {
            throw damaged(segment, "the entry at byte " + at + " does not read");
        }
        LOG.atWarn()
                .addKeyValue("segment", segment.getFileName())
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

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
            // until it is full or the file ends
        }
        return bytes.flip();
    }

    private static StartException damaged(Path segment, String how) {
        return new StartException("the log is damaged: " + segment + ": " + how
                + "; nothing was changed: restore a backup, or let this member fetch the log from the others");
    }
}
