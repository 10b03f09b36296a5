package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.client.TransactionPages;
import dev.trimtab.cli.text.Plain;
import dev.trimtab.cli.text.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code transactions [N]}. */
@Command(
        name = "transactions",
        description =
                "Lists what was changed, the newest first; with a number, shows one transaction with all its edits.")
final class TransactionsCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Parameters(index = "0", arity = "0..1", paramLabel = "N", description = "the transaction to show")
    private @Nullable Long index;

    @Option(names = "--limit", paramLabel = "COUNT", defaultValue = "20", description = "how many at most; default 20")
    private int limit;

    @Option(
            names = {"-t", "--target"},
            paramLabel = "TARGET",
            description = "only those that changed this target")
    private String target = "";

    @Mixin
    private final OutputOptions output;

    private final ChangePrinter printer;

    TransactionsCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new OutputOptions(terminal);
        printer = new ChangePrinter(terminal.ansi());
    }

    @Override
    public Integer call() throws IOException {
        try (ApiClient api = server.connect()) {
            if (index != null) {
                JsonNode one = api.send(ApiRequest.get("/api/v1/transactions/" + index))
                        .body();
                output.print(one, () -> details(one));
            } else {
                JsonNode list = new TransactionPages(api).newest(limit, target);
                output.print(list, () -> table(list));
            }
            return ExitCode.OK;
        }
    }

    private static List<String> table(JsonNode list) {
        var table = new Table(List.of("index", "time", "who", "targets", "comment"));
        for (JsonNode each : list.path("transactions")) {
            table.row(List.of(
                    Plain.of(each.path("transaction")),
                    Plain.time(each.path("time")),
                    Plain.of(each.path("principal")),
                    String.join(", ", each.path("targets").findValuesAsText("target")),
                    Plain.of(each.path("comment"))));
        }
        return table.lines();
    }

    private List<String> details(JsonNode one) {
        List<String> lines = new ArrayList<>();
        lines.add("transaction " + Plain.of(one.path("transaction")));
        lines.add("time        " + Plain.time(one.path("time")));
        lines.add("who         " + Plain.of(one.path("principal")));
        String comment = Plain.of(one.path("comment"));
        if (!comment.isEmpty()) {
            lines.add("comment     " + comment);
        }
        lines.addAll(printer.difference(one.path("targets")));
        return lines;
    }
}
