package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;

/** What can be configured: {@code /api/v1/targets}, and the shorter list at {@code /targets} that Aether's users know. */
final class TargetResource {
    private final ReadService reads;
    private final SystemState state;

    TargetResource(ReadService reads, SystemState state) {
        this.reads = reads;
        this.state = state;
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
        Path entry = Path.parse("/system/targets").child(new PathElement("target", Map.of("name", target.value())));
        state.add(principal, entry.child("state"), body);
        ctx.contentType(Media.JSON.type()).result(Json.bytes(body));
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
