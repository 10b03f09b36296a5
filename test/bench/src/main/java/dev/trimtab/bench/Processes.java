package dev.trimtab.bench;

import dev.trimtab.fixtures.server.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The server and the echo, each in a process of its own, on this class path, which has the bench's model. */
final class Processes {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Processes() {}

    static ServerProcess server(Path folder) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx4g"));
        command.addAll(opens());
        command.addAll(List.of("-cp", CLASS_PATH, "dev.trimtab.app.Main"));
        return ServerProcess.start(command, folder, Map.of());
    }

    /** What the server's own jar opens to the libraries that need it; {@code java -cp} does not read a manifest. */
    private static List<String> opens() {
        Path here = Path.of(CLASS_PATH.split(System.getProperty("path.separator"))[0])
                .toAbsolutePath();
        Path jar = here.resolveSibling("lib").resolve("trimtab-server.jar");
        for (Path candidate : List.of(
                jar,
                here.resolve("../../../../server/app/target/trimtab-server.jar").normalize())) {
            if (!candidate.toFile().isFile()) {
                continue;
            }
            try (var file = new JarFile(candidate.toFile())) {
                String packages = file.getManifest().getMainAttributes().getValue(new Attributes.Name("Add-Opens"));
                return List.of(packages.trim().split("\\s+")).stream()
                        .flatMap(name -> List.of("--add-opens", name + "=ALL-UNNAMED").stream())
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(candidate + " cannot be read", e);
            }
        }
        throw new IllegalStateException("the server's jar is not built; run ./trimtab build");
    }

    /** The echo server; ends with this process, since its input does. */
    record EchoProcess(Process process, int port) implements AutoCloseable {
        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    static EchoProcess echo() {
        try {
            Process process = new ProcessBuilder(JAVA, "-Xmx1g", "-cp", CLASS_PATH, Echo.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            if (line == null || !line.startsWith("echo at ")) {
                throw new IllegalStateException("the echo did not start: " + line);
            }
            return new EchoProcess(process, Integer.parseInt(line.substring("echo at ".length())));
        } catch (IOException e) {
            throw new UncheckedIOException("the echo cannot be started", e);
        }
    }
}
