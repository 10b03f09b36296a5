package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.text.Outline;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models show NAME VERSION}. */
@Command(name = "show", description = "Shows one model: its modules, and how its code is.")
final class ModelsShowCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final ModelArguments model = new ModelArguments();

    @Mixin
    private final OutputOptions output;

    ModelsShowCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new OutputOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            JsonNode document = api.send(model.request("GET")).body();
            output.print(document, () -> Outline.lines(document));
            return ExitCode.OK;
        }
    }
}
