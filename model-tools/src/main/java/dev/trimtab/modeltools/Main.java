package dev.trimtab.modeltools;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Puts the tools together and runs the one that was asked for; {@code trimtab models compare} comes here. */
@Command(name = "trimtab models", description = "Tools for authors of models.", synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(arguments));
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .addSubcommand(new CompareCommand(out))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, _, _) -> wrongInput(failure, err));
    }

    /** What the author can repair is one sentence; anything else is a defect and keeps its trace. */
    private static int wrongInput(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof WrongInputException) {
            err.println("trimtab: " + failure.getMessage());
            return CompareCommand.WRONG_INPUT;
        }
        throw failure;
    }
}
