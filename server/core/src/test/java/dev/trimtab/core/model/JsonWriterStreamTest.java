package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

class JsonWriterStreamTest {
    private static final int ENTRIES = 10_000;

    private static NormalizedNode cages() {
        var json = new StringBuilder("{\"zoo:cage\":[");
        for (int i = 0; i < ENTRIES; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"number\":1,\"name\":\"é")
                    .append(i)
                    .append("\"}");
        }
        return Zoo.node("/", json + "]}");
    }

    private static void write(NormalizedNode node, OutputStream out) throws IOException {
        JsonWriter.write(
                Instance.root(Zoo.MODEL), node, out, JsonWriter.Options.STRICT, Visibility.ALL, Existence.STORED);
    }

    @Test
    void streamGetsTheSameTextInPiecesAndStaysOpen() throws IOException {
        NormalizedNode node = cages();
        var largest = new int[1];
        var out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] text, int from, int length) {
                largest[0] = Math.max(largest[0], length);
                super.write(text, from, length);
            }

            @Override
            public void close() {
                throw new IllegalStateException("closed");
            }
        };

        write(node, out);

        String whole = Zoo.write("/", node, JsonWriter.Options.STRICT);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(whole);
        assertThat(largest[0]).isLessThan(whole.length() / 10);
    }

    @Test
    void streamThatTakesNoMoreEndsTheWalk() {
        NormalizedNode node = cages();
        var full = new IOException("no space left");
        var out = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw full;
            }
        };

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> write(node, out))
                .isSameAs(full);
    }
}
