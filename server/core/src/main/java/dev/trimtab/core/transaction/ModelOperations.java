package dev.trimtab.core.transaction;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.target.ModelSettings;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.PluginSettings;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import dev.trimtab.model.XPathExtension;
import dev.trimtab.model.YangSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** The operations on the target {@code system} that add a model and remove it. */
public final class ModelOperations {
    private ModelOperations() {}

    /** The model's entry in the configuration of the target {@code system}. */
    public static Path path(ModelId id) {
        return ModelCatalog.entry(id);
    }

    /** Makes the model's entry these settings. */
    public static Operation add(ModelSettings settings) {
        var json = new ByteArrayOutputStream();
        try (var out = new JsonFactory().createGenerator(json)) {
            out.writeStartObject();
            write(out, settings.description());
            write(out, settings.plugin());
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new Operation.Replace(
                TargetId.SYSTEM, path(settings.description().id()), new Value.Json(json.toByteArray(), false));
    }

    /**
     * Removes the model's entry.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound} when the model is not served, {@code
     *     FailedPrecondition} when it is built in
     */
    public static Operation remove(Models models, ModelId id) {
        if (models.find(id).isEmpty()) {
            throw new Failure.NotFound("model " + id + " is not loaded").asException();
        }
        if (models.settings(id).isEmpty()) {
            throw new Failure.FailedPrecondition("model " + id + " is built in and cannot be removed").asException();
        }
        return new Operation.Delete(TargetId.SYSTEM, path(id));
    }

    private static void write(JsonGenerator out, ModelDescription description) throws IOException {
        out.writeStringField("title", description.title());
        out.writeArrayFieldStart("source");
        for (YangSource source : description.sources()) {
            out.writeStartObject();
            out.writeStringField("file-name", source.fileName());
            out.writeStringField("text", source.text());
            out.writeBooleanField("implemented", source.implemented());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("features");
        for (Map.Entry<String, Set<String>> module : description.features().entrySet()) {
            out.writeStartObject();
            out.writeStringField("module", module.getKey());
            writeAll(out, "enabled", module.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
        writeAll(
                out,
                "xpath-extension",
                description.xpathExtensions().stream().map(XPathExtension::text).toList());
    }

    private static void writeAll(JsonGenerator out, String name, Iterable<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, PluginSettings plugin) throws IOException {
        switch (plugin) {
            case PluginSettings.None _ -> {
                // nothing says so
            }
            case PluginSettings.Jar(String fileName) -> out.writeStringField("jar", fileName);
            case PluginSettings.Host process -> {
                out.writeObjectFieldStart("process");
                out.writeStringField("address", process.address());
                out.writeNumberField("port", process.port());
                if (process.tlsName() != null) {
                    out.writeStringField("tls-name", process.tlsName());
                }
                out.writeEndObject();
            }
        }
    }
}
