package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.client.ResourceUrls;
import dev.trimtab.cli.text.Plain;
import dev.trimtab.cli.text.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pick TARGET PATH}. */
@Command(name = "pick", description = "Lists the values that a leaf may get.")
final class PickCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Parameters(index = "0", paramLabel = "TARGET", description = "whose leaf it is")
    private String target = "";

    @Parameters(
            index = "1",
            paramLabel = "PATH",
            description = "the leaf, such as /site[site-id=a]/device[device-id=b]/sim-card")
    private String path = "";

    @Option(names = "--prefix", paramLabel = "TEXT", description = "only values that begin with it")
    private String prefix = "";

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "100",
            description = "how many at most; default 100")
    private int limit;

    @Mixin
    private final OutputOptions output;

    PickCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new OutputOptions(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            ApiRequest request = ApiRequest.get(ResourceUrls.pickList(target))
                    .query("path", path)
                    .query("limit", Integer.toString(limit));
            JsonNode list = api.send(prefix.isEmpty() ? request : request.query("prefix", prefix))
                    .body();
            output.print(list, () -> lines(list));
            return ExitCode.OK;
        }
    }

    private static List<String> lines(JsonNode list) {
        var table = new Table(List.of("value", "meaning"));
        list.path("values")
                .forEach(value -> table.row(List.of(Plain.of(value.path("value")), Plain.of(value.path("text")))));
        List<String> lines = new ArrayList<>(table.lines());
        if (list.path("more").asBoolean()) {
            lines.add("(there are more: --prefix, --limit)");
        }
        return lines;
    }
}
