package dev.trimtab.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate --to VERSION TARGET...}. */
@Command(
        name = "migrate",
        description =
                "Gives targets another version of their model, and migrates their configurations, in one transaction."
                        + " With --dry-run, names everything that would be lost, invented or changed.")
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Option(names = "--to", paramLabel = "VERSION", required = true, description = "the version to migrate to")
    private String version = "";

    @Option(
            names = "--all",
            paramLabel = "MODEL",
            description = "every target of the model that has another version; for a dry run only")
    private String model = "";

    @Parameters(paramLabel = "TARGET", arity = "0..*", description = "the targets to migrate")
    private List<String> targets = List.of();

    @Mixin
    private final ChangeOptions options = new ChangeOptions();

    @Mixin
    private final ChangeOutput output;

    @Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    MigrateCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new ChangeOutput(terminal);
    }

    @Override
    public Integer call() throws IOException {
        if (targets.isEmpty() == model.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name the targets, or all of a model with --all");
        }
        try (ApiClient api = server.connect()) {
            var request = new ApiRequest("POST", "/api/v1/migrations").body(body());
            return output.print(api.send(options.apply(request)), options);
        }
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("version", version);
        if (model.isEmpty()) {
            var list = body.putArray("targets");
            targets.forEach(list::add);
        } else {
            body.put("model", model);
        }
        return body;
    }
}
