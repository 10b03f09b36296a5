package dev.trimtab.core.transaction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.store.CommittedTransaction;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as the log's payload: one JSON object whose member {@code v} is the format's version, readable in a hex dump years
 * later. Index and revisions are the store's and not repeated here.
 */
final class TransactionCodec {
    private static final int VERSION = 1;
    /** What was committed must be read back: the bounds are those of the request, and the library's own would stop a restart. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private TransactionCodec() {}

    static byte[] encode(Transaction transaction) {
        var bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeNumberField("v", VERSION);
            out.writeStringField("time", transaction.time().toString());
            out.writeStringField("principal", transaction.principal());
            out.writeStringField("comment", transaction.comment());
            out.writeStringField("key", transaction.idempotencyKey());
            out.writeObjectFieldStart("targets");
            for (var target : transaction.targets().entrySet()) {
                out.writeFieldName(target.getKey().value());
                write(target.getValue(), out);
            }
            out.writeEndObject();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(TargetChange change, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("model", change.model().name());
        out.writeStringField("version", change.model().version());
        out.writeArrayFieldStart("edits");
        for (Edit edit : change.edits()) {
            out.writeStartObject();
            switch (edit) {
                case Edit.Put(Path path, String json, var before) -> {
                    out.writeStringField("put", path.toString());
                    raw("value", json, out);
                    if (before != null) {
                        raw("before", before, out);
                    }
                }
                case Edit.Delete(Path path, String before) -> {
                    out.writeStringField("delete", path.toString());
                    raw("before", before, out);
                }
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        if (change.migrated().isPresent()) {
            write(change.migrated().get(), out);
        }
        out.writeEndObject();
    }

    private static void write(Migrated migrated, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("migrated");
        out.writeStringField("model", migrated.from().name());
        out.writeStringField("version", migrated.from().version());
        raw("config", migrated.config(), out);
        out.writeArrayFieldStart("notes");
        for (MigrationNote note : migrated.notes()) {
            out.writeStartObject();
            out.writeStringField("kind", note.kind().name());
            optional("from", note.from() == null ? null : note.from().toString(), out);
            optional("to", note.to() == null ? null : note.to().toString(), out);
            optional("before", note.before(), out);
            optional("after", note.after(), out);
            out.writeStringField("reason", note.reason());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void optional(String name, @Nullable String text, JsonGenerator out) throws IOException {
        if (text != null) {
            out.writeStringField(name, text);
        }
    }

    private static void raw(String name, String json, JsonGenerator out) throws IOException {
        out.writeFieldName(name);
        out.writeRawValue(json);
    }

    static Transaction decode(CommittedTransaction committed) {
        try (JsonParser in = JSON.createParser(committed.payload())) {
            return new Reader(in, committed).transaction();
        } catch (IOException e) {
            throw new IllegalStateException("transaction " + committed.index() + " in the log cannot be read", e);
        }
    }

    /** Reads one payload; members it does not know are skipped. */
    private record Reader(JsonParser in, CommittedTransaction committed) {

        Transaction transaction() throws IOException {
            Instant time = Instant.EPOCH;
            String principal = "";
            String comment = "";
            String key = "";
            Map<TargetId, TargetChange> targets = new TreeMap<>();
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "v" -> checkVersion(in.getIntValue());
                    case "time" -> time = Instant.parse(in.getText());
                    case "principal" -> principal = in.getText();
                    case "comment" -> comment = in.getText();
                    case "key" -> key = in.getText();
                    case "targets" -> targets(targets);
                    default -> in.skipChildren();
                }
            }
            return new Transaction(committed.index(), time, principal, comment, key, targets);
        }

        private void checkVersion(int version) {
            if (version != VERSION) {
                throw new IllegalStateException("transaction " + committed.index() + " in the log has format " + version
                        + "; this server reads format " + VERSION);
            }
        }

        private void targets(Map<TargetId, TargetChange> targets) throws IOException {
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                TargetId target = new TargetId(in.currentName());
                in.nextToken();
                targets.put(target, change(target));
            }
        }

        private TargetChange change(TargetId target) throws IOException {
            String model = "";
            String version = "";
            List<Edit> edits = List.of();
            Migrated migrated = null;
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "model" -> model = in.getText();
                    case "version" -> version = in.getText();
                    case "edits" -> edits = objects(this::edit);
                    case "migrated" -> migrated = migrated();
                    default -> in.skipChildren();
                }
            }
            Revision revision = committed.revisions().getOrDefault(target, Revision.NONE);
            return new TargetChange(new ModelId(model, version), revision, edits, Optional.ofNullable(migrated));
        }

        private Migrated migrated() throws IOException {
            String model = "";
            String version = "";
            String config = "{}";
            List<MigrationNote> notes = List.of();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "model" -> model = in.getText();
                    case "version" -> version = in.getText();
                    case "config" -> config = text();
                    case "notes" -> notes = objects(this::note);
                    default -> in.skipChildren();
                }
            }
            return new Migrated(new ModelId(model, version), config, notes);
        }

        /** Reads one object of an array. */
        @FunctionalInterface
        private interface Element<T> {
            T read() throws IOException;
        }

        private <T> List<T> objects(Element<T> element) throws IOException {
            List<T> all = new ArrayList<>();
            while (in.nextToken() == JsonToken.START_OBJECT) {
                all.add(element.read());
            }
            return all;
        }

        private MigrationNote note() throws IOException {
            Map<String, String> texts = new HashMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                texts.put(name, in.getText());
            }
            String from = texts.get("from");
            String to = texts.get("to");
            return new MigrationNote(
                    MigrationNote.Kind.valueOf(texts.getOrDefault("kind", "")),
                    from == null ? null : Path.parse(from),
                    to == null ? null : Path.parse(to),
                    texts.get("before"),
                    texts.get("after"),
                    texts.getOrDefault("reason", ""));
        }

        private Edit edit() throws IOException {
            Path put = null;
            Path delete = null;
            String value = null;
            String before = null;
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "put" -> put = Path.parse(in.getText());
                    case "delete" -> delete = Path.parse(in.getText());
                    case "value" -> value = text();
                    case "before" -> before = text();
                    default -> in.skipChildren();
                }
            }
            if (put != null && value != null) {
                return new Edit.Put(put, value, before);
            }
            if (delete != null && before != null) {
                return new Edit.Delete(delete, before);
            }
            throw new IllegalStateException("transaction " + committed.index() + " in the log has an incomplete edit");
        }

        /** The value as it stands in the log, to the digit: what was accepted and what is read back must be equal. */
        private String text() throws IOException {
            int from = (int) in.currentTokenLocation().getByteOffset();
            in.skipChildren();
            in.finishToken();
            int to = (int) in.currentLocation().getByteOffset();
            return new String(committed.payload(), from, to - from, StandardCharsets.UTF_8);
        }
    }
}
