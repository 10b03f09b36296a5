package dev.trimtab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
    private static final String MODELS = "GET /api/v1/models";

    @TempDir
    Path folder;

    @Test
    void everyViolationHasALine() throws IOException {
        CommandRun run = answered(422, """
                {"title": "Invalid", "status": 422, "detail": "/a: too large", "violations": [
                  {"path": "/a", "rule": "range", "value": "16", "message": "16 is not 1..15"},
                  {"path": "/b", "rule": "mandatory", "message": "b is missing"}]}""");

        assertThat(run).isEqualTo(new CommandRun(1, "", """
                trimtab: refused, nothing was changed: 2 rules are broken
                  /a = 16: 16 is not 1..15 (range)
                  /b: b is missing (mandatory)
                """));
    }

    @Test
    void refusalsOfSeveralBackendsHaveALineEach() throws IOException {
        CommandRun run = answered(502, """
                {"detail": "transaction 7 is committed, but a target refused it", "targets": [
                  {"target": "a", "status": "refused", "reason": "full"}, {"target": "b", "status": "applied"},
                  {"target": "c", "status": "refused", "reason": "locked"}]}""");

        assertThat(run).isEqualTo(new CommandRun(1, "", """
                trimtab: transaction 7 is committed, but a target refused it
                  a: full
                  c: locked
                """));
    }

    @ParameterizedTest
    @CsvSource({"400, 1", "403, 1", "404, 1", "409, 1", "500, 1", "503, 3", "504, 3"})
    void exitCodeTellsARefusalFromNoVerdict(int status, int code) throws IOException {
        assertThat(answered(status, "{\"detail\": \"why\"}")).isEqualTo(new CommandRun(code, "", "trimtab: why\n"));
    }

    @Test
    void whoIsNotKnownIsToldHowToLogIn() throws IOException {
        assertThat(answered(401, "{\"detail\": \"no token\"}").err())
                .isEqualTo("trimtab: no token\nlog in: trimtab login --user NAME\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[1]"})
    void refusalThatIsNoProblemIsToldByItsStatus(String body) throws IOException {
        assertThat(answered(418, body).err()).isEqualTo("trimtab: the server refused it with status 418\n");
    }

    @Test
    void answerThatIsNotJsonIsNotFromAServerOfThisKind() throws IOException {
        CommandRun run = answered(200, "<html>");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).endsWith("is not a Trimtab server\n");
    }

    @Test
    void serverThatIsNotThereIsNoVerdict() throws IOException {
        var server = new ScriptedServer();
        server.close();

        CommandRun run = new CommandRun.Place(folder).run("models", "--server", server.url());

        assertThat(run)
                .isEqualTo(new CommandRun(
                        3, "", "trimtab: no server answers at " + server.url() + "; nothing was changed\n"));
    }

    @Test
    void changeWithoutAnAnswerIsToldWithTheKeyThatMakesASecondTrySafe() throws IOException {
        try (var server = new ScriptedServer().answer("GET /api/v1/targets/a", 200, "{\"url\": \"/m/v1.0.x/a\"}")) {
            server.breaks("DELETE /m/v1.0.x/a/x");

            CommandRun run = new CommandRun.Place(folder)
                    .run("delete", "-t", "a", "/x", "--idempotency-key", "k1", "--server", server.url());

            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains("is not known: a second try with --idempotency-key k1 makes it once");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set --target a /x|give one of VALUE and --file",
                "set --target a /x 1 -f f|give one of VALUE and --file",
                "set --target a /x {|not JSON at line 1",
                "set --target a /x -f /no/such/file|there is no file /no/such/file",
                "set /x 1|Missing required option: '--target=TARGET'",
                "get --target a /x[|a key has no name",
                "get --target a /x -o xml|expected one of [table, json, yaml]",
                "models --server ftp://x|is not a URL such as http://127.0.0.1:8080",
                "models --server host:8080|is not a URL such as http://127.0.0.1:8080",
                "login --user a:b|the name of a user has no colon",
                "nothing|Unmatched argument",
                "''|Missing required subcommand",
            })
    void wrongCommandLineEndsWithTwoBeforeAnythingIsSent(String words, String reason) {
        CommandRun run = new CommandRun.Place(folder).run(words.isEmpty() ? new String[0] : words.split(" ", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("trimtab: ").contains(reason);
    }

    @Test
    void damagedSessionIsToldWithWhatToDo() throws IOException {
        Files.writeString(folder.resolve("session.json"), "{");

        CommandRun run = new CommandRun.Place(folder).run("models");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("trimtab: the session file").endsWith("log in again\n");
    }

    @Test
    void helpSaysWhatTheExitCodesMean() {
        CommandRun run = new CommandRun.Place(folder).run("set", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("refused it", "VALUE").doesNotContain("@|");
    }

    private CommandRun answered(int status, String body) throws IOException {
        try (var server = new ScriptedServer().answer(MODELS, status, body)) {
            return new CommandRun.Place(folder).run("models", "--server", server.url());
        }
    }
}
