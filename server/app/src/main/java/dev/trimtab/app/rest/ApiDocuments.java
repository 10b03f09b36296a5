package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.apigen.OpenApiDocument;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.ModelId;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI documents and a page to read them with: {@code /openapi}. Open to everybody: they describe models, and hold no
 * configuration.
 *
 * <p>A document is printed when it is first asked for.
 */
final class ApiDocuments {
    private static final String ASSETS = "/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/";
    private static final Pattern ASSET = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.(css|js|png|html)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "png", "image/png",
            "html", "text/html;charset=utf-8");

    private final Models models;
    /** By the loaded model itself: another model may come under the same name. */
    private final Map<LoadedModel, byte[]> printed = Collections.synchronizedMap(new WeakHashMap<>());

    ApiDocuments(Models models) {
        this.models = models;
    }

    static String url(ModelId model) {
        return "/openapi/" + model.name() + "/" + model.pathVersion() + ".json";
    }

    void index(Context ctx) {
        ObjectNode body = Json.object();
        ArrayNode documents = body.putArray("documents");
        for (ServedModel served : models.all()) {
            documents
                    .addObject()
                    .put("name", served.model().id().toString())
                    .put("title", served.model().title())
                    .put("url", url(served.model().id()));
        }
        ctx.contentType(Media.JSON.type()).result(Json.bytes(body));
    }

    /** The document of the newest patch of a model; as YAML it is the same text, since a JSON text is one of YAML 1.2. */
    void document(Context ctx) {
        String name = ctx.pathParam("model");
        String file = ctx.pathParam("document");
        boolean yaml = file.endsWith(".yaml");
        String version = file.replaceFirst("\\.(json|yaml)$", "");
        LoadedModel model = models.all().stream()
                .map(ServedModel::model)
                .filter(candidate -> !version.equals(file)
                        && candidate.id().name().equals(name)
                        && candidate.id().pathVersion().equals(version))
                .reduce((_, newer) -> newer)
                .orElseThrow(() -> new Failure.NotFound("there is no document " + name + "/" + file).asException());
        byte[] text = printed.computeIfAbsent(model, _ -> OpenApiDocument.bytes(OpenApiDocument.of(model)));
        ctx.contentType(yaml ? "application/yaml" : Media.JSON.type()).result(text);
    }

    /** The reader's page, from the library on the class path but for the script that says which documents there are. */
    void page(Context ctx) {
        String file = ctx.pathParamMap().getOrDefault("file", "index.html");
        ctx.header(
                "Content-Security-Policy",
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
        InputStream asset = ASSET.matcher(file).matches() ? asset(file) : null;
        if (asset == null) {
            throw new Failure.NotFound("there is no page " + file).asException();
        }
        ctx.contentType(TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream"))
                .result(asset);
    }

    private static @Nullable InputStream asset(String file) {
        return file.equals("swagger-initializer.js")
                ? ApiDocuments.class.getResourceAsStream("/rest/swagger-initializer.js")
                : ApiDocuments.class.getResourceAsStream(ASSETS + file);
    }

    private static String swaggerVersion() {
        try (InputStream in =
                ApiDocuments.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            var properties = new java.util.Properties();
            properties.load(java.util.Objects.requireNonNull(in, "swagger-ui is not on the class path"));
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("the version of swagger-ui cannot be read", e);
        }
    }
}
