package dev.trimtab.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trimtab.app.identity.LocalUsers;
import dev.trimtab.app.start.ServerConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The whole server in this process, on a Raft log on disk, with the users admin, reader and nobody, asked through REST. */
final class RunningServer implements AutoCloseable {
    static final String PASSWORD = "correct horse";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Map<String, String> settings;
    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;

    /** What the server answered. */
    record Answer(int status, JsonNode body) {}

    RunningServer(Path folder, Map<String, String> more) throws IOException {
        this.folder = folder;
        Path data = Files.createDirectories(folder.resolve("data"));
        LocalUsers users = LocalUsers.open(data, Clock.systemUTC()).users();
        users.setPassword("admin", PASSWORD);
        users.add("reader", PASSWORD, Set.of("reader"));
        users.add("nobody", PASSWORD, Set.of());
        Files.createDirectories(folder.resolve("plugins"));
        settings = settings(folder);
        settings.putAll(more);
        server = start();
    }

    /** Everything in one folder, at any ports. */
    static Map<String, String> settings(Path folder) {
        return new HashMap<>(Map.of(
                "data",
                folder.resolve("data").toString(),
                "plugins",
                folder.resolve("plugins").toString(),
                "gnmi-port",
                "0",
                "rest-port",
                "0"));
    }

    private Server start() {
        return Server.start(ServerConfig.parse(settings), _ -> {});
    }

    Path plugins() throws IOException {
        return Files.createDirectories(folder.resolve("plugins"));
    }

    /** Stops it, does what is to be done meanwhile, and starts it again. */
    void restart(Runnable meanwhile) {
        server.close();
        meanwhile.run();
        server = start();
    }

    int gnmiPort() {
        return server.gnmiPort();
    }

    Answer send(String method, String path, String body) {
        return sendAs("admin", method, path, body);
    }

    /** {@code '} in the body stands for {@code "}. */
    Answer sendAs(String user, String method, String path, String body) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.restPort() + path))
                .header("Authorization", "Basic " + pair)
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        return send("GET", path, "").body();
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
