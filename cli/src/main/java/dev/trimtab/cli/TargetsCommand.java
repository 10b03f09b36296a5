package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.TargetList;
import dev.trimtab.cli.text.Plain;
import dev.trimtab.cli.text.Table;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code targets}. */
@Command(
        name = "targets",
        description = "Lists what can be configured, and how its backend stands to its configuration.")
final class TargetsCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final OutputOptions output;

    TargetsCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new OutputOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            JsonNode document = new TargetList(api).all();
            output.print(document, () -> table(document.path("targets")));
            return ExitCode.OK;
        }
    }

    private static List<String> table(JsonNode targets) {
        var table = new Table(List.of("name", "model", "version", "connection", "sync", "intended", "applied"));
        for (JsonNode target : targets) {
            JsonNode state = target.path("state");
            table.row(List.of(
                    Plain.of(target.path("name")),
                    Plain.of(target.path("model")),
                    Plain.of(target.path("version")),
                    Plain.of(state.path("connection")),
                    Plain.of(state.path("sync")),
                    Plain.of(target.path("revision")),
                    Plain.of(state.path("applied-revision"))));
        }
        return table.lines();
    }
}
