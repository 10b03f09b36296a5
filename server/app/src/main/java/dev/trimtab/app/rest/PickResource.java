package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.pick.PickList;
import dev.trimtab.core.pick.PickService;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import io.javalin.http.Context;
import java.util.Set;

/** Values that a leaf may get: {@code /api/v1/targets/{target}/pick-list?path=&prefix=&limit=}. */
final class PickResource {
    private static final int LIMIT_DEFAULT = 100;

    private final PickService picks;

    PickResource(PickService picks) {
        this.picks = picks;
    }

    void get(Context ctx, Principal principal) {
        Query query = Query.of(ctx, Set.of("path", "prefix", "limit"));
        TargetId target = ModelRequest.target(ctx.pathParam("target"));
        String prefix = query.text("prefix");
        int limit = (int) query.number("limit", 1, PickService.LIMIT_MAX, LIMIT_DEFAULT);
        PickList list = picks.pick(principal, target, path(query), prefix == null ? "" : prefix, limit);
        ObjectNode body = Json.object();
        ArrayNode values = body.putArray("values");
        list.values().forEach(value -> {
            ObjectNode entry = values.addObject().put("value", value.value());
            if (!value.text().isEmpty()) {
                entry.put("text", value.text());
            }
        });
        ctx.contentType(Media.JSON.type()).result(Json.bytes(body.put("more", list.more())));
    }

    private static Path path(Query query) {
        String text = query.text("path");
        if (text == null) {
            throw Json.malformed(
                    "the parameter path is missing: the leaf, such as /site[site-id=a]/slice[slice-id=b]/sst");
        }
        try {
            return Path.parse(text);
        } catch (IllegalArgumentException e) {
            throw Json.malformed("the parameter path is no path: " + e.getMessage());
        }
    }
}
