package dev.trimtab.app.raft;

import io.atomix.storage.buffer.BufferInput;
import io.atomix.storage.buffer.BufferOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * A snapshot's bytes in frames (length, CRC-32, bytes), ended by an empty frame, so that a damaged snapshot is noticed.
 *
 * <p>Atomix puts no checksum on its snapshots.
 */
final class SnapshotFrames {
    private static final int FRAME_BYTES = 64 * 1024;

    private SnapshotFrames() {}

    static OutputStream output(BufferOutput<?> to) {
        return new BufferedOutputStream(new FrameOutput(to), FRAME_BYTES);
    }

    static InputStream input(BufferInput<?> from) {
        return new FrameInput(from);
    }

    private static int crc(byte[] bytes, int offset, int length) {
        var crc = new CRC32();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    private static final class FrameOutput extends OutputStream {
        private final BufferOutput<?> to;

        FrameOutput(BufferOutput<?> to) {
            this.to = to;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int at = 0; at < length; at += FRAME_BYTES) {
                int size = Math.min(FRAME_BYTES, length - at);
                to.writeInt(size);
                to.writeInt(crc(bytes, offset + at, size));
                to.write(bytes, offset + at, size);
            }
        }

        @Override
        public void close() {
            to.writeInt(0);
        }
    }

    private static final class FrameInput extends InputStream {
        private final BufferInput<?> from;
        private byte[] frame = new byte[0];
        private int at;
        private boolean ended;

        FrameInput(BufferInput<?> from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            return filled() ? frame[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!filled()) {
                return -1;
            }
            int size = Math.min(length, frame.length - at);
            System.arraycopy(frame, at, bytes, offset, size);
            at += size;
            return size;
        }

        private boolean filled() throws IOException {
            if (at < frame.length) {
                return true;
            }
            if (ended) {
                return false;
            }
            int size = from.readInt();
            if (size == 0) {
                ended = true;
                return false;
            }
            if (size < 0 || size > FRAME_BYTES || size > from.remaining()) {
                throw new IOException("a frame of " + size + " bytes");
            }
            int expected = from.readInt();
            frame = from.readBytes(size);
            at = 0;
            if (crc(frame, 0, size) != expected) {
                throw new IOException("a checksum is wrong");
            }
            return true;
        }
    }
}
