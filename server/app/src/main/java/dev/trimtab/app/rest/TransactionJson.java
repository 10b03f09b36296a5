package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.transaction.History;
import dev.trimtab.core.transaction.Transaction;
import dev.trimtab.model.TargetId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
                part.set("edits", edits(change.edits()));
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

    static ArrayNode edits(List<Edit> edits) {
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
