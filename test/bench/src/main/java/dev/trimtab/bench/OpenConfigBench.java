package dev.trimtab.bench;

import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** OpenConfig: all of it loaded by a new process, and many of its interfaces parsed and validated beside {@code yanglint}. */
final class OpenConfigBench {
    private static final Path CORPORA = Path.of(System.getProperty("trimtab.corpora", "../shared/corpora"));
    private static final String LOAD = "models.load.openconfig";
    private static final String PARSE = "models.parse.openconfig";
    private static final int INTERFACES = 100_000;
    private static final double PARSE_MAX = 0.7;
    private static final Duration LOAD_MAX = Duration.ofSeconds(5);

    private final Path folder;

    OpenConfigBench(Path folder) {
        this.folder = folder;
    }

    /** Nothing where the public modules are not there. */
    void run(Predicate<String> asked, Consumer<Row> rows) {
        if (!Files.isDirectory(CORPORA.resolve("openconfig"))) {
            return;
        }
        if (asked.test(LOAD)) {
            rows.accept(load());
        }
        if (asked.test(PARSE)) {
            rows.accept(interfaces());
        }
    }

    /** Loads all of OpenConfig and prints how many milliseconds after its own start this process has done so. */
    public static void main(String[] args) {
        ServedModel.of(all());
        long started = java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println(System.currentTimeMillis() - started);
    }

    private static Row load() {
        long millis = IntStream.range(0, 3)
                .mapToLong(_ -> Long.parseLong(Processes.output(OpenConfigBench.class)))
                .min()
                .orElseThrow();
        double ratio = (double) millis / LOAD_MAX.toMillis();
        return new Row(
                LOAD,
                "all modules, a new process",
                millis,
                "ms",
                null,
                LOAD_MAX.toSeconds() + " s",
                ratio,
                "at most 1.0",
                ratio <= 1);
    }

    private Row interfaces() {
        ServedModel served = ServedModel.of(LoadedModel.load(
                description(files().filter(file -> isNeeded(file)).toList())));
        byte[] json = json().getBytes(StandardCharsets.UTF_8);
        Duration ours = ModelsBench.best(() -> validate(served, json));
        Path data = folder.resolve("interfaces.json");
        try {
            Files.write(data, json);
        } catch (IOException e) {
            throw new UncheckedIOException(data + " cannot be written", e);
        }
        List<Path> folders = files().map(Path::getParent).distinct().toList();
        List<Path> modules = files().filter(OpenConfigBench::isInData).toList();
        Duration peer = Yanglint.validate(folders, modules, data).orElse(null);
        return ModelsBench.beside(
                PARSE, INTERFACES + " interfaces, " + (json.length >> 20) + " MiB", ours, peer, PARSE_MAX);
    }

    private static void validate(ServedModel served, byte[] json) {
        var root = PathResolver.resolve(served.model(), dev.trimtab.model.Path.ROOT);
        Decoded decoded = JsonReader.read(served.model(), root, json, true);
        var violations = served.validator()
                .validateAll(Objects.requireNonNull(decoded.node(), "refused"))
                .violations();
        if (!violations.isEmpty()) {
            throw new IllegalStateException("the bench's data is refused: " + violations.getFirst());
        }
    }

    private static String json() {
        return IntStream.range(0, INTERFACES)
                .mapToObj(OpenConfigBench::entry)
                .collect(Collectors.joining(",", "{\"openconfig-interfaces:interfaces\":{\"interface\":[", "]}}"));
    }

    private static String entry(int i) {
        String name = "Ethernet" + i / 100 + "/" + i % 100;
        return "{\"name\":\"" + name + "\",\"config\":{\"name\":\"" + name
                + "\",\"type\":\"iana-if-type:ethernetCsmacd\",\"mtu\":" + (1500 + i % 7000)
                + ",\"description\":\"uplink " + i + " of the leaf\",\"enabled\":" + (i % 3 != 0) + "}}";
    }

    private static LoadedModel all() {
        return LoadedModel.load(description(files().toList()));
    }

    private static ModelDescription description(List<Path> files) {
        List<YangSource> sources = new ArrayList<>();
        for (Path file : files) {
            // What OpenConfig only imports has no nodes of its own; the types of interfaces are identities, which need
            // it.
            boolean implemented = file.startsWith(CORPORA.resolve("openconfig/release")) || isInData(file);
            sources.add(new YangSource(file.getFileName().toString(), text(file), implemented));
        }
        return new ModelDescription(new ModelId("openconfig", "1.0.0"), "OpenConfig", sources);
    }

    private static boolean isInData(Path file) {
        return Stream.of("openconfig-interfaces.yang", "ietf-interfaces.yang", "iana-if-type.yang")
                .anyMatch(file::endsWith);
    }

    private static boolean isNeeded(Path file) {
        return isInData(file)
                || Stream.of(
                                "openconfig-yang-types.yang",
                                "openconfig-types.yang",
                                "openconfig-extensions.yang",
                                "openconfig-transport-types.yang",
                                "openconfig-platform-types.yang",
                                "ietf-yang-types.yang",
                                "ietf-inet-types.yang")
                        .anyMatch(file::endsWith);
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(CORPORA.resolve("openconfig"))) {
            return files.filter(file -> file.toString().endsWith(".yang")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + CORPORA + " cannot be read", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
