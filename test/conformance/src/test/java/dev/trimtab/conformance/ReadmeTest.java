package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.fixtures.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The section "Ten minutes with it" of the README: every command is run as it stands there, one after the other. */
@Tag("slow")
@DisplayName("the README's commands")
class ReadmeTest {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## Ten minutes with it$(.*?)^## ");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(\\./trimtab (?!up)|curl |gnmic ).*$");

    @TempDir
    private Path folder;

    @Test
    void everyCommandWorks() throws IOException {
        Program gnmic = Program.installed("gnmic");
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(8);

        try (ServerProcess server = AcmeServer.startEmpty(folder.resolve("server"))) {
            Program shell = shell(gnmic);
            for (String command : commands) {
                Program.Outcome outcome = shell.runWithInput(server.password() + "\n", bound(command, server));
                assertThat(outcome.exit()).as("%s%n%s", command, outcome.text()).isEqualTo(expected(command));
            }
        }
    }

    private static List<String> commands() throws IOException {
        String section = SECTION.matcher(Files.readString(Program.HOME.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        return COMMAND.matcher(section).results().map(found -> found.group()).toList();
    }

    /** One command breaks a rule, for the reader to see it refused; a subscription goes on until it is ended. */
    private static int expected(String command) {
        if (command.contains(" subscribe ")) {
            return 124;
        }
        return command.endsWith("/arp' 16") ? 1 : 0;
    }

    /** The command at this server's ports instead of the default ones, and without a build. */
    private static String bound(String command, ServerProcess server) {
        String atServer = command.replace("127.0.0.1:8080", "127.0.0.1:" + server.restPort())
                .replace("127.0.0.1:9339", "127.0.0.1:" + server.gnmiPort())
                .replace("PASSWORD", server.password())
                .replace("./trimtab login", "./trimtab login --server http://127.0.0.1:" + server.restPort())
                .replace("./trimtab", "\"$JAVA\" -XX:TieredStopAtLevel=1 -jar cli/target/trimtab-cli.jar")
                .replace("curl ", "curl --silent --show-error --fail ");
        return atServer.contains(" subscribe ") ? "timeout 3 " + atServer : atServer;
    }

    private Program shell(Program gnmic) {
        Path tools = Path.of(gnmic.command().getFirst()).resolveSibling(".").normalize();
        return new Program(
                List.of("bash", "-c", "cd \"$HOME_FOLDER\" && eval \"$0\""),
                Map.of(
                        "PATH",
                        tools + ":" + System.getenv("PATH"),
                        "HOME_FOLDER",
                        Program.HOME.toString(),
                        "JAVA",
                        System.getProperty("java.home") + "/bin/java",
                        "TRIMTAB_SESSION",
                        folder.resolve("session.json").toString()));
    }
}
