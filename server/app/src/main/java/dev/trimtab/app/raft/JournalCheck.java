package dev.trimtab.app.raft;

import dev.trimtab.app.start.StartException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
 */
final class JournalCheck {
    private static final int SNAPSHOT_HEADER_BYTES = 64;

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
            NavigableMap<Long, Path> segments = files(Pattern.compile(Pattern.quote(prefix) + "-([0-9]+)\\.log"));
            long next = -1;
            while (!segments.isEmpty()) {
                var entry = segments.pollFirstEntry();
                var segment = new JournalSegment(entry.getKey(), entry.getValue(), entryBytesMax);
                boolean last = segments.isEmpty();
                if (last && segment.isUnwritten()) {
                    Files.delete(segment.file()); // made just before a crash; nothing was ever in it
                    continue;
                }
                long first = segment.firstIndex();
                if (next < 0) {
                    checkSnapshotReaches(first);
                } else if (first != next) {
                    throw segment.damaged("it begins at entry " + first + " and not at " + next);
                }
                next = first + segment.countEntries(last);
            }
        } catch (IOException e) {
            throw new StartException("the log in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private NavigableMap<Long, Path> files(Pattern name) throws IOException {
        NavigableMap<Long, Path> found = new TreeMap<>();
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

    /** A log that does not begin at entry 1 goes on from a snapshot; Atomix deletes one whose completion mark is missing. */
    private void checkSnapshotReaches(long first) throws IOException {
        if (first == 1) {
            return;
        }
        for (var snapshot : files(Pattern.compile(Pattern.quote(prefix) + "-([0-9]+)\\.snapshot"))
                .entrySet()) {
            try (var channel = FileChannel.open(snapshot.getValue(), StandardOpenOption.READ)) {
                ByteBuffer header = JournalSegment.read(channel, 0, SNAPSHOT_HEADER_BYTES);
                if (header.remaining() == SNAPSHOT_HEADER_BYTES
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
}
