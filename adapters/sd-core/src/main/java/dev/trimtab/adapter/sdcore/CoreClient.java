package dev.trimtab.adapter.sdcore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.adapter.kit.BackendException;
import dev.trimtab.adapter.kit.BackendRefusedException;
import dev.trimtab.adapter.kit.BackendUnavailableException;
import dev.trimtab.adapter.sdcore.ObjectKey.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Speaks to the configuration interfaces of cores and user planes. Thread-safe; calls block.
 *
 * <p>What fails in passing (no connection, no answer in time, 408, 429, 5xx) is tried again and in the end is
 * {@link BackendUnavailableException}; every other answer but success is {@link BackendRefusedException} with the backend's words.
 */
final class CoreClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REASON_CHARACTERS_MAX = 500;
    private static final Set<Integer> IN_PASSING = Set.of(408, 425, 429);

    private final SdCoreSettings settings;
    private final HttpClient http;

    CoreClient(SdCoreSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.requestTimeout())
                .build();
    }

    /**
     * Creates or replaces an object.
     *
     * @param known whether the backend is believed to hold it already; only chooses what is tried first
     */
    void put(BackendObject object, boolean known) throws BackendException {
        ObjectKey key = object.key();
        boolean replace = known && key.kind().canBeAsked();
        Answer answer = send(replace ? "PUT" : "POST", key.uri(), object.body());
        if (replace && (answer.status == 404 || answer.status == 405)) {
            answer = send("POST", key.uri(), object.body());
        } else if (!replace && answer.status == 409 && key.kind().canBeAsked()) {
            answer = send("PUT", key.uri(), object.body());
        }
        answer.orRefuse(key.toString());
    }

    /** Deletes an object; one that is not there is as good as deleted, and a user plane has no call for it. */
    void delete(ObjectKey key) throws BackendException {
        if (key.kind().canBeAsked()) {
            Answer answer = send("DELETE", key.uri(), null);
            if (answer.status != 404) {
                answer.orRefuse(key.toString());
            }
        }
    }

    /** The names of the objects that a core holds, whoever made them. */
    Set<String> names(URI endpoint, Kind kind) throws BackendException {
        URI uri = URI.create(endpoint + kind.path());
        var names = new TreeSet<String>();
        send("GET", uri, null).orRefuse(uri.toString()).json(uri).forEach(name -> names.add(name.asText()));
        return names;
    }

    Optional<JsonNode> read(ObjectKey key) throws BackendException {
        Answer answer = send("GET", key.uri(), null);
        return answer.status == 404
                ? Optional.empty()
                : Optional.of(answer.orRefuse(key.toString()).json(key.uri()));
    }

    /** Registers hardware in the inventory of a core; {@code false} when the core does not take it. */
    boolean register(URI uri, JsonNode hardware) throws BackendUnavailableException {
        return send("PUT", uri, hardware).isSuccess();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private Answer send(String method, URI uri, @org.jspecify.annotations.Nullable JsonNode body)
            throws BackendUnavailableException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(settings.requestTimeout())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        Duration pause = settings.retryPause();
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(request);
            } catch (BackendUnavailableException e) {
                if (attempt == settings.attemptsMax()) {
                    throw e;
                }
            }
            pause(uri, pause);
            pause = pause.multipliedBy(2);
        }
    }

    private Answer attempt(HttpRequest request) throws BackendUnavailableException {
        URI uri = request.uri();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), 1 << 24));
            var answer = new Answer(response.statusCode(), response.body());
            if (answer.status >= 500 || IN_PASSING.contains(answer.status)) {
                throw new BackendUnavailableException(uri + " answered " + answer.status + ": " + answer.reason());
            }
            return answer;
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new BackendUnavailableException(uri + " does not answer: " + reason, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailableException(uri + " was not waited for: the adapter stops", e);
        }
    }

    private static void pause(URI uri, Duration pause) throws BackendUnavailableException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailableException(uri + " was not tried again: the adapter stops", e);
        }
    }

    /** What a backend answered that is neither silence nor a failure in passing. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    private record Answer(int status, byte[] body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        Answer orRefuse(String what) throws BackendRefusedException {
            if (!isSuccess()) {
                throw new BackendRefusedException(what + " was refused with " + status + ": " + reason());
            }
            return this;
        }

        JsonNode json(URI uri) throws BackendUnavailableException {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new BackendUnavailableException(uri + " answered what is not JSON", e);
            }
        }

        /** The webconsole writes {@code {"error": "..."}}; anything else is given as it is. */
        String reason() {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            try {
                text = JSON.readTree(body).path("error").asText(text);
            } catch (JsonProcessingException e) {
                return shortened(text);
            } catch (IOException e) {
                throw new IllegalStateException("bytes in memory cannot be read", e);
            }
            return shortened(text);
        }

        private static String shortened(String text) {
            return text.length() <= REASON_CHARACTERS_MAX ? text : text.substring(0, REASON_CHARACTERS_MAX) + "…";
        }
    }
}
