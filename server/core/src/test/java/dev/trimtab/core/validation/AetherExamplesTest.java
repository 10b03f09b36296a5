package dev.trimtab.core.validation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Violation;
import dev.trimtab.plugin.aether.v2_0.Aether20Plugin;
import dev.trimtab.plugin.aether.v2_1.Aether21Plugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The example documents of the Aether models: the good ones pass, each bad one breaks the rule that it is there for, and
 * yanglint gives every one the same verdict.
 */
class AetherExamplesTest {
    private static final Path YANG = Path.of(System.getProperty("trimtab.home", "../.."), "yang", "aether");
    private static final Map<String, LoadedModel> MODELS = Map.of(
            "2.0.0", LoadedModel.load(new Aether20Plugin().describe()),
            "2.1.0", LoadedModel.load(new Aether21Plugin().describe()));

    private static final Map<String, Validator> VALIDATORS = new ConcurrentHashMap<>();

    /** One line of an {@code expected.txt}: what a document breaks, and where. */
    record Mistake(String version, String document, String rule, String path) {
        static Mistake parse(String version, String line) {
            String[] columns = line.split(" \\| ", 3);
            return new Mistake(version, columns[0], columns[1], columns[2]);
        }

        /** The path as we write it: no modules, no quotes. */
        String plainPath() {
            return path.replaceAll("[a-z-]+:", "").replace("'", "");
        }

        @Override
        public String toString() {
            return version + " " + document;
        }
    }

    static Stream<Path> goodDocuments() throws IOException {
        return allDocuments()
                .filter(document -> !YANG.relativize(document).toString().contains("invalid"));
    }

    static Stream<Mistake> mistakes() {
        return MODELS.keySet().stream().sorted().flatMap(AetherExamplesTest::mistakes);
    }

    private static Stream<Mistake> mistakes(String version) {
        return lines(YANG.resolve(version).resolve("examples/invalid/expected.txt"))
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Mistake.parse(version, line));
    }

    @ParameterizedTest
    @MethodSource("goodDocuments")
    void goodDocumentHasNoViolation(Path document) throws IOException {
        assertThat(violations(versionOf(document), document)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void badDocumentBreaksTheRuleItIsThereFor(Mistake mistake) throws IOException {
        Path document = YANG.resolve(mistake.version()).resolve("examples/invalid/" + mistake.document() + ".json");

        List<Violation> violations = violations(mistake.version(), document);

        assertThat(violations)
                .anySatisfy(violation -> assertThat(violation.path().toString()).startsWith(mistake.plainPath()));
        String rule = mistake.rule().split(" ", 2)[0];
        if (List.of("must", "leafref", "mandatory", "unique").contains(rule)) {
            assertThat(violations).extracting(Violation::rule).containsOnly(rule);
        }
        if (rule.equals("must")) {
            assertThat(mistake.rule()).isEqualTo("must " + violations.getFirst().appTag());
        }
    }

    @ParameterizedTest
    @MethodSource("allDocuments")
    void yanglintGivesTheSameVerdict(Path document, @TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Yanglint.isInstalled(), "yanglint (Debian package libyang-tools) is not installed");
        String version = versionOf(document);

        boolean accepted = Yanglint.accepts(model(version).description().sources(), document, folder);

        assertThat(violations(version, document).isEmpty()).isEqualTo(accepted);
    }

    static Stream<Path> allDocuments() throws IOException {
        try (var files = Files.walk(YANG)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    /** The folder below {@link #YANG} that {@code document} is in. */
    private static String versionOf(Path document) {
        return YANG.relativize(document).getName(0).toString();
    }

    private static LoadedModel model(String version) {
        return requireNonNull(MODELS.get(version), version);
    }

    private static List<Violation> violations(String version, Path document) throws IOException {
        LoadedModel model = model(version);
        var decoded = JsonReader.read(model, Instance.root(model), Files.readAllBytes(document), true);
        return decoded.node() == null
                ? decoded.violations()
                : VALIDATORS
                        .computeIfAbsent(version, _ -> Validator.compile(model))
                        .validateAll(decoded.node())
                        .violations();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
