package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ResourceUrls;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code set --target T PATH VALUE}. */
@Command(
        name = "set",
        description = "Writes a value.",
        footer = {
            "",
            "Example: trimtab set --target acme '/traffic-class[traffic-class-id=gold]' '{\"qci\": 4, \"arp\": 2}'",
            "A VALUE that begins with a hyphen comes after --, and a member that is null is deleted."
        })
final class SetCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Mixin
    private final TargetOption target = new TargetOption();

    @Mixin
    private final ValueArguments value;

    @Mixin
    private final ChangeOptions options = new ChangeOptions();

    @Mixin
    private final ChangeOutput output;

    SetCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        value = new ValueArguments(terminal);
        output = new ChangeOutput(terminal);
    }

    @Override
    public Integer call() throws IOException {
        JsonNode body = value.value();
        try (ApiClient api = server.connect()) {
            String url = new ResourceUrls(api).url(target.name(), value.path());
            return output.print(api.send(options.apply(value.request(url, body))), options);
        }
    }
}
