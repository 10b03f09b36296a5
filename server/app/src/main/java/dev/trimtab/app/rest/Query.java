package dev.trimtab.app.rest;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request's query, of which every parameter is known, used once and well-formed. */
final class Query {
    private final Map<String, List<String>> parameters;

    private Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** @throws dev.trimtab.core.failure.FailureException with {@code Malformed} for a parameter that is not {@code allowed} */
    static Query of(Context ctx, Set<String> allowed) {
        Map<String, List<String>> parameters = ctx.queryParamMap();
        parameters.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw Json.malformed("query parameter '" + name + "' is unknown here; known are " + allowed);
            }
            if (values.size() > 1) {
                throw Json.malformed("query parameter '" + name + "' is given " + values.size() + " times");
            }
        });
        return new Query(parameters);
    }

    @Nullable String text(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.getFirst();
    }

    /** The parameter alone, without a value, counts as true. */
    boolean truth(String name, boolean fallback) {
        String text = text(name);
        if (text == null) {
            return fallback;
        }
        return switch (text) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw Json.malformed("query parameter '" + name + "' is '" + text + "', not true or false");
        };
    }

    long number(String name, long min, long max, long fallback) {
        String text = text(name);
        if (text == null) {
            return fallback;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, with the bounds.
        }
        throw Json.malformed("query parameter '" + name + "' is '" + text + "', not " + min + " to " + max);
    }
}
