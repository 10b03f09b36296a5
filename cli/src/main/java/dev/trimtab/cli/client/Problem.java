package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Why the server refused a request (RFC 9457).
 *
 * @param title its kind; empty when the server did not say
 * @param detail sentence for a person; empty when the server did not say
 * @param violations every rule that the change would break
 * @param refusals targets whose backend refused, each with the reason
 */
public record Problem(int status, String title, String detail, List<Violation> violations, List<Refusal> refusals) {
    private static final int UNAUTHENTICATED = 401;
    private static final int UNAVAILABLE = 503;
    private static final int OUTCOME_UNKNOWN = 504;

    /**
     * One rule that is broken.
     *
     * @param value empty when there is none, such as for a missing node
     */
    public record Violation(String path, String value, String rule, String message) {}

    /** One backend that said no. */
    public record Refusal(String target, String reason) {}

    public Problem {
        violations = List.copyOf(violations);
        refusals = List.copyOf(refusals);
    }

    static Problem read(int status, JsonNode body) {
        List<Violation> violations = new ArrayList<>();
        for (JsonNode each : body.path("violations")) {
            violations.add(
                    new Violation(text(each, "path"), text(each, "value"), text(each, "rule"), text(each, "message")));
        }
        List<Refusal> refusals = new ArrayList<>();
        for (JsonNode each : body.path("targets")) {
            if (each.has("reason")) {
                refusals.add(new Refusal(text(each, "target"), text(each, "reason")));
            }
        }
        return new Problem(status, text(body, "title"), text(body, "detail"), violations, refusals);
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }

    public boolean unauthenticated() {
        return status == UNAUTHENTICATED;
    }

    /** Whether the server could not decide, or does not know what became of it. */
    public boolean undecided() {
        return status == UNAVAILABLE || status == OUTCOME_UNKNOWN;
    }
}
