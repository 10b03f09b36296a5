package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.text.DocumentText;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** In which form a result is printed. */
final class OutputOptions {
    /** The forms, as they are typed. */
    enum Form {
        table,
        json,
        yaml
    }

    private final Terminal terminal;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table for people, json or yaml for programs: the API's own document")
    private Form form = Form.table;

    OutputOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints the document, or for people {@code lines}. */
    void print(JsonNode document, Supplier<List<String>> lines) {
        switch (form) {
            case json -> terminal.out().println(DocumentText.json(document));
            case yaml -> terminal.out().println(DocumentText.yaml(document));
            case table -> lines.get().forEach(terminal.out()::println);
        }
    }
}
