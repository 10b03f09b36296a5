package dev.trimtab.app.rest;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How a change is to be made, as its headers and its query say.
 *
 * @param patience how long to wait for the backends; empty for not at all
 */
record WriteOptions(String comment, String idempotencyKey, boolean dryRun, Optional<Duration> patience) {
    private static final Set<String> PARAMETERS = Set.of("dry-run", "comment");

    static WriteOptions of(Context ctx, RestSettings settings) {
        Query query = Query.of(ctx, PARAMETERS);
        String comment = query.text("comment");
        return new WriteOptions(
                comment == null ? header(ctx, "Trimtab-Comment") : comment,
                header(ctx, "Idempotency-Key"),
                query.truth("dry-run", false),
                wait(header(ctx, "Prefer"), settings));
    }

    private static String header(Context ctx, String name) {
        String value = ctx.header(name);
        return value == null ? "" : value;
    }

    /** RFC 7240: a preference that is not understood is left alone. */
    private static Optional<Duration> wait(String prefer, RestSettings settings) {
        for (String preference : prefer.split("[,;]", -1)) {
            String[] parts = preference.strip().split("=", 2);
            if (parts[0].strip().equalsIgnoreCase("wait")) {
                String seconds = parts.length == 2 ? parts[1].replace("\"", "").strip() : "";
                Duration wait = seconds.matches("\\d{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(seconds))
                        : settings.waitDefault();
                return Optional.of(wait.compareTo(settings.waitMax()) > 0 ? settings.waitMax() : wait);
            }
        }
        return Optional.empty();
    }

    WriteOptions waiting(Duration duration) {
        return new WriteOptions(comment, idempotencyKey, dryRun, Optional.of(duration));
    }

    WriteOptions commented(String text) {
        return new WriteOptions(text, idempotencyKey, dryRun, patience);
    }
}
