package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ResourceUrls;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code diff --target T PATH VALUE}. */
@Command(
        name = "diff",
        description = "Shows what a set would change, and every rule it would break; nothing is changed.",
        footer = {"", "Of a delete, 'trimtab delete --dry-run' shows the same. NO_COLOR=1 leaves the colours out."})
final class DiffCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final TargetOption target = new TargetOption();

    @Mixin
    private final ValueArguments value;

    @Mixin
    private final OutputOptions output;

    private final ChangePrinter printer;

    DiffCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        value = new ValueArguments(terminal);
        output = new OutputOptions(terminal);
        printer = new ChangePrinter(terminal.ansi());
    }

    @Override
    public Integer call() throws IOException {
        JsonNode body = value.value();
        try (ApiClient api = server.connect()) {
            String url = new ResourceUrls(api).url(target.name(), value.path());
            JsonNode change =
                    api.send(value.request(url, body).query("dry-run", "true")).body();
            output.print(change, () -> printer.wouldChange(change));
            return ExitCode.OK;
        }
    }
}
