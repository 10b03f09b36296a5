package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.transaction.Command;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.core.transaction.TargetChange;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hands a decoded change to the transaction service, waits for backends where that was asked for, and answers. */
final class Changes {
    private final RestServices services;
    private final TransactionJson json;

    Changes(RestServices services, TransactionJson json) {
        this.services = services;
        this.json = json;
    }

    /** A change, decoded. */
    record Request(
            Principal principal, List<Operation> operations, Map<TargetId, Revision> expected, WriteOptions options) {}

    /** The commit's result; the answer's status is set to 200 and may be replaced before {@link #answer}. */
    CommitResult commit(Request request) {
        WriteOptions options = request.options();
        return services.transactions()
                .commit(new Command(
                        request.principal(),
                        request.operations(),
                        options.comment(),
                        options.idempotencyKey(),
                        request.expected(),
                        options.dryRun()));
    }

    /** Undoes a transaction, as {@link #commit} does. */
    CommitResult rollBack(Principal principal, long index, WriteOptions options) {
        return services.transactions().rollBack(principal, index, options.comment(), options.dryRun());
    }

    /**
     * Answers with what a change led to, once its backends have answered where the request waits for them.
     *
     * @param status what a change that came through is answered with
     */
    void answer(Context ctx, CommitResult result, WriteOptions options, int status) {
        Optional<List<TargetResult>> results =
                options.patience().filter(_ -> result.index() > 0).map(wait -> await(ctx, result, wait));
        ArrayNode targets = targets(result, options, results);
        headers(ctx, result);
        results.ifPresent(all -> failIfRefused(result.index(), all, targets));
        boolean pending = targets.findValuesAsText("status").contains("pending");
        if (pending) {
            ctx.header("Location", TransactionResource.url(result.index()));
        }
        ctx.status(pending ? 202 : status).contentType(Media.JSON.type()).result(Json.bytes(body(result, targets)));
    }

    private List<TargetResult> await(Context ctx, CommitResult result, Duration wait) {
        ctx.header("Preference-Applied", "wait=" + wait.toSeconds());
        try {
            return services.backends().await(result.index(), result.revisions(), wait);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of(); // the server stops: the change is committed, its backends are heard of later
        }
    }

    private ArrayNode targets(CommitResult result, WriteOptions options, Optional<List<TargetResult>> results) {
        ArrayNode targets = Json.array();
        new TreeMap<>(result.targets()).forEach((target, change) -> {
            ObjectNode entry = targets.addObject().put("target", target.value());
            entry.put("revision", change.revision().value());
            results.ifPresent(all -> json.status(target, all, entry));
            if (options.dryRun()) {
                TransactionJson.change(change, entry);
            }
        });
        return targets;
    }

    private static void headers(Context ctx, CommitResult result) {
        if (result.index() > 0) {
            ctx.header(TransactionResource.HEADER, Long.toString(result.index()));
        }
        if (result.targets().size() == 1) {
            TargetChange only = result.targets().values().iterator().next();
            ctx.header("ETag", EntityTag.of(only.revision()));
        }
    }

    private static void failIfRefused(long index, List<TargetResult> results, ArrayNode targets) {
        for (TargetResult result : results) {
            if (result.status() == TargetResult.Status.REFUSED) {
                Failure refused = new Failure.Refused(result.target(), index, result.message());
                throw new ProblemException(Problems.of(refused).with("targets", targets));
            }
        }
    }

    private static ObjectNode body(CommitResult result, ArrayNode targets) {
        ObjectNode body = Json.object();
        if (result.index() > 0) {
            body.put("transaction", result.index());
        }
        body.put("changed", !result.targets().isEmpty())
                .put("time", result.time().toString());
        body.set("targets", targets);
        return body;
    }
}
