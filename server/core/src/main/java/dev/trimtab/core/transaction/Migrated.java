package dev.trimtab.core.transaction;

import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.ModelId;
import java.util.List;

/**
 * That a transaction gave a target another model, and what its configuration was before.
 *
 * @param from the model before
 * @param config the whole configuration before, an RFC 7951 JSON object
 * @param notes every value that was lost, invented or changed on the way; empty where the command brought the configuration itself
 */
public record Migrated(ModelId from, String config, List<MigrationNote> notes) {
    public Migrated {
        notes = List.copyOf(notes);
    }

    Migrated seenBy(PolicyDecision reader) {
        List<MigrationNote> seen = notes.stream()
                .filter(note -> note.from() == null || reader.allows(note.from()))
                .filter(note -> note.to() == null || reader.allows(note.to()))
                .toList();
        return new Migrated(from, "{}", seen);
    }
}
