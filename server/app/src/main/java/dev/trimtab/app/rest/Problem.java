package dev.trimtab.app.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.model.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A failure as RFC 9457 writes it.
 *
 * @param type last part of the problem's type URI
 * @param members further members of the body
 * @param retryAfter what the header {@code Retry-After} says
 */
record Problem(
        int status, String type, String title, String detail, ObjectNode members, Optional<Duration> retryAfter) {
    static final String CONTENT_TYPE = "application/problem+json";
    private static final String TYPES = "https://trimtab.dev/problems/";

    static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Json.object(), Optional.empty());
    }

    Problem with(String name, String value) {
        members.put(name, value);
        return this;
    }

    Problem with(String name, long value) {
        members.put(name, value);
        return this;
    }

    Problem with(String name, ArrayNode value) {
        members.set(name, value);
        return this;
    }

    Problem retryAfter(Duration wait) {
        return new Problem(status, type, title, detail, members, Optional.of(wait));
    }

    /** The same problem under another status and type, where HTTP has a name of its own for it. */
    Problem as(int otherStatus, String otherType) {
        return new Problem(otherStatus, otherType, title, detail, members, retryAfter);
    }

    /** @param instance the URL of the request */
    ObjectNode body(String instance) {
        ObjectNode body = Json.object()
                .put("type", TYPES + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", instance);
        return body.setAll(members);
    }

    static ArrayNode violations(List<Violation> violations) {
        ArrayNode array = Json.array();
        for (Violation violation : violations) {
            ObjectNode json =
                    array.addObject().put("path", violation.path().toString()).put("rule", violation.rule());
            if (violation.value() != null) {
                json.put("value", violation.value());
            }
            json.put("message", violation.message());
            if (violation.appTag() != null) {
                json.put("error-app-tag", violation.appTag());
            }
        }
        return array;
    }
}
