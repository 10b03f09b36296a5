package dev.trimtab.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models}, and what is done with one. */
@Command(name = "models", description = "Lists the models that the server has loaded; adds, shows and removes one.")
final class ModelsCommand implements Callable<Integer> {
    @Mixin
    private final ModelsListCommand list;

    private ModelsCommand(Terminal terminal) {
        list = new ModelsListCommand(terminal);
    }

    static CommandLine of(Terminal terminal) {
        return new CommandLine(new ModelsCommand(terminal))
                .addSubcommand(new ModelsListCommand(terminal))
                .addSubcommand(new ModelsShowCommand(terminal))
                .addSubcommand(new ModelsAddCommand(terminal))
                .addSubcommand(new ModelsRemoveCommand(terminal));
    }

    @Override
    public Integer call() throws IOException {
        return list.call();
    }
}
