package dev.trimtab.bench;

import dev.trimtab.app.Main;
import dev.trimtab.fixtures.server.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** What the server's own jar opens to the libraries that need it; {@code java -cp} does not read it from the manifest. */
    private static List<String> opens() {
        String jar =
                Main.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (var file = new JarFile(jar)) {
            String packages = file.getManifest().getMainAttributes().getValue("Add-Opens");
            return Pattern.compile("\\s+")
                    .splitAsStream(packages.strip())
                    .flatMap(name -> Stream.of("--add-opens", name + "=ALL-UNNAMED"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read", e);
        }
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
