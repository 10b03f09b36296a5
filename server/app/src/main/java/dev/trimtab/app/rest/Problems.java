package dev.trimtab.app.rest;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates every failure into a status and a problem; nothing else does. */
final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static void register(RoutesConfig routes) {
        routes.exception(FailureException.class, (e, ctx) -> write(ctx, of(e.failure(), ctx)));
        routes.exception(ProblemException.class, (e, ctx) -> write(ctx, e.problem()));
        routes.exception(HttpResponseException.class, (e, ctx) -> {
            e.getDetails().forEach((name, value) -> allow(ctx, name, value));
            write(ctx, ofStatus(e.getStatus(), String.valueOf(e.getMessage())));
        });
        routes.exception(Exception.class, (e, ctx) -> write(ctx, of(new Failure.Internal(e))));
    }

    /** A conditional request that failed on its condition has a status of its own: RFC 9110 section 15.5.13. */
    private static Problem of(Failure failure, Context ctx) {
        boolean conditional = switch (failure) {
            case Failure.Conflict _ -> ctx.header("If-Match") != null;
            case Failure.FailedPrecondition _ -> ctx.header("If-None-Match") != null;
            default -> false; // other failures do not depend on conditions
        };
        return conditional ? of(failure).as(412, "precondition-failed") : of(failure);
    }

    static Problem of(Failure failure) {
        String detail = failure.message();
        return switch (failure) {
            case Failure.Unauthenticated _ ->
                Problem.of(401, "unauthenticated", "It is not known who sent the request", detail);
            case Failure.Denied _ -> Problem.of(403, "denied", "Not allowed", detail);
            case Failure.NotFound _ -> Problem.of(404, "not-found", "Not found", detail);
            case Failure.UnknownNode unknown ->
                Problem.of(404, "not-found", "The model has no such node", detail)
                        .with("path", unknown.path().toString());
            case Failure.Malformed malformed ->
                Problem.of(400, "malformed", "The request is malformed", detail)
                        .with("path", malformed.path().toString());
            case Failure.Invalid invalid ->
                Problem.of(422, "invalid", "The configuration would break the model", detail)
                        .with("target", invalid.target().value())
                        .with("violations", Problem.violations(invalid.violations()));
            case Failure.Unsupported _ -> Problem.of(501, "unsupported", "Not supported", detail);
            case Failure.Conflict conflict ->
                Problem.of(409, "conflict", "Another change came first", detail)
                        .with("target", conflict.target().value())
                        .with("base", conflict.base().value())
                        .with("actual", conflict.actual().value());
            case Failure.FailedPrecondition _ ->
                Problem.of(409, "failed-precondition", "Something else must be done first", detail);
            case Failure.Refused refused ->
                Problem.of(502, "refused", "A backend refused the change", detail)
                        .with("target", refused.target().value())
                        .with("transaction", refused.transaction());
            case Failure.Throttled throttled ->
                Problem.of(429, "throttled", "Too much at once", detail).retryAfter(throttled.retryAfter());
            case Failure.Unavailable unavailable ->
                Problem.of(503, "unavailable", "Not available now", detail).retryAfter(unavailable.retryAfter());
            case Failure.OutcomeUnknown unknown ->
                Problem.of(504, "outcome-unknown", "The outcome is not known", detail)
                        .with("transaction", unknown.id());
            case Failure.Internal internal -> {
                log.atError()
                        .addKeyValue("reference", internal.reference())
                        .setCause(internal.detail())
                        .log("a request failed");
                yield Problem.of(500, "internal", "A defect of the server", detail)
                        .with("reference", internal.reference());
            }
        };
    }

    /** What HTTP itself refuses. */
    static Problem ofStatus(int status, String detail) {
        return switch (status) {
            case 404 -> Problem.of(404, "not-found", "Not found", "there is no such resource");
            case 405 -> Problem.of(405, "method-not-allowed", "The resource does not know this method", detail);
            case 406 -> Problem.of(406, "not-acceptable", "No representation that is accepted", detail);
            case 412 -> Problem.of(412, "precondition-failed", "The condition does not hold", detail);
            case 413 -> Problem.of(413, "too-large", "The body is too large", "the body has more bytes than allowed");
            case 415 -> Problem.of(415, "unsupported-media-type", "The media type is not known", detail);
            case 431 -> Problem.of(431, "too-large", "The header is too large", detail);
            case 503 ->
                Problem.of(503, "unavailable", "Not available now", detail).retryAfter(Duration.ofSeconds(1));
            default ->
                status < 500
                        ? Problem.of(status, "malformed", "The request is malformed", detail)
                        : Problem.of(500, "internal", "A defect of the server", "the request failed");
        };
    }

    static void write(Context ctx, Problem problem) {
        if (problem.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"trimtab\", Basic realm=\"trimtab\", charset=\"UTF-8\"");
        }
        problem.retryAfter().ifPresent(wait -> ctx.header("Retry-After", Long.toString(seconds(wait))));
        ctx.removeHeader("ETag");
        ctx.status(problem.status())
                .contentType(Problem.CONTENT_TYPE)
                .header("Cache-Control", "no-store")
                .result(Json.bytes(problem.body(ctx.req().getRequestURI())));
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static void allow(Context ctx, String name, String value) {
        if (name.equals("availableMethods")) {
            ctx.header("Allow", value);
        }
    }
}
