package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.apigen.Resource;
import dev.trimtab.apigen.Verb;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.core.transaction.TargetChange;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import dev.trimtab.model.Violation;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PUT, POST, PATCH and DELETE of the resources of models: each becomes the operations of one command. */
final class ModelWrites {
    private final ReadService reads;
    private final Changes changes;
    private final RestSettings settings;

    ModelWrites(ReadService reads, Changes changes, RestSettings settings) {
        this.reads = reads;
        this.changes = changes;
        this.settings = settings;
    }

    /** Makes the node what the body says; with {@code If-None-Match: *} only if it does not exist. */
    void put(Context ctx, Principal principal) {
        ModelRequest request = ModelRequest.of(ctx, principal, reads, Verb.PUT);
        Value value = body(ctx);
        Operation operation = "*".equals(ctx.header("If-None-Match"))
                ? new Operation.Create(request.target(), request.path(), value)
                : new Operation.Replace(request.target(), request.path(), value);
        change(ctx, principal, request, List.of(operation), Created.IF_NEW);
    }

    /** On a list creates an entry, which must not exist; elsewhere creates the node or merges the body into it. */
    void post(Context ctx, Principal principal) {
        ModelRequest request = ModelRequest.of(ctx, principal, reads, Verb.POST);
        Operation operation = request.place().kind() == Resource.Kind.LIST
                ? new Operation.Create(request.target(), newEntry(ctx, request), body(ctx))
                : new Operation.Update(request.target(), request.path(), body(ctx));
        change(ctx, principal, request, List.of(operation), Created.ALWAYS);
    }

    void patch(Context ctx, Principal principal) {
        ModelRequest request = ModelRequest.of(ctx, principal, reads, Verb.PATCH);
        boolean strict = Media.ofBody(ctx).strict();
        List<Operation> operations =
                MergePatch.operations(request.target(), request.place(), ctx.bodyAsBytes(), strict);
        change(ctx, principal, request, operations, Created.NEVER);
    }

    void delete(Context ctx, Principal principal) {
        ModelRequest request = ModelRequest.of(ctx, principal, reads, Verb.DELETE);
        if (!request.path().isRoot()) {
            request.visible().require(request.path(), Content.CONFIG);
        }
        Operation operation = new Operation.Delete(request.target(), request.path());
        change(ctx, principal, request, List.of(operation), Created.NEVER);
    }

    private static Value body(Context ctx) {
        return new Value.Json(ctx.bodyAsBytes(), Media.ofBody(ctx).strict());
    }

    /** The path of the entry in the body, whose keys say where it goes. */
    private static Path newEntry(Context ctx, ModelRequest request) {
        JsonNode entry = Json.read(ctx.bodyAsBytes());
        return ListEntries.path(request.path(), request.place().node(), entry)
                .map(path ->
                        PathResolver.resolve(request.visible().model(), path).path())
                .orElseThrow(() -> {
                    String keys = String.join(", ", request.place().node().keys());
                    var missing = new Violation(
                            request.path(), "key", null, "the body is no object with the key: " + keys, null);
                    return new Failure.Invalid(request.target(), List.of(missing)).asException();
                });
    }

    /** When a change is answered with 201. */
    private enum Created {
        NEVER,
        IF_NEW,
        /** As the users of Aether's API expect of every POST. */
        ALWAYS
    }

    private void change(
            Context ctx, Principal principal, ModelRequest request, List<Operation> operations, Created created) {
        WriteOptions options = WriteOptions.of(ctx, settings);
        var decoded = new Changes.Request(principal, operations, expected(ctx, request), options);
        CommitResult result = changes.commit(decoded);
        Path path = operations.getLast().path();
        boolean isNew = switch (created) {
            case NEVER -> false;
            case ALWAYS -> true;
            case IF_NEW -> isNew(result.targets().get(request.target()), path);
        };
        if (isNew && !options.dryRun()) {
            ctx.header("Location", request.url(path));
        }
        changes.answer(ctx, result, options, isNew && !options.dryRun() ? 201 : 200);
    }

    /** Whether nothing stood at {@code path} before. */
    static boolean isNew(@Nullable TargetChange change, Path path) {
        return change != null
                && change.edits().stream()
                        .anyMatch(edit -> edit instanceof Edit.Put put
                                && put.before() == null
                                && put.path().contains(path));
    }

    private static Map<TargetId, Revision> expected(Context ctx, ModelRequest request) {
        String tag = ctx.header("If-Match");
        if (tag == null) {
            return Map.of();
        }
        if (!tag.strip().equals("*")) {
            return Map.of(request.target(), EntityTag.revision(tag));
        }
        if (request.visible().find(request.path(), Content.CONFIG, false).isEmpty()) {
            throw ProblemException.ofStatus(412, request.path() + " does not exist");
        }
        return Map.of();
    }
}
