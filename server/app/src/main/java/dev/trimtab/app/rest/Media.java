package dev.trimtab.app.rest;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The media types of the resources of models. */
enum Media {
    /** Plain names; numbers of 64 bits are taken as JSON numbers too. */
    JSON("application/json"),
    /** RFC 7951 to the letter: names with their modules. */
    YANG("application/yang-data+json");

    private static final Set<String> ANYTHING = Set.of("*/*", "application/*", "application/problem+json");
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final String type;

    Media(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    boolean strict() {
        return this == YANG;
    }

    /** What the request's body is; without a Content-Type it is {@link #JSON}. */
    static Media ofBody(Context ctx) {
        String type = essence(ctx.header("Content-Type"));
        if (type.isEmpty() || type.equals(JSON.type) || type.equals(MERGE_PATCH)) {
            return JSON;
        }
        if (type.equals(YANG.type)) {
            return YANG;
        }
        throw ProblemException.ofStatus(415, "the body is '" + type + "', not " + JSON.type + " or " + YANG.type);
    }

    /** What the client wants to get, the first that it names and the server has. */
    static Media accepted(Context ctx) {
        String accept = ctx.header("Accept");
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        for (String range : accept.split(",", -1)) {
            String type = essence(range);
            if (type.equals(YANG.type)) {
                return YANG;
            }
            if (type.equals(JSON.type) || ANYTHING.contains(type)) {
                return JSON;
            }
        }
        throw ProblemException.ofStatus(406, "there is " + JSON.type + " and " + YANG.type);
    }

    private static String essence(@Nullable String type) {
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
