package dev.trimtab.conformance;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that is run as a process of its own.
 *
 * @param command the program and its first arguments
 * @param environment added to this process's own
 */
record Program(List<String> command, Map<String, String> environment) {
    /** Folder of the checkout. */
    static final Path HOME = Path.of(System.getProperty("trimtab.home"));

    private static final int PATIENCE_SECONDS = 60;

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** What a run came to. */
    record Outcome(int exit, String out, String err) {
        /** All that it printed. */
        String text() {
            return out + err;
        }
    }

    /**
     * One of the programs that {@code test/tools/install.sh} installs.
     *
     * <p>Where it is absent the test is skipped with the reason; it fails where everything has to be there, which the environment
     * says with {@code CI=true}, or the system property {@code trimtab.tools.required}.
     *
     * @param name of the program in {@code .tools/bin}
     * @param installed name that the install script knows it by
     */
    static Program installed(String name, String installed) {
        Path program = HOME.resolve(".tools/bin").resolve(name);
        if (!Files.isExecutable(program)) {
            String reason = "%s is not installed: test/tools/install.sh %s".formatted(name, installed);
            if ("true".equals(System.getenv("CI")) || Boolean.getBoolean("trimtab.tools.required")) {
                throw new AssertionError(reason);
            }
            abort(reason);
        }
        return new Program(List.of(program.toString()), Map.of());
    }

    static Program installed(String name) {
        return installed(name, name);
    }

    /** A jar of this project, run by the JDK of the test. */
    static Program jar(String path) {
        String java = System.getProperty("java.home") + "/bin/java";
        return new Program(
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        HOME.resolve(path).toString()),
                Map.of());
    }

    /** The same program with further first arguments. */
    Program with(String... arguments) {
        var longer = new ArrayList<>(command);
        longer.addAll(List.of(arguments));
        return new Program(longer, environment);
    }

    Program in(Map<String, String> variables) {
        return new Program(command, variables);
    }

    /** Runs it to its end without any input. */
    Outcome run(String... arguments) {
        return runWithInput("", arguments);
    }

    /** Runs it to its end; one that takes longer than a minute is ended, and that is a failure. */
    Outcome runWithInput(String input, String... arguments) {
        Process process = start(builder(arguments));
        try {
            var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            send(process, input);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(with(arguments).command + " does not end");
            }
            return new Outcome(
                    process.exitValue(),
                    out.get(PATIENCE_SECONDS, TimeUnit.SECONDS),
                    err.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the output cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts it with all that it prints going into a file; the caller ends it. */
    Process startInto(Path printed, String... arguments) {
        return start(builder(arguments).redirectErrorStream(true).redirectOutput(printed.toFile()));
    }

    private ProcessBuilder builder(String... arguments) {
        var builder = new ProcessBuilder(with(arguments).command);
        builder.environment().putAll(environment);
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Process process, String input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            if (!input.isEmpty()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
