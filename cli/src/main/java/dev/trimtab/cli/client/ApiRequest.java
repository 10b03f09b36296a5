package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request, not yet sent.
 *
 * @param method as HTTP writes it
 * @param path from the server's root, percent-encoded
 * @param body null for none
 * @param timeout longest wait for the whole answer
 */
public record ApiRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable JsonNode body,
        Duration timeout) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    public ApiRequest {
        query = Collections.unmodifiableMap(new TreeMap<>(query));
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public ApiRequest(String method, String path) {
        this(method, path, Map.of(), Map.of(), null, TIMEOUT);
    }

    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path);
    }

    public ApiRequest body(JsonNode newBody) {
        return new ApiRequest(method, path, query, headers, newBody, timeout);
    }

    public ApiRequest query(String name, String value) {
        return new ApiRequest(method, path, with(query, name, value), headers, body, timeout);
    }

    public ApiRequest header(String name, String value) {
        return new ApiRequest(method, path, query, with(headers, name, value), body, timeout);
    }

    /** Lets the server take {@code time} longer. */
    public ApiRequest longerBy(Duration time) {
        return new ApiRequest(method, path, query, headers, body, timeout.plus(time));
    }

    /** Path and query. */
    String uri() {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }

    /** Percent-encoded, so that it stands as one segment of a path or one value of a query. */
    static String encode(String value) {
        // Segments of dots alone mean folders; every other unreserved character stands for itself (RFC 3986, section
        // 2.3).
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var longer = new TreeMap<>(map);
        longer.put(name, value);
        return longer;
    }
}
