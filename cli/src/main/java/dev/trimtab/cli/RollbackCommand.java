package dev.trimtab.cli;

import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rollback N}. */
@Command(
        name = "rollback",
        description =
                "Undoes a transaction with another one. What came later and changed the same must be undone first.")
final class RollbackCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Parameters(index = "0", paramLabel = "N", description = "the transaction to undo")
    private long index;

    @Mixin
    private final ChangeOptions options = new ChangeOptions();

    @Mixin
    private final ChangeOutput output;

    RollbackCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new ChangeOutput(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            var request = new ApiRequest("POST", "/api/v1/transactions/" + index + "/rollback");
            return output.print(api.send(options.apply(request)), options);
        }
    }
}
