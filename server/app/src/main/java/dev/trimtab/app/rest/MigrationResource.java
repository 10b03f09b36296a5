package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.core.transaction.TargetChange;
import dev.trimtab.core.transaction.TargetOperations;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.TargetId;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives targets another version of their model, and migrates their configurations: POST of {@code /api/v1/migrations}.
 *
 * <p>The body is {@code {"version", "targets": [...]}}: one transaction for all of them. With {@code ?dry-run} each target is tried
 * on its own, so that one that cannot be migrated hides nothing of the others; {@code {"version", "model"}} then means every target
 * of the model that has another version.
 */
final class MigrationResource {
    private static final Set<String> MEMBERS = Set.of("version", "targets", "model");

    private final ReadService reads;
    private final Changes changes;
    private final RestSettings settings;

    MigrationResource(ReadService reads, Changes changes, RestSettings settings) {
        this.reads = reads;
        this.changes = changes;
        this.settings = settings;
    }

    private record Wanted(String version, List<TargetId> targets) {}

    void post(Context ctx, Principal principal) {
        WriteOptions options = WriteOptions.of(ctx, settings);
        Wanted wanted = wanted(Json.read(ctx.bodyAsBytes()), principal, options.dryRun());
        if (options.dryRun()) {
            preview(ctx, principal, wanted, options);
        } else {
            List<Operation> operations = wanted.targets().stream()
                    .map(target -> TargetOperations.migrate(target, wanted.version()))
                    .toList();
            changes.answer(ctx, commit(principal, operations, options), options, 200);
        }
    }

    private void preview(Context ctx, Principal principal, Wanted wanted, WriteOptions options) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("targets");
        for (TargetId target : wanted.targets()) {
            ObjectNode entry = list.addObject().put("target", target.value());
            try {
                CommitResult result =
                        commit(principal, List.of(TargetOperations.migrate(target, wanted.version())), options);
                TargetChange change = result.targets().get(target);
                if (change != null) {
                    TransactionJson.change(change, entry);
                }
            } catch (FailureException e) {
                entry.set("problem", Problems.of(e.failure()).body(ctx.path()));
            }
        }
        ctx.contentType(Media.JSON.type()).result(Json.bytes(body));
    }

    private CommitResult commit(Principal principal, List<Operation> operations, WriteOptions options) {
        return changes.commit(new Changes.Request(principal, operations, Map.of(), options));
    }

    private Wanted wanted(JsonNode body, Principal principal, boolean dryRun) {
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw Json.malformed("the body has a member '" + name + "'; it takes " + MEMBERS);
            }
        });
        String version = text(body, "version");
        if (body.has("targets") == body.has("model")) {
            throw Json.malformed("the body names either targets or, for a dry run, their model");
        }
        if (body.has("targets")) {
            return new Wanted(version, named(body.path("targets"), principal));
        }
        if (!dryRun) {
            throw Json.malformed("all targets of a model are for a dry run; name the targets to migrate");
        }
        return new Wanted(version, others(new ModelId(text(body, "model"), version), principal));
    }

    private static String text(JsonNode body, String name) {
        String text = body.path(name).textValue();
        if (text == null) {
            throw Json.malformed("the body needs the text member '" + name + "'");
        }
        return text;
    }

    private List<TargetId> named(JsonNode list, Principal principal) {
        List<TargetId> targets = new ArrayList<>();
        for (JsonNode name : list) {
            TargetId target = ModelRequest.target(String.valueOf(name.textValue()));
            reads.read(principal, Action.READ, target); // what is not there, or hidden, is not found
            targets.add(target);
        }
        if (targets.isEmpty()) {
            throw Json.malformed("the body's member 'targets' is a list of names, one at least");
        }
        return targets;
    }

    private List<TargetId> others(ModelId model, Principal principal) {
        return reads.all(principal, Action.READ).stream()
                .map(visible -> visible.view().snapshot())
                .filter(target -> target.model().id().name().equals(model.name()))
                .filter(target -> !target.model().id().equals(model))
                .map(target -> target.target())
                .toList();
    }
}
