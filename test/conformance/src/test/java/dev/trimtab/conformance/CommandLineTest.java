package dev.trimtab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own command line, as a process: what it prints for programs, and what it ends with. */
@Tag("slow")
@DisplayName("trimtab, the command line")
class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final int NO_VERDICT = 3;

    @TempDir
    private static Path folder;

    private static AcmeServer server;
    private static Program trimtab;

    @BeforeAll
    static void start() {
        server = AcmeServer.start(folder.resolve("server"));
        trimtab = withSession("session.json");
        assertThat(login(trimtab, server.password()).exit()).isEqualTo(DONE);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void loginKeepsATokenForItsOwnerOnly() throws IOException {
        Program.Outcome outcome = login(withSession("own.json"), server.password());

        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(answer.path("user").asText()).isEqualTo("admin");
        assertThat(answer.path("server").asText()).isEqualTo(server.restUrl());
        Path session = folder.resolve("own.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(session)))
                .isEqualTo("rw-------");
        assertThat(session).content().doesNotContain(server.password());
    }

    @Test
    void loginWithAWrongPassword() {
        Program.Outcome outcome = login(withSession("none.json"), "wrong");

        assertThat(outcome.exit()).isEqualTo(REFUSED);
        assertThat(outcome.err()).contains("password is wrong");
        assertThat(folder.resolve("none.json")).doesNotExist();
    }

    @Test
    void withoutALogin() {
        Program.Outcome outcome = withSession("none.json").run("targets", "--server", server.restUrl());

        assertThat(outcome.exit()).isEqualTo(REFUSED);
        assertThat(outcome.err()).contains("log in: trimtab login --user NAME");
    }

    @Test
    void models() throws IOException {
        assertThat(json("models").path("models").findValuesAsText("version")).contains("2.0.0", "2.1.0", "1.0.0");
    }

    @Test
    void modelIsAddedShownAndRemoved() throws IOException {
        Path yang = Files.createDirectories(folder.resolve("yang"));
        Files.writeString(
                yang.resolve("lamp.yang"),
                "module lamp { namespace \"urn:lamp\"; prefix l; leaf on { type boolean; } }");

        JsonNode added = json("models", "add", yang.toString(), "--name", "lamp", "--version", "1.0.0");
        JsonNode shown = json("models", "show", "lamp", "1.0.0");
        json(
                "set",
                "-t",
                "system",
                "/system/targets/target[name=hall]",
                "{\"model\": \"lamp\", \"version\": \"1.0.0\"}");
        JsonNode values = json("pick", "hall", "/on");
        Program.Outcome refused = trimtab.run("models", "remove", "lamp", "1.0.0");
        json("delete", "-t", "system", "/system/targets/target[name=hall]");
        JsonNode removed = json("models", "remove", "lamp", "1.0.0");

        assertThat(added.path("changed").asBoolean()).isTrue();
        assertThat(shown.at("/modules/0/name").asText()).isEqualTo("lamp");
        assertThat(values.path("values").findValuesAsText("value")).containsExactly("true", "false");
        assertThat(refused.exit()).isEqualTo(REFUSED);
        assertThat(refused.err()).contains("in use by target hall");
        assertThat(removed.path("changed").asBoolean()).isTrue();
        assertThat(trimtab.run("models", "show", "lamp", "1.0.0").exit()).isEqualTo(REFUSED);
    }

    @Test
    void targetIsMigratedAndBack() throws IOException {
        String entry = "/system/targets/target[name=factory]";
        String enterprise = "/enterprises/enterprise[enterprise-id=factory]";
        json("set", "-t", "system", entry, "{\"model\": \"aether\", \"version\": \"2.0.0\"}");
        json("set", "-t", "factory", enterprise, """
                {"display-name": "The Factory", "traffic-class": [{"traffic-class-id": "gold", "qci": 5, "arp": 3}]}""");

        JsonNode preview = json("migrate", "factory", "--to", "2.1.0", "--dry-run");
        JsonNode all = json("migrate", "--all", "aether", "--to", "2.1.0", "--dry-run");
        Program.Outcome shown = trimtab.run("migrate", "factory", "--to", "2.1.0", "--dry-run");
        JsonNode before = json("get", "-t", "factory", enterprise + "/display-name");
        JsonNode migrated = json("migrate", "factory", "--to", "2.1.0", "--comment", "new release");
        JsonNode after = json("get", "-t", "factory", trafficClass("gold") + "/qci");
        String index = migrated.path("transaction").asText();
        JsonNode history = json("transactions", index);
        JsonNode back = json("rollback", index);
        JsonNode restored = json("get", "-t", "factory", enterprise + "/display-name");
        json("delete", "-t", "system", entry);

        JsonNode lost = preview.at("/targets/0/migrated/notes/0");
        assertThat(lost.path("kind").asText()).isEqualTo("lost");
        assertThat(lost.path("from").asText()).isEqualTo(enterprise + "/display-name");
        assertThat(lost.path("before").asText()).isEqualTo("The Factory");
        assertThat(all.path("targets").findValuesAsText("target")).contains("factory");
        assertThat(shown.out()).contains("- " + enterprise + "/display-name = The Factory");
        assertThat(before.asText()).isEqualTo("The Factory");
        assertThat(after.asInt()).isEqualTo(5);
        assertThat(history.path("comment").asText()).isEqualTo("new release");
        assertThat(history.findValuesAsText("kind")).contains("lost");
        assertThat(back.path("changed").asBoolean()).isTrue();
        assertThat(restored.asText()).isEqualTo("The Factory");
    }

    @Test
    void migrationNamesTargetsOrAModel() {
        assertThat(trimtab.run("migrate", "--to", "2.1.0").exit()).isEqualTo(USAGE);
        assertThat(trimtab.run("migrate", "nowhere", "--to", "2.1.0").exit()).isEqualTo(REFUSED);
        assertThat(trimtab.run("migrate", "--all", "aether", "--to", "2.1.0").exit())
                .isEqualTo(REFUSED);
        assertThat(trimtab.run("rollback", "999999").err()).contains("transaction 999999 does not exist");
    }

    @Test
    void targets() throws IOException {
        JsonNode acme = json("targets").at("/targets/0");

        assertThat(acme.path("name").asText()).isEqualTo("acme");
        assertThat(acme.path("model").asText()).isEqualTo("aether");
        assertThat(acme.path("revision").asLong()).isPositive();
    }

    @Test
    void setGetDelete() throws IOException {
        String path = trafficClass("silver");

        JsonNode set =
                json("set", "-t", "acme", path, "{\"qci\": 4, \"arp\": 2, \"pdb\": 150}", "--comment", "why not");
        JsonNode got = json("get", "-t", "acme", path);
        JsonNode leaf = json("get", "-t", "acme", path + "/pdb");
        JsonNode transaction = json("transactions", set.path("transaction").asText());
        JsonNode deleted = json("delete", "-t", "acme", path);

        assertThat(set.path("changed").asBoolean()).isTrue();
        assertThat(got).isEqualTo(JSON.readTree("""
                {"traffic-class-id": "silver", "qci": 4, "arp": 2, "pdb": 150}"""));
        assertThat(leaf.asInt()).isEqualTo(150);
        assertThat(transaction.path("comment").asText()).isEqualTo("why not");
        assertThat(transaction.path("principal").asText()).isEqualTo("admin");
        assertThat(deleted.path("changed").asBoolean()).isTrue();
        assertThat(trimtab.run("get", "-t", "acme", path).exit()).isEqualTo(REFUSED);
    }

    @Test
    void setReplacesFromStandardInput() throws IOException {
        String path = trafficClass("piped");
        json("set", "-t", "acme", path, "{\"qci\": 4, \"arp\": 2}");

        Program.Outcome outcome = trimtab.runWithInput(
                "{\"traffic-class-id\": \"piped\", \"qci\": 5}", "set", "-t", "acme", path, "--replace", "--file", "-");

        assertThat(outcome.exit()).as(outcome.text()).isEqualTo(DONE);
        assertThat(json("get", "-t", "acme", path).has("arp")).isFalse();
    }

    @Test
    void diffChangesNothing() throws IOException {
        String path = trafficClass("video") + "/pdb";

        JsonNode edit = json("diff", "-t", "acme", path, "100").at("/targets/0/edits/0");

        assertThat(edit.path("path").asText()).isEqualTo(path);
        assertThat(edit.path("before").asInt()).isEqualTo(150);
        assertThat(edit.path("after").asInt()).isEqualTo(100);
        assertThat(json("get", "-t", "acme", path).asInt()).isEqualTo(150);
    }

    @Test
    void refusedWithEveryViolation() {
        String path = trafficClass("wrong");

        Program.Outcome outcome = trimtab.run("set", "-t", "acme", path, "{\"qci\": 0, \"arp\": 16}", "-o", "json");

        assertThat(outcome.exit()).isEqualTo(REFUSED);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("nothing was changed: 2 rules are broken", path + "/qci = 0", path + "/arp = 16");
    }

    @Test
    void wrongUseIsToldBeforeAServerIsAsked() {
        assertThat(trimtab.run("targets", "--no-such").exit()).isEqualTo(USAGE);
        assertThat(trimtab.run("get").exit()).isEqualTo(USAGE);
        assertThat(trimtab.run("set", "-t", "acme", "/traffic-class[traffic-class-id", "1")
                        .exit())
                .isEqualTo(USAGE);
        assertThat(trimtab.run("set", "-t", "acme", trafficClass("x"), "{\"qci\": ")
                        .exit())
                .isEqualTo(USAGE);
    }

    @Test
    void nobodyAnswers() {
        Program.Outcome outcome = trimtab.run("targets", "--server", "http://127.0.0.1:1");

        assertThat(outcome.exit()).isEqualTo(NO_VERDICT);
        assertThat(outcome.err()).contains("no server answers at http://127.0.0.1:1");
    }

    private static String trafficClass(String name) {
        return "/traffic-class[traffic-class-id=%s]".formatted(name);
    }

    private static JsonNode json(String... arguments) throws IOException {
        Program.Outcome outcome = trimtab.with(arguments).run("-o", "json");
        assertThat(outcome.exit()).as(outcome.text()).isEqualTo(DONE);
        assertThat(outcome.err()).isEmpty();
        return JSON.readTree(outcome.out());
    }

    private static Program.Outcome login(Program cli, String password) {
        return cli.runWithInput(
                password + "\n", "login", "--user", "admin", "--server", server.restUrl(), "-o", "json");
    }

    private static Program withSession(String file) {
        return Program.jar("cli/target/trimtab-cli.jar")
                .in(Map.of("TRIMTAB_SESSION", folder.resolve(file).toString()));
    }
}
