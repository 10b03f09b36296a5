package dev.trimtab.app.rest;

import dev.trimtab.core.failure.Failure;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells an orchestrator whether the process lives and takes requests; nothing else, since anybody may ask. */
final class HealthResource {
    private final BooleanSupplier ready;

    HealthResource(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** That it answers is the answer. */
    void live(Context ctx) {
        up(ctx);
    }

    void ready(Context ctx) {
        if (!ready.getAsBoolean()) {
            throw new Failure.Unavailable("the server", Duration.ofSeconds(1)).asException();
        }
        up(ctx);
    }

    private static void up(Context ctx) {
        ctx.header("Cache-Control", "no-store")
                .contentType(Media.JSON.type())
                .result(Json.bytes(Json.object().put("status", "up")));
    }
}
