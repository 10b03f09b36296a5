package dev.trimtab.adapter.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A small file that holds either its old or its new content, whatever happens to the machine in between. */
public final class DurableFile {
    private final Path file;

    public DurableFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The content; empty if the file was never written. */
    public Optional<byte[]> read() throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Replaces the content; returns when it is on the disk. One writer at a time. */
    public void write(byte[] content) throws IOException {
        Path folder = file.getParent();
        Files.createDirectories(folder);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (var out = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true); // the new name is on the disk only when its folder is
        }
    }
}
