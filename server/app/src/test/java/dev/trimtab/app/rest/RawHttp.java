package dev.trimtab.app.rest;

import dev.trimtab.app.rest.RestFixture.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** Sends what Java's client would not: malformed URLs and requests. */
final class RawHttp {
    private RawHttp() {}

    static Answer get(RestFixture rest, String path) throws IOException {
        return send(
                rest,
                "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                        + RestFixture.basic("admin") + "\r\n\r\n");
    }

    static Answer send(RestFixture rest, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), rest.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var bytes = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(bytes);
            return new Answer(parse(bytes.toString(StandardCharsets.UTF_8)));
        }
    }

    private static HttpResponse<String> parse(String text) {
        String[] parts = text.split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n", -1);
        Map<String, List<String>> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), List.of(header[1].strip()));
        }
        int status = Integer.parseInt(lines[0].split(" ", -1)[1]);
        return new Parsed(status, HttpHeaders.of(headers, (_, _) -> true), parts.length > 1 ? parts[1] : "");
    }

    private record Parsed(int statusCode, HttpHeaders headers, String body) implements HttpResponse<String> {
        @Override
        public HttpRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            throw new UnsupportedOperationException();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
