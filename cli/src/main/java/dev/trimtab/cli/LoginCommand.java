package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.client.Json;
import dev.trimtab.cli.client.Session;
import dev.trimtab.cli.client.WrongInputException;
import dev.trimtab.cli.text.Plain;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code login --user NAME}. */
@Command(
        name = LoginCommand.NAME,
        description = "Gets a token and keeps it for the commands that follow.",
        footer = {
            "",
            "The password is asked for, or read from standard input when that is no terminal.",
            "The token is kept in ~/.config/trimtab/session.json, or in the file that TRIMTAB_SESSION names."
        })
final class LoginCommand implements Callable<Integer> {
    static final String NAME = "login";

    private final Terminal terminal;

    @Mixin
    private final ServerOptions server;

    @Option(names = "--user", required = true, paramLabel = "NAME", description = "who logs in")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "FILE", description = "a file whose first line is the password")
    private @Nullable Path passwordFile;

    @Mixin
    private final OutputOptions output;

    LoginCommand(Terminal terminal) {
        this.terminal = terminal;
        server = new ServerOptions(terminal);
        output = new OutputOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        URI address = server.loginAddress();
        String password = passwordFile != null
                ? Files.text(passwordFile).lines().findFirst().orElse("")
                : terminal.password("Password of " + user + " at " + address + ": ");
        JsonNode issued = issue(address, password);
        String expires = issued.path("expires").asText();
        server.session().save(new Session(address, user, issued.path("token").asText(), expires));
        JsonNode shown = Json.object()
                .put("server", address.toString())
                .put("user", user)
                .put("expires", expires);
        output.print(shown, () -> List.of("logged in at " + address + " until " + Plain.safe(expires)));
        return ExitCode.OK;
    }

    private JsonNode issue(URI address, String password) {
        try (var api = new ApiClient(address, "")) {
            return api.send(new ApiRequest("POST", "/api/v1/login").header("Authorization", basic(password)))
                    .body();
        }
    }

    /** Source: RFC 7617. */
    private String basic(String password) {
        if (user.indexOf(':') >= 0) {
            throw new WrongInputException("the name of a user has no colon: '" + user + "'");
        }
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
