package dev.trimtab.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests to one server, in the name of whoever the token was issued to. */
public final class ApiClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final URI server;
    private final String token;
    // Redirects are not followed: the token is for this server only.
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /**
     * @param server base URL
     * @param token empty to send none
     */
    public ApiClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws RefusedException when the server refuses it
     * @throws NoAnswerException when there is no answer, or one that is not JSON
     */
    public Answer send(ApiRequest request) {
        HttpResponse<byte[]> response = exchange(request);
        int status = response.statusCode();
        boolean accepted = status >= 200 && status < 300;
        JsonNode body = json(response, accepted);
        if (accepted) {
            return new Answer(status, body);
        }
        throw new RefusedException(Problem.read(status, body));
    }

    private HttpResponse<byte[]> exchange(ApiRequest request) {
        try {
            return http.send(httpRequest(request), BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new NoAnswerException("no server answers at " + server + "; nothing was changed", e);
        } catch (IOException e) {
            throw new NoAnswerException(lost(request), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted: " + lost(request), e);
        }
    }

    private String lost(ApiRequest request) {
        String what = "the server at " + server + " did not answer in time or broke the connection";
        String key = request.headers().get("Idempotency-Key");
        return key == null
                ? what
                : what + "; whether the change was made is not known: a second try with --idempotency-key " + key
                        + " makes it once";
    }

    private HttpRequest httpRequest(ApiRequest request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(base() + request.uri()))
                .timeout(request.timeout())
                .header("Accept", "application/json, application/problem+json");
        request.headers().forEach(http::header);
        if (!token.isEmpty()) {
            http.header("Authorization", "Bearer " + token);
        }
        JsonNode body = request.body();
        if (body == null) {
            return http.method(request.method(), BodyPublishers.noBody()).build();
        }
        if (!request.headers().containsKey("Content-Type")) {
            http.header("Content-Type", "application/json");
        }
        return http.method(request.method(), BodyPublishers.ofString(body.toString()))
                .build();
    }

    private String base() {
        String text = server.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** The answer's body; of a refusal, text that is not JSON is left to the status to explain. */
    private JsonNode json(HttpResponse<byte[]> response, boolean wanted) {
        if (response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.parse(new String(response.body(), StandardCharsets.UTF_8));
        } catch (WrongInputException e) {
            if (wanted) {
                throw new NoAnswerException("what answers at " + server + " is not a Trimtab server", e);
            }
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
