package dev.trimtab.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.cli.client.ApiClient;
import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.client.ResourceUrls;
import dev.trimtab.cli.client.WrongInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models add FILE... --name NAME --version VERSION}. */
@Command(
        name = "add",
        description = "Adds a model, which has an API at once.",
        footer = {"", "Example: trimtab models add yang/ --name lamp --version 1.0.0 --implement lamp"})
final class ModelsAddCommand implements Callable<Integer> {
    @Mixin
    private final ServerOptions server;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "a .yang file, or a folder with some")
    private List<Path> files = List.of();

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "the model's name")
    private String name = "";

    @Option(names = "--version", required = true, paramLabel = "VERSION", description = "its version, such as 2.1.0")
    private String version = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "one line for people")
    private String title = "";

    @Option(
            names = "--implement",
            split = ",",
            paramLabel = "MODULE",
            description = {"a module that the model implements, the others are there to import from;", "default: all"})
    private Set<String> implemented = Set.of();

    @Option(names = "--jar", paramLabel = "NAME", description = "the model's code: a jar in the server's plugin folder")
    private @Nullable String jar;

    @Option(
            names = "--process",
            paramLabel = "HOST:PORT",
            description = "the model's code: a plugin host that the server reaches there")
    private @Nullable String process;

    @Option(
            names = "--tls-name",
            paramLabel = "NAME",
            description = "name that the plugin host's certificate is for, where it is not HOST")
    private @Nullable String tlsName;

    @Mixin
    private final ChangeOptions options = new ChangeOptions();

    @Mixin
    private final ChangeOutput output;

    ModelsAddCommand(Terminal terminal) {
        server = new ServerOptions(terminal);
        output = new ChangeOutput(terminal);
    }

    @Override
    public Integer call() throws IOException {
        ObjectNode body = new YangFiles(files).entry(implemented).put("title", title);
        if (jar != null && process != null) {
            throw new WrongInputException("give one of --jar and --process");
        }
        if (jar != null) {
            body.put("jar", jar);
        }
        if (process != null) {
            putProcess(process, body.putObject("process"));
        }
        try (ApiClient api = server.connect()) {
            var request = new ApiRequest("PUT", ResourceUrls.model(name, version)).body(body);
            return output.print(api.send(options.apply(request)), options);
        }
    }

    private void putProcess(String address, ObjectNode json) {
        URI uri = URI.create("plugin://" + address);
        if (uri.getHost() == null || uri.getPort() < 1) {
            throw new WrongInputException("the plugin host '" + address + "' is not HOST:PORT");
        }
        json.put("address", uri.getHost().replaceAll("[\\[\\]]", "")).put("port", uri.getPort());
        if (tlsName != null) {
            json.put("tls-name", tlsName);
        }
    }
}
