package dev.trimtab.cli;

import dev.trimtab.cli.client.ApiClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models remove NAME VERSION}. */
@Command(name = "remove", description = "Removes a model that was added and that no target has.")
final class ModelsRemoveCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final ModelArguments model = new ModelArguments();

    @Mixin
    private final ChangeOptions options = new ChangeOptions();

    @Mixin
    private final ChangeOutput output;

    ModelsRemoveCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new ChangeOutput(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            return output.print(api.send(options.apply(model.request("DELETE"))), options);
        }
    }
}
