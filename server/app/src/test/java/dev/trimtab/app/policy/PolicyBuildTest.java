package dev.trimtab.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the committed module to the policy's text, and runs the policy's own tests; both with the program {@code opa}. */
class PolicyBuildTest {
    private static final Path HOME = Path.of(System.getProperty("trimtab.home", "../.."));
    private static final Path APP = HOME.resolve("server/app");
    private static final Path RESOURCES = APP.resolve("src/main/resources/policy");

    @Test
    void committedModuleIsWhatThePolicyCompilesTo(@TempDir Path folder) throws Exception {
        Path opa = opa();
        assumeTrue(
                version(opa).contains("Version: " + pinnedVersion()),
                () -> opa + " is not the version that install.sh pins");

        Path built = folder.resolve("authz.wasm");
        Result build = run(
                List.of(APP.resolve("src/main/rego/build.sh").toString(), built.toString()),
                Map.of("OPA", opa.toString()));

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(Files.mismatch(built, RESOURCES.resolve("authz.wasm")))
                .as("first byte that differs; run server/app/src/main/rego/build.sh and commit the module")
                .isEqualTo(-1);
    }

    @Test
    void policyPassesItsOwnTests() throws Exception {
        Result tests = run(
                List.of(
                        opa().toString(),
                        "test",
                        "--verbose",
                        APP.resolve("src/main/rego").toString(),
                        APP.resolve("src/test/rego").toString(),
                        RESOURCES.resolve("data.json").toString()),
                Map.of());

        assertThat(tests.exitCode()).as(tests.output()).isZero();
        assertThat(tests.output()).containsPattern("PASS: [1-9]");
    }

    private record Result(int exitCode, String output) {}

    private static Path opa() {
        Path tools = Optional.ofNullable(System.getenv("TRIMTAB_TOOLS"))
                .map(Path::of)
                .orElseGet(() -> HOME.resolve(".tools"));
        Stream<Path> path = Stream.of(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(Path::of);
        Optional<Path> found = Stream.concat(Stream.of(tools.resolve("bin")), path)
                .map(folder -> folder.resolve("opa").toAbsolutePath())
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "the program opa is absent: run test/tools/install.sh opa");
        return found.orElseThrow();
    }

    private static String version(Path opa) throws Exception {
        return run(List.of(opa.toString(), "version"), Map.of()).output();
    }

    private static String pinnedVersion() throws IOException {
        return Files.readAllLines(HOME.resolve("test/tools/install.sh")).stream()
                .filter(line -> line.startsWith("OPA="))
                .map(line -> line.substring("OPA=".length()).split("\\s", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    private static Result run(List<String> command, Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }
}
