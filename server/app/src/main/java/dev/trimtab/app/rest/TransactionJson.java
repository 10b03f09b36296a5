package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.Migrated;
import dev.trimtab.core.transaction.TargetChange;
import dev.trimtab.core.transaction.Transaction;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.TargetId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Transactions, and what became of them, as JSON. */
final class TransactionJson {
    private final RestServices.Backends backends;

    TransactionJson(RestServices.Backends backends) {
        this.backends = backends;
    }

    /** One entry of the history; without the edits where many are listed. */
    ObjectNode entry(History.Entry entry, boolean withEdits) {
        Transaction transaction = entry.transaction();
        ObjectNode json = Json.object()
                .put("transaction", transaction.index())
                .put("time", transaction.time().toString())
                .put("principal", transaction.principal())
                .put("comment", transaction.comment());
        ArrayNode list = json.putArray("targets");
        transaction.targets().forEach((target, change) -> {
            ObjectNode part = list.addObject().put("target", target.value());
            part.put("model", change.model().name())
                    .put("version", change.model().version());
            part.put("revision", change.revision().value());
            status(target, entry.results(), part);
            if (withEdits) {
                change(change, part);
            }
        });
        return json;
    }

    /** Notes what the target's backend answered; nothing for a target that has none. */
    void status(TargetId target, List<TargetResult> results, ObjectNode json) {
        Optional<TargetResult> result = results.stream()
                .filter(candidate -> candidate.target().equals(target))
                .findFirst();
        if (result.isPresent()) {
            json.put("status", result.get().status().name().toLowerCase(Locale.ROOT));
            if (!result.get().message().isEmpty()) {
                json.put("reason", result.get().message());
            }
        } else if (backends.has(target)) {
            json.put("status", "pending");
        }
    }

    /** What a target's change consists of: its edits, or, of one that was migrated, from where and what became of its values. */
    static void change(TargetChange change, ObjectNode json) {
        change.migrated()
                .ifPresentOrElse(
                        migrated -> json.set("migrated", migrated(migrated)),
                        () -> json.set("edits", edits(change.edits())));
    }

    private static ObjectNode migrated(Migrated migrated) {
        ObjectNode json = Json.object()
                .put("model", migrated.from().name())
                .put("version", migrated.from().version());
        ArrayNode notes = json.putArray("notes");
        for (MigrationNote note : migrated.notes()) {
            ObjectNode one = notes.addObject().put("kind", note.kind().name().toLowerCase(Locale.ROOT));
            putIfAny("from", note.from(), one);
            putIfAny("to", note.to(), one);
            putIfAny("before", note.before(), one);
            putIfAny("after", note.after(), one);
            one.put("reason", note.reason());
        }
        return json;
    }

    private static void putIfAny(String name, @Nullable Object value, ObjectNode json) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static ArrayNode edits(List<Edit> edits) {
        ArrayNode array = Json.array();
        for (Edit edit : edits) {
            ObjectNode json = array.addObject().put("path", edit.path().toString());
            switch (edit) {
                case Edit.Put put -> {
                    if (put.before() != null) {
                        json.putRawValue("before", new RawValue(put.before()));
                    }
                    json.putRawValue("after", new RawValue(put.json()));
                }
                case Edit.Delete delete -> json.putRawValue("before", new RawValue(delete.before()));
            }
        }
        return array;
    }
}
