package dev.trimtab.app.rest;

import io.javalin.http.Context;

/**
 * Tells an orchestrator that the process lives and takes requests; nothing else, since anybody may ask.
 *
 * <p>The server listens only after it has restored its configuration, so that it answers is the answer to both.
 */
final class HealthResource {
    void up(Context ctx) {
        ctx.header("Cache-Control", "no-store")
                .contentType(Media.JSON.type())
                .result(Json.bytes(Json.object().put("status", "up")));
    }
}
