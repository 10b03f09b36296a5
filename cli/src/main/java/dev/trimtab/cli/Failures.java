package dev.trimtab.cli;

import dev.trimtab.cli.client.NoAnswerException;
import dev.trimtab.cli.client.Problem;
import dev.trimtab.cli.client.RefusedException;
import dev.trimtab.cli.client.WrongInputException;
import dev.trimtab.cli.text.Plain;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says on standard error why a command failed, in one sentence and a line for each broken rule, and chooses the exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException wrong, String[] words) {
        CommandLine command = wrong.getCommandLine();
        say(command.getErr(), text(wrong), ExitCode.USAGE);
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("'" + command.getCommandSpec().qualifiedName() + " --help' shows what it takes");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult words) throws Exception {
        PrintWriter err = command.getErr();
        return switch (failure) {
            case RefusedException refused -> refused(command, refused.problem());
            case NoAnswerException none -> say(err, text(none), ExitCode.NO_VERDICT);
            case WrongInputException wrong -> say(err, text(wrong), ExitCode.USAGE);
            case FileSystemException file -> say(err, unusable(file), ExitCode.USAGE);
            default -> throw failure;
        };
    }

    private static int refused(CommandLine command, Problem problem) {
        lines(problem).forEach(command.getErr()::println);
        if (problem.unauthenticated() && !command.getCommandName().equals(LoginCommand.NAME)) {
            command.getErr().println("log in: trimtab login --user NAME");
        }
        return problem.undecided() ? ExitCode.NO_VERDICT : ExitCode.REFUSED;
    }

    private static int say(PrintWriter err, String sentence, int code) {
        err.println("trimtab: " + sentence);
        return code;
    }

    private static String text(Exception failure) {
        return Plain.safe(String.valueOf(failure.getMessage()));
    }

    private static String unusable(FileSystemException failure) {
        String reason = failure.getReason() == null ? failure.getClass().getSimpleName() : failure.getReason();
        return "file " + failure.getFile() + " cannot be used: " + reason;
    }

    private static List<String> lines(Problem problem) {
        List<String> lines = new ArrayList<>();
        lines.add("trimtab: " + sentence(problem));
        problem.violations().forEach(violation -> lines.add(line(violation)));
        if (problem.refusals().size() > 1) {
            problem.refusals()
                    .forEach(refusal -> lines.add(Plain.safe("  " + refusal.target() + ": " + refusal.reason())));
        }
        return lines;
    }

    private static String sentence(Problem problem) {
        int broken = problem.violations().size();
        if (broken > 0) {
            return "refused, nothing was changed: " + (broken == 1 ? "a rule is" : broken + " rules are") + " broken";
        }
        String why = !problem.detail().isEmpty() ? problem.detail() : problem.title();
        return why.isEmpty() ? "the server refused it with status " + problem.status() : Plain.safe(why);
    }

    private static String line(Problem.Violation violation) {
        String value = violation.value().isEmpty() ? "" : " = " + violation.value();
        return Plain.safe("  " + violation.path() + value + ": " + violation.message() + " (" + violation.rule() + ")");
    }
}
