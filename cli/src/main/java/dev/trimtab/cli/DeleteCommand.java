package dev.trimtab.cli;

import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.client.ConfigPath;
import dev.trimtab.cli.client.ResourceUrls;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code delete --target T PATH}. */
@Command(name = "delete", description = "Deletes a value and everything below it.")
final class DeleteCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final TargetOption target = new TargetOption();

    @Parameters(index = "0", paramLabel = "PATH", description = "such as /site[site-id=a]/slice[slice-id=b]")
    private ConfigPath path = new ConfigPath(List.of());

    @Mixin
    private final ChangeOptions options = new ChangeOptions();

    @Mixin
    private final ChangeOutput output;

    DeleteCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new ChangeOutput(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            String url = new ResourceUrls(api).url(target.name(), path);
            return output.print(api.send(options.apply(new ApiRequest("DELETE", url))), options);
        }
    }
}
