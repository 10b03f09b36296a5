package dev.trimtab.core.southbound;

import dev.trimtab.model.Path;
import java.util.List;

/**
 * One atomic change of a backend: the deletes, then the replacements.
 *
 * @param term fencing number of the server that sends it; a backend refuses a lower one than it has seen
 */
public record BackendChange(long term, List<Path> deletes, List<Replacement> replacements) {

    /** The node at {@code path} becomes exactly {@code json} (RFC 7951, relative to the path). */
    @SuppressWarnings("ArrayRecordComponent") // bytes handed on, never compared
    public record Replacement(Path path, byte[] json) {}

    public BackendChange {
        deletes = List.copyOf(deletes);
        replacements = List.copyOf(replacements);
    }

    public boolean isEmpty() {
        return deletes.isEmpty() && replacements.isEmpty();
    }
}
