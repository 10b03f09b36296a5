package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be configured: {@code /api/v1/targets}, and the shorter list at {@code /targets} that Aether's users know. */
final class TargetResource {
    private static final JsonWriter.Options PLAIN = new JsonWriter.Options(false, false, Content.STATE, 0);

    private final ReadService reads;

    TargetResource(ReadService reads) {
        this.reads = reads;
    }

    void list(Context ctx, Principal principal) {
        Query.of(ctx, Set.of());
        ObjectNode body = Json.object();
        ArrayNode targets = body.putArray("targets");
        reads.all(principal, Action.READ).forEach(target -> targets.add(json(target)));
        ctx.contentType(Media.JSON.type()).result(Json.bytes(body));
    }

    void names(Context ctx, Principal principal) {
        Query.of(ctx, Set.of());
        ArrayNode names = Json.array();
        for (VisibleTarget target : reads.all(principal, Action.READ)) {
            names.addObject().put("name", target.view().snapshot().target().value());
        }
        ctx.contentType(Media.JSON.type()).result(Json.bytes(names));
    }

    /** One target, with what the server observes of it where the caller may see that. */
    void get(Context ctx, Principal principal) {
        Query.of(ctx, Set.of());
        TargetId target = ModelRequest.target(ctx.pathParam("target"));
        ObjectNode body = json(reads.read(principal, Action.READ, target));
        List<Match> state = state(principal, target);
        if (!state.isEmpty()) {
            VisibleTarget system = reads.read(principal, Action.READ, TargetId.SYSTEM);
            String text = new String(system.json(state.getFirst(), PLAIN), StandardCharsets.UTF_8);
            body.putRawValue("state", new RawValue(text));
        }
        ctx.contentType(Media.JSON.type()).result(Json.bytes(body));
    }

    private List<Match> state(Principal principal, TargetId target) {
        Path path = Path.parse("/system/targets")
                .child(new PathElement("target", Map.of("name", target.value())))
                .child("state");
        try {
            return reads.read(principal, Action.READ, TargetId.SYSTEM).find(path, Content.STATE, false);
        } catch (FailureException _) {
            return List.of(); // hidden from the caller, who may see the target all the same
        }
    }

    private static ObjectNode json(VisibleTarget target) {
        TargetSnapshot snapshot = target.view().snapshot();
        ObjectNode json = Json.object()
                .put("name", snapshot.target().value())
                .put("model", snapshot.model().id().name())
                .put("version", snapshot.model().id().version())
                .put("url", url(snapshot))
                .put("revision", snapshot.revision().value());
        if (snapshot.transaction() > 0) {
            json.put("transaction", snapshot.transaction())
                    .put("time", snapshot.time().toString());
        }
        return json;
    }

    private static String url(TargetSnapshot snapshot) {
        var model = snapshot.model().id();
        return "/" + model.name() + "/" + model.pathVersion() + "/" + snapshot.target();
    }
}
