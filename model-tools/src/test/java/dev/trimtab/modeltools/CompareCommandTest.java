package dev.trimtab.modeltools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as CI runs it. The golden files are what it says of Aether; {@code -Dsurefire.extraArgs=-Dgolden.write=true} writes them
 * anew.
 */
class CompareCommandTest {
    private static final Path AETHER = Path.of(System.getProperty("trimtab.home", ".."), "yang", "aether");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    private Path folder = Path.of("");

    private Path old = Path.of("");
    private Path now = Path.of("");

    /** What a run printed, and what it ended with. */
    private record Run(int exit, String out, String err) {}

    private static Run run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int exit = Main.commandLine(new PrintWriter(out), new PrintWriter(err, true))
                .execute(texts);
        return new Run(exit, out.toString(), err.toString());
    }

    private static void write(Path folder, String body) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("m.yang"), "module m { yang-version 1.1; namespace 'urn:m'; prefix m; " + body + " }");
    }

    @BeforeEach
    void twoVersions() throws IOException {
        old = folder.resolve("1.0.0");
        now = folder.resolve("1.1.0");
        write(old, "leaf a { type int8; }");
    }

    @Test
    void whatAClientOfAether20NoticesOf21IsInTheGoldenFiles() throws IOException {
        Run text = run("compare", AETHER.resolve("2.0.0"), AETHER.resolve("2.1.0"));
        Run json = run("compare", AETHER.resolve("2.0.0"), AETHER.resolve("2.1.0"), "-o", "json");

        assertThat(text.out()).isEqualTo(golden("aether.txt", text.out()));
        assertThat(json.out()).isEqualTo(golden("aether.json", json.out()));
        assertThat(text.exit()).isEqualTo(CompareCommand.DISHONEST);
        assertThat(json.exit()).isEqualTo(CompareCommand.DISHONEST);
    }

    private static String golden(String name, String actual) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, actual);
        }
        return Files.readString(file);
    }

    @Test
    void anHonestVersionEndsWellAndOneThatPromisesTooMuchDoesNot() throws IOException {
        write(now, "leaf a { type int8; } leaf b { type int8; }");

        assertThat(run("compare", old, now)).isEqualTo(new Run(CompareCommand.HONEST, """
                non-breaking  /b: node: the leaf is new
                1.0.0 -> 1.1.0: 0 breaking, 1 non-breaking, 0 editorial. A minor version is needed, and it is a minor version.
                """, ""));
        assertThat(run("compare", old, now, "--new-version", "1.0.1"))
                .isEqualTo(new Run(CompareCommand.DISHONEST, """
                non-breaking  /b: node: the leaf is new
                1.0.0 -> 1.0.1: 0 breaking, 1 non-breaking, 0 editorial. A minor version is needed, and it is a patch version: the version number promises too much.
                """, ""));
    }

    @Test
    void withoutVersionsTheReportHasNoVerdict() throws IOException {
        Path other = folder.resolve("next");
        write(other, "leaf b { type int8; }");

        Run run = run("compare", old, other);

        assertThat(run.exit()).isEqualTo(CompareCommand.HONEST);
        assertThat(run.out()).endsWith("A major version is needed.\n");
    }

    @Test
    void importsComeFromTheFoldersThatAreNamed() throws IOException {
        Path library = folder.resolve("library/types");
        Files.createDirectories(library);
        Files.writeString(
                library.resolve("t@2026-01-01.yang"),
                "module t { namespace 'urn:t'; prefix t; revision 2026-01-01; typedef n { type int8; } }");
        write(old, "import t { prefix t; } leaf a { type t:n; }");
        write(now, "leaf a { type int8; }");

        assertThat(run("compare", old, now, "--import", folder.resolve("library")))
                .extracting(Run::exit, Run::out)
                .containsExactly(
                        CompareCommand.HONEST,
                        "1.0.0 -> 1.1.0: 0 breaking, 0 non-breaking, 0 editorial. A patch version is enough, and it is a minor version.\n");
        assertThat(run("compare", old, now))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(CompareCommand.WRONG_INPUT))
                .satisfies(run -> assertThat(run.err()).contains("t"));
    }

    @Test
    void wrongInputIsOneSentence() throws IOException {
        write(now, "leaf a { type nothing; }");

        assertThat(run("compare", old, now))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(CompareCommand.WRONG_INPUT))
                .satisfies(run -> assertThat(run.err())
                        .startsWith("trimtab: " + now + ": ")
                        .contains("nothing"));
        assertThat(run("compare", old, folder.resolve("absent")).err())
                .isEqualTo("trimtab: folder '" + folder.resolve("absent") + "' cannot be read\n");
        assertThat(run("compare", old, Files.createDirectory(folder.resolve("empty")))
                        .err())
                .isEqualTo("trimtab: folder '" + folder.resolve("empty") + "' holds no .yang file\n");
        assertThat(run("compare", old, old, "--new-version", "0.9.0"))
                .isEqualTo(new Run(
                        CompareCommand.WRONG_INPUT,
                        "",
                        "trimtab: version 0.9.0 is older than 1.0.0, which it is compared to\n"));
        assertThat(run("compare", old, old, "--new-version", "one").exit()).isEqualTo(CompareCommand.WRONG_INPUT);
        assertThat(run("compare", old).exit()).isEqualTo(CompareCommand.WRONG_INPUT);
    }
}
