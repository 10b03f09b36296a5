package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.text.ChangeText;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Lines that say what changed; what goes in red and what comes in green, where colours may be. */
final class ChangePrinter {
    private final Ansi ansi;

    ChangePrinter(Ansi ansi) {
        this.ansi = ansi;
    }

    List<String> wouldChange(JsonNode change) {
        List<String> lines = difference(change.path("targets"));
        return lines.isEmpty() ? List.of("nothing to change") : lines;
    }

    List<String> difference(JsonNode targets) {
        return ChangeText.difference(targets).stream().map(this::coloured).toList();
    }

    private String coloured(ChangeText.Line line) {
        return switch (line.kind()) {
            case REMOVED -> coloured(Style.fg_red, line.text());
            case ADDED -> coloured(Style.fg_green, line.text());
            case OTHER -> line.text();
        };
    }

    private String coloured(Style colour, String text) {
        return ansi.enabled() ? colour.on() + text + Style.reset.on() : text;
    }
}
