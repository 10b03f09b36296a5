package dev.trimtab.app.raft;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trimtab.app.start.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages of the JDK that Atomix's serializer reflects on, and whether this JVM lets it. */
final class RequiredOpens {
    private RequiredOpens() {}

    /** Stops the start when a package is not open, because the library fails on it later and less clearly. */
    static void check() {
        Module here = RequiredOpens.class.getModule();
        List<String> closed =
                list().stream().filter(open -> !isOpen(open, here)).toList();
        if (!closed.isEmpty()) {
            String options = closed.stream()
                    .map(open -> "--add-opens " + open + "=ALL-UNNAMED")
                    .collect(Collectors.joining(" "));
            throw new StartException(
                    "the JVM was started without " + options
                            + ": start the server with its launcher or with 'java -jar trimtab-server.jar', or add the options");
        }
    }

    /** As {@code module/package}; the build writes the file from the one list in the parent pom. */
    static List<String> list() {
        try (var in = RequiredOpens.class.getResourceAsStream("opens.txt")) {
            if (in == null) {
                throw new IllegalStateException("opens.txt is missing beside " + RequiredOpens.class.getName());
            }
            return Stream.of(new String(in.readAllBytes(), UTF_8).strip().split("\\s+", -1))
                    .filter(open -> !open.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOpen(String open, Module to) {
        int slash = open.indexOf('/');
        return ModuleLayer.boot()
                .findModule(open.substring(0, slash))
                .map(module -> module.isOpen(open.substring(slash + 1), to))
                .orElse(true);
    }
}
