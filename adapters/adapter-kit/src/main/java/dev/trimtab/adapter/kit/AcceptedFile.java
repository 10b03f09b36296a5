package dev.trimtab.adapter.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** What one target accepted last, on the disk: a line with the term, then the configuration as RFC 7951 JSON. */
final class AcceptedFile {
    private final DurableFile file;

    AcceptedFile(Path path) {
        this.file = new DurableFile(path);
    }

    /** @param json the configuration without defaults */
    record Accepted(Term term, String json) {}

    Optional<Accepted> read() throws IOException {
        return file.read().map(content -> {
            String text = new String(content, StandardCharsets.UTF_8);
            int line = text.indexOf('\n');
            return new Accepted(Term.parse(text.substring(0, line)), text.substring(line + 1));
        });
    }

    /** On the disk when it returns. */
    void write(Accepted accepted) {
        try {
            file.write((accepted.term + "\n" + accepted.json).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the accepted configuration cannot be written", e);
        }
    }
}
