package dev.trimtab.models;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.YangSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A run of libyang's command that has loaded the modules of one model and judges many documents. Not thread-safe.
 *
 * <p>Its shell answers an unknown command with that command's name: sent after each question, it marks the end of the answer.
 */
final class YanglintSession implements AutoCloseable {
    /** Why a test is skipped. */
    static final String ABSENT = "yanglint (Debian package libyang-tools) is not installed";

    /** It cuts a line after 4096 characters. */
    private static final int MODULES_A_LINE = 20;

    private static final Path COMMAND = Path.of("/usr/bin/yanglint");

    /** What yanglint says of a document; the lines are its reasons, empty if it has none. */
    record Verdict(boolean accepted, List<String> lines) {
        /** Its first reason; empty if it has none. */
        String reason() {
            return lines.isEmpty() ? "" : lines.getFirst();
        }
    }

    /** It crashed. */
    static final class EndedException extends IOException {
        private EndedException(String message) {
            super(message);
        }
    }

    private final Path folder;
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private int marks;

    private YanglintSession(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    static boolean isInstalled() {
        return Files.isExecutable(COMMAND);
    }

    /**
     * Starts yanglint with the modules of a model, with all their features.
     *
     * @param folder an empty folder for its files
     * @throws IllegalStateException with what it says, if it refuses a module
     */
    static YanglintSession start(Path folder, ModelDescription model) throws IOException {
        List<String> modules = new ArrayList<>();
        for (YangSource source : model.sources()) {
            Files.writeString(folder.resolve(source.fileName()), source.text());
            if (source.implemented()) {
                modules.add(source.fileName());
            }
        }
        var builder = new ProcessBuilder(COMMAND.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("HOME", folder.toString());
        var session = new YanglintSession(folder, builder.start());
        List<String> said = new ArrayList<>();
        for (int from = 0; from < modules.size(); from += MODULES_A_LINE) {
            int to = Math.min(modules.size(), from + MODULES_A_LINE);
            said.addAll(session.ask("add" + features(model) + " " + String.join(" ", modules.subList(from, to))));
        }
        // Warnings begin as errors do, so that only what is there afterwards counts.
        List<String> there = session.ask("list").stream()
                .map(line -> line.strip().replaceFirst("@.*", ""))
                .toList();
        for (String module : modules) {
            if (!there.contains("I " + module.replaceFirst("(@.*)?\\.yang$", ""))) {
                session.close();
                throw new IllegalStateException("yanglint refuses the module " + module + ": " + said);
            }
        }
        return session;
    }

    /** One option for each module whose features are not simply all. */
    private static String features(ModelDescription model) {
        return model.features().entrySet().stream()
                .map(module -> " -F " + module.getKey() + ":" + String.join(",", module.getValue()))
                .collect(Collectors.joining());
    }

    /** Judges a whole configuration. */
    Verdict judge(String json) throws IOException {
        Files.writeString(folder.resolve("document.json"), json);
        List<String> said = ask("data -t config document.json");
        return new Verdict(said.stream().noneMatch(line -> line.startsWith("YANGLINT[E]")), said);
    }

    /** Prints a valid configuration as yanglint does. */
    String print(String json) throws IOException {
        Files.writeString(folder.resolve("document.json"), json);
        return String.join("\n", ask("data -t config -f json document.json"));
    }

    private List<String> ask(String command) throws IOException {
        String mark = "mark-" + ++marks;
        commands.write(command + "\n" + mark + "\n");
        commands.flush();
        List<String> lines = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.contains("\"" + mark + "\"")) {
                return lines;
            }
            if (!line.isBlank() && !line.startsWith("YANGLINT[W]")) {
                lines.add(line);
            }
        }
        throw new EndedException("yanglint ended at '" + command + "' after saying " + lines);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
