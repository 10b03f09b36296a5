package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.adapter.kit.BackendRefusedException;
import dev.trimtab.adapter.kit.DurableFile;
import dev.trimtab.model.TargetId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which objects the adapter made, for whom, and what their backend accepted: a small file, so that a restarted adapter knows what
 * is its own to change and to delete.
 *
 * <p>An object is written down as claimed, its content in doubt, before the backend is told of it. So nothing that the adapter
 * made is ever forgotten, and what was under way at a crash is told again. Not thread-safe; its owner holds a lock.
 */
final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DurableFile file;
    private final SortedMap<ObjectKey, Entry> entries = new TreeMap<>();

    /** @param accepted what the backend accepted; null while that is in doubt */
    private record Entry(TargetId owner, @Nullable JsonNode accepted) {}

    private Ledger(DurableFile file) {
        this.file = file;
    }

    /** Reads the ledger of an earlier run, if there was one. */
    static Ledger open(Path path) throws IOException {
        var ledger = new Ledger(new DurableFile(path));
        var written = ledger.file.read();
        if (written.isPresent()) {
            for (JsonNode line : JSON.readTree(written.get())) {
                ledger.read(line);
            }
        }
        return ledger;
    }

    /** The objects of one target, in the order of creation. */
    List<ObjectKey> of(TargetId owner) {
        return entries.entrySet().stream()
                .filter(e -> e.getValue().owner.equals(owner))
                .map(Map.Entry::getKey)
                .toList();
    }

    Set<TargetId> owners() {
        return entries.values().stream().map(Entry::owner).collect(Collectors.toSet());
    }

    /** Whether the backend is known to have accepted exactly this from this target. */
    boolean isAccepted(TargetId owner, BackendObject object) {
        Entry entry = entries.get(object.key());
        return entry != null && entry.owner.equals(owner) && object.body().equals(entry.accepted);
    }

    /** Whether what the backend holds is what it accepted. */
    boolean agrees(ObjectKey key, JsonNode held) {
        Entry entry = entries.get(key);
        return entry != null && entry.accepted != null && Holding.isHeld(entry.accepted, held);
    }

    /**
     * Writes down that these objects are about to be sent. On the disk when it returns.
     *
     * @throws BackendRefusedException when another target has one of them; then nothing is claimed
     */
    void claim(TargetId owner, List<BackendObject> objects) throws BackendRefusedException {
        for (BackendObject object : objects) {
            Entry present = entries.get(object.key());
            if (present != null && !present.owner.equals(owner)) {
                throw new BackendRefusedException(object.key() + " belongs to target " + present.owner);
            }
        }
        objects.forEach(object -> entries.put(object.key(), new Entry(owner, null)));
        save();
    }

    /** The backend accepted a claimed object. In memory until {@link #save}. */
    void accepted(TargetId owner, BackendObject object) {
        entries.put(object.key(), new Entry(owner, object.body()));
    }

    /** The backend does not hold the object any more. In memory until {@link #save}. */
    void gone(ObjectKey key) {
        entries.remove(key);
    }

    /** The backend may hold something else than it accepted, so that it has to be told again. */
    void doubt(ObjectKey key) {
        entries.computeIfPresent(key, (_, entry) -> new Entry(entry.owner, null));
    }

    void save() {
        ArrayNode lines = JSON.createArrayNode();
        entries.forEach((key, entry) -> lines.addObject()
                .put("kind", key.kind().name())
                .put("endpoint", key.endpoint().toString())
                .put("name", key.name())
                .put("target", entry.owner.value())
                .set("accepted", entry.accepted));
        try {
            file.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(lines));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the ledger cannot be written as JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }

    private void read(JsonNode line) {
        var key = new ObjectKey(
                ObjectKey.Kind.valueOf(line.path("kind").asText()),
                URI.create(line.path("endpoint").asText()),
                line.path("name").asText());
        JsonNode accepted = line.path("accepted") instanceof ObjectNode object ? object : null;
        entries.put(key, new Entry(new TargetId(line.path("target").asText()), accepted));
    }
}
