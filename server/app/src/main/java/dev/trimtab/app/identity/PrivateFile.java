package dev.trimtab.app.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small file with secrets: only its owner may read it (mode 600), and a reader sees the old content or the new one. */
record PrivateFile(Path path) {
    private static final Logger log = LoggerFactory.getLogger(PrivateFile.class);
    private static final Set<PosixFilePermission> MODE = PosixFilePermissions.fromString("rw-------");
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** The content; empty when there is no such file. A mode wider than 600 is narrowed: a volume's mount may have set it. */
    Optional<byte[]> read() throws IOException {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        if (POSIX && !MODE.containsAll(Files.getPosixFilePermissions(path))) {
            log.atWarn()
                    .addKeyValue("file", path)
                    .log("file with secrets could be read by others, its mode is now 600");
            Files.setPosixFilePermissions(path, MODE);
        }
        return Optional.of(Files.readAllBytes(path));
    }

    /** Replaces the file in one step, and returns when the disk has it. */
    void write(byte[] content) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(path + " is no file");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, path.getFileName() + ".", ".tmp", attributes());
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] attributes() {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(MODE)} : new FileAttribute<?>[0];
    }
}
