package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.client.ConfigPath;
import dev.trimtab.cli.client.ResourceUrls;
import dev.trimtab.cli.text.Outline;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code get --target T [PATH]}. */
@Command(
        name = "get",
        description = "Reads what stands at a path of a target.",
        footer = {"", "Example: trimtab get --target acme '/traffic-class[traffic-class-id=gold]' -o json"})
final class GetCommand implements Callable<Integer> {
    /** Parts of a tree, as they are typed. */
    enum Content {
        config,
        state,
        all
    }

    @Mixin
    private final ServerOptions server;

    @Mixin
    private final TargetOption target = new TargetOption();

    @Parameters(index = "0", arity = "0..1", defaultValue = "/", paramLabel = "PATH", description = "all when left out")
    private ConfigPath path = ConfigPath.parse("/");

    @Option(
            names = "--content",
            paramLabel = "PART",
            defaultValue = "all",
            description = "config is what clients write, state what the target reports, all is both")
    private Content content = Content.all;

    @Option(names = "--depth", paramLabel = "N", description = "shows N levels; all when left out")
    private int depth;

    @Mixin
    private final OutputOptions output;

    GetCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new OutputOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            ApiRequest request = ApiRequest.get(new ResourceUrls(api).url(target.name(), path))
                    .query("content", content.name());
            JsonNode found = api.send(depth > 0 ? request.query("depth", String.valueOf(depth)) : request)
                    .body();
            output.print(found, () -> Outline.lines(found));
            return ExitCode.OK;
        }
    }
}
