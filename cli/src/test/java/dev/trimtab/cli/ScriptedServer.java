package dev.trimtab.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A real HTTP server with prepared answers; notes what it was asked. */
final class ScriptedServer implements AutoCloseable {
    private static final int BROKEN = 0;

    private final HttpServer http;
    private final Map<String, Prepared> answers = new HashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private record Prepared(int status, String body) {}

    /**
     * One request.
     *
     * @param line method, path and query, as they were sent
     * @param headers names in lower case
     */
    record Received(String line, Map<String, String> headers, String body) {}

    ScriptedServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.start();
    }

    /** Answers requests for {@code line}, method, path and query, with {@code body}. */
    ScriptedServer answer(String line, int status, String body) {
        answers.put(line, new Prepared(status, body));
        return this;
    }

    /** Breaks the connection of requests for {@code line}, without an answer. */
    void breaks(String line) {
        answers.put(line, new Prepared(BROKEN, ""));
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    Received last() {
        return received.getLast();
    }

    List<String> lines() {
        return received.stream().map(Received::line).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            received.add(new Received(line, headers, body));
            @Nullable Prepared prepared = answers.get(line);
            Prepared answer =
                    prepared != null ? prepared : new Prepared(404, "{\"detail\": \"no answer for " + line + "\"}");
            if (answer.status() == BROKEN) {
                return;
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
