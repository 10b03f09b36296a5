package dev.trimtab.cli;

import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.Session;
import dev.trimtab.cli.client.SessionFile;
import dev.trimtab.cli.client.WrongInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, and in whose name. */
final class ServerOptions {
    private static final URI DEFAULT = URI.create("http://127.0.0.1:8080");

    private final Terminal terminal;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "the server; without it the one of the last login, or http://127.0.0.1:8080")
    private @Nullable URI server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "a file with a bearer token, in place of the last login's")
    private @Nullable Path tokenFile;

    ServerOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * A client of the server. The token of a login goes to the server it is from and to no other.
     *
     * @throws WrongInputException when the URL or the token's file is wrong
     */
    ApiClient connect() throws IOException {
        Optional<Session> session = session().load();
        URI address = server != null ? server : session.map(Session::server).orElse(DEFAULT);
        String token = tokenFile != null
                ? Files.text(tokenFile).strip()
                : session.filter(s -> s.server().equals(address))
                        .map(Session::token)
                        .orElse("");
        return new ApiClient(checked(address), token);
    }

    /** The server to log in at; another login does not say it. */
    URI loginAddress() {
        return checked(server != null ? server : DEFAULT);
    }

    SessionFile session() {
        return new SessionFile(terminal.sessionFile());
    }

    private static URI checked(URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new WrongInputException("the server '" + address + "' is not a URL such as " + DEFAULT);
        }
        return address;
    }
}
