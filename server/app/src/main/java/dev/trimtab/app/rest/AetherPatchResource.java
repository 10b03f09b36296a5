package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code PATCH /aether-roc-api}: many objects of several targets in one transaction, in the form that Aether's users know.
 *
 * <p>The body has {@code default-target}, {@code Updates}, {@code Deletes} and {@code Extensions}. A member of Updates and Deletes is
 * called by a top-level node and its model's version, {@code site-2.1.0}; an object goes to the default target, or to the one that
 * its {@code additionalProperties/enterprise-id} names. Deletes come before updates.
 */
final class AetherPatchResource {
    private static final String UNDEFINED = "undefined";
    private static final Set<String> MEMBERS = Set.of("default-target", "Updates", "Deletes", "Extensions");
    /** Those that say nothing any more are read and left alone. */
    private static final Set<String> EXTENSIONS =
            Set.of("transaction-strategy-111", "change-name-100", "model-version-101", "model-type-102");

    private final ReadService reads;
    private final Changes changes;
    private final RestSettings settings;

    AetherPatchResource(ReadService reads, Changes changes, RestSettings settings) {
        this.reads = reads;
        this.changes = changes;
        this.settings = settings;
    }

    void patch(Context ctx, Principal principal) {
        JsonNode body = Json.read(ctx.bodyAsBytes());
        requireKnown(body, MEMBERS, "the patch");
        JsonNode extensions = body.path("Extensions");
        requireKnown(extensions, EXTENSIONS, "Extensions");
        WriteOptions options = options(ctx, extensions);
        List<Operation> operations = operations(principal, body);
        CommitResult result = changes.commit(new Changes.Request(principal, operations, Map.of(), options));
        changes.answer(ctx, result, options, 200);
    }

    private static void requireKnown(JsonNode object, Set<String> known, String where) {
        if (!object.isObject() && !object.isMissingNode()) {
            throw Json.malformed(where + " is no JSON object");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Json.malformed("'" + name + "' is unknown in " + where + "; known are " + known);
            }
        });
    }

    /** Strategy 1 is synchronous; the change's name is its comment. */
    private WriteOptions options(Context ctx, JsonNode extensions) {
        WriteOptions options = WriteOptions.of(ctx, settings);
        if (options.comment().isEmpty()) {
            options = options.commented(extensions.path("change-name-100").asText(""));
        }
        boolean synchronous = extensions.path("transaction-strategy-111").asInt(0) == 1;
        return synchronous && options.patience().isEmpty() ? options.waiting(settings.waitDefault()) : options;
    }

    private List<Operation> operations(Principal principal, JsonNode body) {
        String fallback = body.path("default-target").asText("");
        List<Operation> operations = new ArrayList<>();
        for (String part : List.of("Deletes", "Updates")) {
            for (Map.Entry<String, JsonNode> element : body.path(part).properties()) {
                JsonNode value = element.getValue();
                for (JsonNode object : value.isArray() ? value : List.of(value)) {
                    TargetId target = target(object, fallback);
                    operations.addAll(operations(principal, target, part, element.getKey(), object));
                }
            }
        }
        return operations;
    }

    private List<Operation> operations(
            Principal principal, TargetId target, String part, String name, JsonNode object) {
        SchemaNode element = element(reads.read(principal, Action.READ, target).model(), name);
        List<Violation> violations = new ArrayList<>();
        var patch = new AetherPatch(target, violations);
        if (part.equals("Deletes")) {
            patch.delete(element, object);
        } else {
            patch.update(element, object);
        }
        if (!violations.isEmpty()) {
            throw new Failure.Invalid(target, violations).asException();
        }
        return patch.operations();
    }

    private static TargetId target(JsonNode object, String fallback) {
        String name = object.path(AetherPatch.ADDITIONAL).path("enterprise-id").asText(fallback);
        if (name.isEmpty()) {
            throw Json.malformed("an object has no target: neither default-target nor enterprise-id is given");
        }
        if (name.equals(UNDEFINED)) {
            var violation =
                    new Violation(Path.ROOT, "target", UNDEFINED, "the enterprise-id cannot be 'undefined'", null);
            throw new Failure.Invalid(new TargetId(UNDEFINED), List.of(violation)).asException();
        }
        return ModelRequest.target(name);
    }

    /** {@code site-2.1.0}: a node at the top of the target's model, and the version that the client writes for. */
    private static SchemaNode element(LoadedModel model, String name) {
        int dash = name.lastIndexOf('-');
        SchemaNode node = dash < 0 ? null : model.root().child(name.substring(0, dash));
        if (node == null || !name.substring(dash + 1).equals(model.id().version())) {
            throw Json.malformed("'" + name + "' is no node and version of the target's model " + model.id());
        }
        return node;
    }
}
