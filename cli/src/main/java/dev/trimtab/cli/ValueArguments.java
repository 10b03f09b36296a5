package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.ApiRequest;
import dev.trimtab.cli.client.ConfigPath;
import dev.trimtab.cli.client.Json;
import dev.trimtab.cli.client.WrongInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to write where. */
final class ValueArguments {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "PATH", description = "such as /site[site-id=a]/slice[slice-id=b]/sst")
    private ConfigPath path = new ConfigPath(List.of());

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VALUE",
            description = {
                "JSON (RFC 7951), or a string without its quotes;",
                "a string that looks like a number keeps them: '\"16\"'"
            })
    private @Nullable String value;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "reads the value as JSON from a file, or from standard input when it is -")
    private @Nullable Path file;

    @Option(
            names = "--replace",
            description = "makes it exactly the value, where otherwise the value is merged into it")
    private boolean replace;

    ValueArguments(Terminal terminal) {
        this.terminal = terminal;
    }

    ConfigPath path() {
        return path;
    }

    /** @throws WrongInputException when there is not exactly one value, or it is not JSON */
    JsonNode value() throws IOException {
        if ((value == null) == (file == null)) {
            throw new WrongInputException("give one of VALUE and --file");
        }
        if (value != null) {
            return Json.value(value);
        }
        return Json.parse(STANDARD_INPUT.equals(file) ? terminal.readAll() : Files.text(file));
    }

    /** A leaf and a leaf-list have nothing to merge: they are put. An object that is merged deletes its members that are null. */
    ApiRequest request(String url, JsonNode body) {
        boolean merged = !replace && (body.isObject() || hasObjects(body));
        return merged
                ? new ApiRequest("PATCH", url)
                        .header("Content-Type", "application/merge-patch+json")
                        .body(body)
                : new ApiRequest("PUT", url).body(body);
    }

    private static boolean hasObjects(JsonNode body) {
        return body.isArray() && StreamSupport.stream(body.spliterator(), false).anyMatch(JsonNode::isObject);
    }
}
