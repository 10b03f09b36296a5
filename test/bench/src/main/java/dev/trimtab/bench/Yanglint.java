package dev.trimtab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The program {@code yanglint} on a file, as a peer: it parses and validates what this server does. */
final class Yanglint {
    private static final int RUNS = 3;
    /** It evaluates some constraints in time that grows with the square of the data; the bench does not wait for that. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Yanglint() {}

    /**
     * The best of three runs, the start of the program included; half a minute where it takes longer.
     *
     * @param folders where modules are looked for
     * @param data RFC 7951 JSON
     * @return empty where the program is not installed
     */
    static Optional<Duration> validate(List<Path> folders, List<Path> modules, Path data) {
        List<String> command = new ArrayList<>(List.of("yanglint", "-t", "config"));
        folders.forEach(folder -> command.addAll(List.of("-p", folder.toString())));
        modules.forEach(module -> command.add(module.toString()));
        command.add(data.toString());
        return IntStream.range(0, RUNS)
                .mapToObj(_ -> run(command))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private static Optional<Duration> run(List<String> command) {
        long start = System.nanoTime();
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException _) {
            return Optional.empty();
        }
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.of(LIMIT);
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("yanglint refuses what the bench wrote: "
                        + output.lines().limit(5).toList());
            }
            return Optional.of(Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException("yanglint cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
