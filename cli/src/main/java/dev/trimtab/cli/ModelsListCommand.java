package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.text.Plain;
import dev.trimtab.cli.text.Table;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models list}. */
@Command(name = "list", description = "Lists the models that the server has loaded.")
final class ModelsListCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final OutputOptions output;

    ModelsListCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new OutputOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            JsonNode document = api.send(ApiRequest.get("/api/v1/models")).body();
            output.print(document, () -> table(document.path("models")));
            return ExitCode.OK;
        }
    }

    private static List<String> table(JsonNode models) {
        var table = new Table(List.of("name", "version", "origin", "plugin", "title"));
        for (JsonNode model : models) {
            table.row(List.of(
                    Plain.of(model.path("name")),
                    Plain.of(model.path("version")),
                    Plain.of(model.at("/state/origin")),
                    Plain.of(model.at("/state/plugin")),
                    Plain.of(model.path("title"))));
        }
        return table.lines();
    }
}
