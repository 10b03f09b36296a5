package dev.trimtab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** The disk's own limit: append a block and force it to the disk. */
final class Fsync {
    private static final int CALLS = 400;
    private static final int BLOCK_BYTES = 4096;

    private Fsync() {}

    /** @param folder on the disk that the server's log is on */
    static Sample measure(Path folder) {
        Path file = folder.resolve("fsync-probe");
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            // Like the log, the file has its blocks before they are written.
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
            for (int i = 0; i < CALLS; i++) {
                channel.write(block.clear());
            }
            channel.force(true);
            channel.position(0);
            long[] nanos = new long[CALLS];
            long start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                long before = System.nanoTime();
                channel.write(block.clear());
                channel.force(false);
                nanos[i] = System.nanoTime() - before;
            }
            return Sample.of(nanos, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException("the disk cannot be measured", e);
        }
    }
}
