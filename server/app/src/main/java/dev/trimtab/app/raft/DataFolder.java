package dev.trimtab.app.raft;

import dev.trimtab.app.start.StartException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one node, held by one process at a time.
 *
 * <p>{@code LOCK} is locked while the store is open; {@code FORMAT} says how the rest is written; {@code raft/} is Atomix's.
 */
final class DataFolder implements AutoCloseable {
    /** What this version writes, and the only one that it reads. */
    private static final String FORMAT = "trimtab-store 1";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing, locks it and looks at its format.
     *
     * @throws StartException when that does not go; nothing in the folder was changed then
     */
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
            var data = new DataFolder(folder, lock(folder));
            try {
                data.checkFormat();
                Files.createDirectories(data.raft());
                return data;
            } catch (IOException | RuntimeException e) {
                data.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartException("the data folder " + folder + " cannot be written: " + reason(e), e);
        }
    }

    /** Where Atomix keeps log, snapshots and vote. */
    Path raft() {
        return folder.resolve("raft");
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Another store of this very process has it: the same answer as for another process.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new StartException("the data folder " + folder
                    + " is in use by another server: stop that one, or choose another folder");
        }
        return channel;
    }

    private void checkFormat() throws IOException {
        Path file = folder.resolve("FORMAT");
        if (Files.exists(file)) {
            String found = Files.readString(file).strip();
            if (!found.equals(FORMAT)) {
                throw new StartException("the data folder " + folder + " is of format '" + found
                        + "', this version reads '" + FORMAT + "': start the version that wrote it");
            }
            return;
        }
        if (Files.isDirectory(raft()) && !isEmpty(raft())) {
            throw new StartException("the data folder " + folder + " has a log but no file FORMAT: it is not complete");
        }
        writeFormat(file);
    }

    private void writeFormat(Path file) throws IOException {
        Path temporary = folder.resolve("FORMAT.new");
        Files.write(temporary, List.of(FORMAT));
        try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true); // the name, too
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // The process's end gives the lock back as well.
        }
    }
}
