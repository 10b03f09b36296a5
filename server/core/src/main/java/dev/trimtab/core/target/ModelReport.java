package dev.trimtab.core.target;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModuleInfo;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows the models and how their code is, under {@code /system/models} of the target {@code system}. Thread-safe. */
public final class ModelReport {
    private static final int REASON_MAX = 1024;
    private static final Path MODELS = Path.parse("/system/models");
    private static final String MODULE = "trimtab-system:";

    private final Models models;
    private final Targets targets;
    private final InstantSource clock;

    /** How the code of a model is. */
    public enum PluginStatus {
        NONE,
        CONNECTED,
        AWAY
    }

    public ModelReport(Models models, Targets targets, InstantSource clock) {
        this.models = models;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * Shows a model, or that it is gone.
     *
     * @param error what is wrong; empty where nothing is
     */
    public void show(ModelId id, PluginStatus status, String error) {
        Path entry = MODELS.child(new PathElement("model", Map.of("name", id.name(), "version", id.version())));
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Delete(entry, "{}"));
        models.find(id)
                .ifPresent(served ->
                        edits.add(new Edit.Put(entry.child("state"), state(served.model(), status, error), null)));
        targets.report(TargetId.SYSTEM, edits, clock.instant());
    }

    /** Shows why a file of the plugin folder brings no model. */
    public void refuse(String file, String reason) {
        Path path = refused(file).child("reason");
        String json = json(out -> out.writeString(cut(reason)));
        targets.report(TargetId.SYSTEM, List.of(new Edit.Put(path, json, null)), clock.instant());
    }

    /** A file is refused no more; nothing happens where it was not. */
    public void accept(String file) {
        targets.report(TargetId.SYSTEM, List.of(new Edit.Delete(refused(file), "{}")), clock.instant());
    }

    private static Path refused(String file) {
        return MODELS.child(new PathElement("refused-file", Map.of("name", file)));
    }

    private String state(LoadedModel model, PluginStatus status, String error) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return json(out -> {
            out.writeStartObject();
            out.writeStringField(MODULE + "origin", models.settings(model.id()).isPresent() ? "added" : "built-in");
            out.writeStringField(MODULE + "plugin", status.name().toLowerCase(Locale.ROOT));
            out.writeStringField(MODULE + "since", now.toString());
            if (!error.isEmpty()) {
                out.writeStringField(MODULE + "last-error", cut(error));
            }
            out.writeArrayFieldStart(MODULE + "module");
            for (ModuleInfo module : model.modules()) {
                write(out, module);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, ModuleInfo module) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", module.name());
        if (!module.revision().isEmpty()) {
            out.writeStringField("revision", module.revision());
        }
        out.writeStringField("namespace", module.namespace());
        out.writeEndObject();
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " "); // YANG's strings hold no control characters
        return line.length() > REASON_MAX ? line.substring(0, REASON_MAX) : line;
    }

    /** What is written to a generator. */
    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static String json(Writing writing) {
        var text = new StringWriter();
        try (var out = new JsonFactory().createGenerator(text)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }
}
