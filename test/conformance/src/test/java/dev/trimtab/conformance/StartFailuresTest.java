package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.trimtab.fixtures.demo.Clients;
import dev.trimtab.fixtures.server.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that cannot start says why in one sentence, ends, and leaves the data as it was. */
@Tag("slow")
class StartFailuresTest {
    private static final int END_MAX_SECONDS = 60;
    private static final String LOG_LINE = "\\d{4}-\\d\\d-\\d\\dT\\S+ INFO .*";
    private static final String HISTORY = "/api/v1/transactions";

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new TreeMap<>();
    private Path data;

    @BeforeEach
    void settings() {
        data = folder.resolve("data");
        settings.put("data", data.toString());
        settings.put("plugins", folder.resolve("plugins").toString());
        settings.put("gnmi-port", "0");
        settings.put("rest-port", "0");
    }

    @Test
    void portOfGnmiInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("gnmi-port", Integer.toString(other.getLocalPort()));

            assertThat(sentence())
                    .isEqualTo("trimtab: gNMI cannot listen at 127.0.0.1 port " + other.getLocalPort()
                            + ": another program uses this port");
        }
        settings.put("gnmi-port", "0");
        startsWithTransactions(0);
    }

    @Test
    void portOfRestInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("rest-port", Integer.toString(other.getLocalPort()));

            assertThat(sentence())
                    .isEqualTo("trimtab: REST cannot listen at 127.0.0.1 port " + other.getLocalPort()
                            + ": another program uses this port");
        }
    }

    @Test
    void dataFolderIsAFile() throws Exception {
        Files.writeString(data, "precious");

        assertThat(sentence()).contains("the data folder " + data, "is a file");
        assertThat(data).hasContent("precious");
    }

    @Test
    void dataFolderIsNotWritable() throws Exception {
        Files.createDirectory(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(data)).as("root may write everywhere").isFalse();

        assertThat(sentence()).contains("the data folder " + data, "is not writable");
    }

    @Test
    void unknownSetting() throws Exception {
        settings.put("gnmi-prot", "9339");

        assertThat(sentence()).contains("setting gnmi-prot is unknown");
        assertThat(data).doesNotExist();
    }

    @Test
    void numberThatIsNoneAndNumberOutOfRange() throws Exception {
        settings.put("rest-port", "many");
        assertThat(sentence()).isEqualTo("trimtab: setting rest-port is not a number: 'many'");

        settings.put("rest-port", "65536");
        assertThat(sentence()).isEqualTo("trimtab: setting rest-port is 65536; it must be 0 to 65535");
    }

    @Test
    void settingsFileIsMissing() throws Exception {
        Path missing = folder.resolve("no-such-file");

        assertThat(sentence(missing)).isEqualTo("trimtab: the settings file " + missing + " does not exist");
    }

    @Test
    void addressThatIsNotLoopbackWithoutTls() throws Exception {
        settings.put("gnmi-address", "0.0.0.0");

        assertThat(sentence()).contains("0.0.0.0 without TLS");
        assertThat(data).doesNotExist();
    }

    @Test
    void pluginWithABrokenModule() throws Exception {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Path jar = plugins.resolve("broken.jar");
        writePlugin(jar);

        assertThat(refusedFile("broken.jar")).contains("broken.yang", "no-such-type");

        Files.delete(jar);
        startsWithTransactions(0);
    }

    /** A file of the plugin folder never stops the start: the server says why it brings no model. */
    private String refusedFile(String name) {
        try (ServerProcess server = ServerProcess.start(command(), passwordFolder(), new TreeMap<>(settings));
                var clients = new Clients(server)) {
            String path = "/system/v1.0.x/system/system/models/refused-file/" + name + "/reason";
            return clients.rest("GET", path, "", "").body().asText();
        }
    }

    @Test
    void pluginThatIsNoJar() throws Exception {
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.writeString(plugins.resolve("broken.jar"), "not a jar");

        assertThat(refusedFile("broken.jar")).contains("zip");
    }

    @Test
    void dataFolderOfAServerThatRuns() throws Exception {
        try (ServerProcess first = start();
                var clients = new Clients(first)) {
            settings.put("data", folder.resolve("server/data").toString());

            assertThat(sentence()).contains("in use by another server");
            assertThat(clients.rest("GET", HISTORY, "", "").status()).isEqualTo(200);
        }
    }

    @Test
    void logWithGarbageInItsMiddleAndUsersThatDoNotParse() throws Exception {
        data = folder.resolve("server/data");
        settings.put("data", data.toString());
        try (ServerProcess server = start();
                var clients = new Clients(server)) {
            for (int i = 0; i < 5; i++) {
                clients.set("system", "/system/targets/target[name=t" + i + "]", """
                        {"model":"aether","version":"2.1.0"}""");
            }
        }

        damaged(segment(), bytes -> middle(bytes), "the log is damaged");
        damaged(data.resolve("users.json"), _ -> "{".getBytes(StandardCharsets.UTF_8), "users.json is wrong at line 1");
        startsWithTransactions(5);
    }

    /** Damages a file, sees the start fail and the file left as it was, and mends it. */
    private void damaged(Path file, UnaryOperator<byte[]> damage, String reason) throws Exception {
        byte[] whole = Files.readAllBytes(file);
        byte[] wrong = damage.apply(whole.clone());
        Files.write(file, wrong);

        assertThat(sentence()).contains(reason);
        assertThat(file).hasBinaryContent(wrong);

        Files.write(file, whole);
    }

    private static byte[] middle(byte[] segment) {
        int end = segment.length;
        while (segment[end - 1] == 0) {
            end--;
        }
        for (int i = end / 2; i < end / 2 + 16; i++) {
            segment[i] ^= 0x55;
        }
        return segment;
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("raft"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.comparingLong(StartFailuresTest::used))
                    .orElseThrow();
        }
    }

    private static long used(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] == 0) {
                end--;
            }
            return end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startsWithTransactions(int count) {
        var own = new TreeMap<>(settings);
        try (ServerProcess server = ServerProcess.start(command(), passwordFolder(), own);
                var clients = new Clients(server)) {
            assertThat(clients.rest("GET", HISTORY, "", "").body().path("transactions"))
                    .hasSize(count);
        }
    }

    private ServerProcess start() {
        return ServerProcess.start(command(), folder.resolve("server"), new TreeMap<>());
    }

    private static List<String> command() {
        Path jar = Path.of(System.getProperty("trimtab.home"), "server/app/target/trimtab-server.jar");
        String program = System.getProperty("java.home") + "/bin/java";
        return List.of(
                program,
                "--sun-misc-unsafe-memory-access=allow", // as ./trimtab does; without it the JVM warns of a library
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-jar",
                jar.toString());
    }

    private String sentence() throws Exception {
        Path file = folder.resolve("server.properties");
        Files.write(
                file,
                settings.entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .toList());
        return sentence(file);
    }

    /** Starts a server that must not serve, and answers the one line on stderr that is not of the log. */
    private String sentence(Path file) throws Exception {
        var arguments = new ArrayList<>(command());
        arguments.addAll(List.of("--config", file.toString()));
        Path errors = folder.resolve("stderr");
        Process process = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .start();
        try {
            assertThat(process.waitFor(END_MAX_SECONDS, TimeUnit.SECONDS))
                    .as("it ends in time; it printed\n%s", Files.readString(errors))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(errors).stream()
                .filter(line -> !line.matches(LOG_LINE))
                .toList();
        assertThat(lines).singleElement().asString().startsWith("trimtab: ");
        assertThat(process.exitValue()).isEqualTo(1);
        return lines.getFirst();
    }

    private static void writePlugin(Path jar) throws IOException {
        String name = BrokenPlugin.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = BrokenPlugin.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(code).transferTo(out);
            out.putNextEntry(new JarEntry("META-INF/services/dev.trimtab.model.ModelPlugin"));
            out.write(BrokenPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where the first password was noted: the server's first start may have been one that failed. */
    private Path passwordFolder() {
        try {
            Path noted = folder.resolve("server");
            Files.createDirectories(noted);
            Path printed = folder.resolve("stdout");
            if (!Files.exists(noted.resolve("admin-password")) && Files.exists(printed)) {
                var password =
                        Pattern.compile("user admin has the password (\\S+)").matcher(Files.readString(printed));
                if (password.find()) {
                    Files.writeString(noted.resolve("admin-password"), password.group(1));
                }
            }
            return noted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
