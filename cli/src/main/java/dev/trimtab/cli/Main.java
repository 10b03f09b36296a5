package dev.trimtab.cli;

import dev.trimtab.cli.client.ConfigPath;
import dev.trimtab.cli.client.WrongInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Puts the commands together and runs the one that was asked for. */
@Command(
        name = Main.NAME,
        description = "Uses a Trimtab server through its REST API.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    static final String NAME = "trimtab";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "shows this")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean help;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Terminal.system()).execute(arguments));
    }

    static CommandLine commandLine(Terminal terminal) {
        var all = new CommandLine(new Main());
        all.addSubcommand(new LoginCommand(terminal))
                .addSubcommand(new GetCommand(terminal))
                .addSubcommand(new SetCommand(terminal))
                .addSubcommand(new DeleteCommand(terminal))
                .addSubcommand(new DiffCommand(terminal))
                .addSubcommand(new MigrateCommand(terminal))
                .addSubcommand(new PickCommand(terminal))
                .addSubcommand(new RollbackCommand(terminal))
                .addSubcommand(new TargetsCommand(terminal))
                .addSubcommand(ModelsCommand.of(terminal))
                .addSubcommand(new TransactionsCommand(terminal))
                .addSubcommand(new CompletionCommand(terminal, () -> all));
        explainExitCodes(all);
        var failures = new Failures();
        return all.registerConverter(ConfigPath.class, Main::path)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    private static void explainExitCodes(CommandLine command) {
        command.getSubcommands().values().forEach(Main::explainExitCodes);
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nEnds with:%n")
                .exitCodeList(ExitCode.MEANINGS);
    }

    private static ConfigPath path(String text) {
        try {
            return ConfigPath.parse(text);
        } catch (WrongInputException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
