package dev.trimtab.app.rest;

import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.core.transaction.ModelOperations;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/**
 * Adds and removes models: PUT and DELETE of {@code /api/v1/models/{model}/{version}}.
 *
 * <p>The body of a PUT is the model's entry in the configuration of the target {@code system}: {@code {"title", "source":
 * [{"file-name", "text", "implemented"}], ...}}; the change is one of that target.
 */
final class ModelEntryResource {
    private final Models models;
    private final Changes changes;
    private final RestSettings settings;

    ModelEntryResource(Models models, Changes changes, RestSettings settings) {
        this.models = models;
        this.changes = changes;
        this.settings = settings;
    }

    void put(Context ctx, Principal principal) {
        ModelId id = id(ctx);
        Path path = ModelOperations.path(id);
        var body = new Value.Json(ctx.bodyAsBytes(), Media.ofBody(ctx).strict());
        Operation operation = "*".equals(ctx.header("If-None-Match"))
                ? new Operation.Create(TargetId.SYSTEM, path, body)
                : new Operation.Replace(TargetId.SYSTEM, path, body);
        change(ctx, principal, operation);
    }

    void delete(Context ctx, Principal principal) {
        change(ctx, principal, ModelOperations.remove(models, id(ctx)));
    }

    private void change(Context ctx, Principal principal, Operation operation) {
        WriteOptions options = WriteOptions.of(ctx, settings);
        CommitResult result = changes.commit(new Changes.Request(principal, List.of(operation), Map.of(), options));
        boolean isNew = !options.dryRun() && ModelWrites.isNew(result.targets().get(TargetId.SYSTEM), operation.path());
        changes.answer(ctx, result, options, isNew ? 201 : 200);
    }

    private static ModelId id(Context ctx) {
        try {
            return new ModelId(ctx.pathParam("model"), ctx.pathParam("version"));
        } catch (IllegalArgumentException e) {
            throw Json.malformed(String.valueOf(e.getMessage()));
        }
    }

    static RuntimeException notServed(String name, String version) {
        return new Failure.NotFound("model " + name + " " + version + " is not loaded").asException();
    }
}
