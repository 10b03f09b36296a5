package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.transaction.ModelOperations;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import io.javalin.http.Context;
import java.util.Set;

/** The models that are loaded, and their YANG: {@code /api/v1/models}. Whoever is known may read them: they hold no configuration. */
final class ModelResource {
    private static final String YANG = "application/yang;charset=utf-8";

    private final Models models;
    private final SystemState state;

    ModelResource(Models models, SystemState state) {
        this.models = models;
        this.state = state;
    }

    void list(Context ctx, Principal principal) {
        Query.of(ctx, Set.of());
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("models");
        for (ServedModel served : models.all()) {
            list.add(json(served.model(), principal));
        }
        ctx.contentType(Media.JSON.type()).result(Json.bytes(body));
    }

    void get(Context ctx, Principal principal) {
        Query.of(ctx, Set.of());
        ctx.contentType(Media.JSON.type()).result(Json.bytes(json(model(ctx), principal)));
    }

    /** With what the server knows of the model's code, where the caller may see that. */
    private ObjectNode json(LoadedModel model, Principal principal) {
        ModelId id = model.id();
        ObjectNode json = Json.object()
                .put("name", id.name())
                .put("version", id.version())
                .put("title", model.title())
                .put("openapi", ApiDocuments.url(id));
        ArrayNode modules = json.putArray("modules");
        model.modules()
                .forEach(module -> modules.addObject()
                        .put("name", module.name())
                        .put("revision", module.revision())
                        .put("namespace", module.namespace())
                        .put("yang", "/api/v1/models/" + id.name() + "/" + id.version() + "/yang/" + module.name()));
        state.add(principal, ModelOperations.path(id).child("state"), json);
        return json;
    }

    /** The text of one module or submodule, named with or without its revision. */
    void yang(Context ctx, Principal principal) {
        Query.of(ctx, Set.of());
        String name = ctx.pathParam("module");
        String text = model(ctx).description().sources().stream()
                .filter(source -> isCalled(source, name))
                .map(YangSource::text)
                .findFirst()
                .orElseThrow(() -> new Failure.NotFound("the model has no module '" + name + "'").asException());
        ctx.contentType(YANG).result(text);
    }

    private static boolean isCalled(YangSource source, String name) {
        String file = source.fileName();
        return file.equals(name + ".yang") || file.startsWith(name + "@");
    }

    private LoadedModel model(Context ctx) {
        String name = ctx.pathParam("model");
        String version = ctx.pathParam("version");
        return models.all().stream()
                .map(ServedModel::model)
                .filter(model ->
                        model.id().name().equals(name) && model.id().version().equals(version))
                .findFirst()
                .orElseThrow(() -> ModelEntryResource.notServed(name, version));
    }
}
