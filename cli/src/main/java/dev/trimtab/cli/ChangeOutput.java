package dev.trimtab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.cli.client.Answer;
import dev.trimtab.cli.text.ChangeText;
import picocli.CommandLine.Mixin;

/** Prints what a change led to. */
final class ChangeOutput {
    private final Terminal terminal;
    private final ChangePrinter printer;

    @Mixin
    private final OutputOptions output;

    ChangeOutput(Terminal terminal) {
        this.terminal = terminal;
        printer = new ChangePrinter(terminal.ansi());
        output = new OutputOptions(terminal);
    }

    /** Prints the answer and gives the exit code. */
    int print(Answer answer, ChangeOptions options) {
        JsonNode change = answer.body();
        output.print(change, () -> options.dryRun() ? printer.wouldChange(change) : ChangeText.committed(change));
        if (options.waits() && answer.pending()) {
            terminal.err().println("trimtab: the change is committed; not every backend has answered yet");
            return ExitCode.NO_VERDICT;
        }
        return ExitCode.OK;
    }
}
