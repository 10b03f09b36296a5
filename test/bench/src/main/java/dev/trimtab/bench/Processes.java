package dev.trimtab.bench;

import dev.trimtab.app.Main;
import dev.trimtab.fixtures.server.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server and the echo, each in a process of its own, on this class path, which has the bench's model. */
final class Processes {
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** The libraries' warnings and the logger's own are not what is looked at here. */
    private static final List<String> QUIET = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener");

    private Processes() {}

    static ServerProcess server(Path folder) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx4g"));
        command.addAll(QUIET);
        command.addAll(opens());
        command.addAll(List.of("-cp", CLASS_PATH, "dev.trimtab.app.Main"));
        return ServerProcess.start(command, folder, Map.of());
    }

    /** What the server's own jar opens to the libraries that need it; {@code java -cp} does not read it from the manifest. */
    private static List<String> opens() {
        try (InputStream list = Main.class.getResourceAsStream("/dev/trimtab/app/raft/opens.txt")) {
            String packages =
                    new String(Objects.requireNonNull(list, "opens.txt").readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\\s+")
                    .splitAsStream(packages.strip())
                    .flatMap(name -> Stream.of("--add-opens", name + "=ALL-UNNAMED"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of opened packages cannot be read", e);
        }
    }

    /** What a program of the bench, in a new process, prints in its one line. */
    static String output(Class<?> program) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx2g"));
        command.addAll(QUIET);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("trimtab."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", CLASS_PATH, program.getName()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                String line = output.readLine();
                if (line == null) {
                    throw new IllegalStateException(program.getName() + " printed nothing");
                }
                return line;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(program.getName() + " cannot be started", e);
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
            List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx1g"));
            command.addAll(QUIET);
            command.addAll(List.of("-cp", CLASS_PATH, Echo.class.getName()));
            Process process = new ProcessBuilder(command)
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
