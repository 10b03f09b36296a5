package dev.trimtab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    private static final String GOLD = "/traffic-class[traffic-class-id=gold]";
    private static final String GOLD_URL = "/aether/v2.1.x/acme/traffic-class/gold";
    private static final String DIFFERENCE = """
            {"changed": true, "targets": [{"target": "acme", "revision": 3, "edits": [
              {"path": "/traffic-class[traffic-class-id=gold]/pdb", "before": 150, "after": 100}]}]}""";

    @TempDir
    Path folder;

    private ScriptedServer server;
    private CommandRun.Place place;

    @BeforeEach
    void logIn() throws IOException {
        server = new ScriptedServer()
                .answer("POST /api/v1/login", 200, "{\"token\": \"secret\", \"expires\": \"2026-11-21T10:00:00Z\"}")
                .answer("GET /api/v1/targets/acme", 200, "{\"name\": \"acme\", \"url\": \"/aether/v2.1.x/acme\"}");
        place = new CommandRun.Place(folder);
        assertThat(place.withInput("pass\n").run("login", "--user", "admin", "--server", server.url()))
                .isEqualTo(new CommandRun(0, "logged in at " + server.url() + " until 2026-11-21T10:00:00Z\n", ""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void loginSendsNameAndPasswordAsBasicAuthorization() {
        assertThat(server.last().headers()).containsEntry("authorization", "Basic YWRtaW46cGFzcw==");
    }

    @Test
    void tokenOfTheLoginGoesToItsServerAndToNoOther() throws IOException {
        try (var other = new ScriptedServer().answer("GET /api/v1/models", 200, "{\"models\": []}")) {
            place.run("models");
            place.run("models", "--server", other.url());

            assertThat(server.last().headers()).containsEntry("authorization", "Bearer secret");
            assertThat(other.last().headers()).doesNotContainKey("authorization");
        }
    }

    @Test
    void tokenFileTakesThePlaceOfTheLogin() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "other\n");

        place.run("models", "--token-file", file.toString());

        assertThat(server.last().headers()).containsEntry("authorization", "Bearer other");
    }

    @Test
    void getPrintsLeavesForPeopleAndTheDocumentForPrograms() {
        server.answer("GET " + GOLD_URL + "?content=config&depth=1", 200, "{\"arp\": 2, \"pdb\": 150}");
        String[] words = {"get", "--target", "acme", GOLD, "--content", "config", "--depth", "1", "-o", "table"};

        CommandRun table = place.run(words);
        words[9] = "json";
        CommandRun json = place.run(words);

        assertThat(table).isEqualTo(new CommandRun(0, "arp  2\npdb  150\n", ""));
        assertThat(json.out()).isEqualTo("{\n  \"arp\" : 2,\n  \"pdb\" : 150\n}\n");
    }

    @Test
    void keyMayHoldEveryCharacter() {
        place.run("get", "--target", "acme", "/traffic-class[traffic-class-id=a/b c%ü?]");

        assertThat(server.lines()).contains("GET /aether/v2.1.x/acme/traffic-class/a%2Fb%20c%25%C3%BC%3F?content=all");
    }

    @Test
    void keysOfAListWithSeveralAreOrderedByTheApisDocument() {
        server.answer(
                "GET /openapi/aether/v2.1.x.json", 200, "{\"paths\": {\"/a/v1.0.x/{target}/x/{ip}/{port}\": {}}}");

        place.run("delete", "--target", "acme", "/x[port=80][ip=10.0.0.1]");

        assertThat(server.last().line()).isEqualTo("DELETE /aether/v2.1.x/acme/x/10.0.0.1/80");
    }

    @Test
    void setMergesAnObject() {
        server.answer("PATCH " + GOLD_URL + "?comment=why%20not", 200, """
                {"transaction": 7, "changed": true, "targets": [{"target": "acme", "revision": 2}]}""");

        CommandRun run = place.run("set", "--target", "acme", GOLD, "{\"arp\": 2}", "--comment", "why not");

        assertThat(run).isEqualTo(new CommandRun(0, "transaction 7 committed\n  acme: revision 2\n", ""));
        assertThat(server.last().body()).isEqualTo("{\"arp\":2}");
        assertThat(server.last().headers())
                .containsEntry("content-type", "application/merge-patch+json")
                .containsKey("idempotency-key");
    }

    @Test
    void setPutsALeafAndWhatReplaces() {
        place.run("set", "--target", "acme", GOLD + "/description", "for gold");
        assertThat(server.last().line()).isEqualTo("PUT " + GOLD_URL + "/description");
        assertThat(server.last().body()).isEqualTo("\"for gold\"");

        place.withInput("{\"arp\": 2}").run("set", "--target", "acme", GOLD, "--replace", "-f", "-");
        assertThat(server.last().line()).isEqualTo("PUT " + GOLD_URL);
        assertThat(server.last().body()).isEqualTo("{\"arp\":2}");
    }

    @Test
    void valueThatBeginsWithAHyphenComesAfterTwo() {
        place.run("set", "--target", "acme", GOLD + "/offset", "--", "-5");

        assertThat(server.last().body()).isEqualTo("-5");
    }

    @Test
    void waitThatRanOutIsNoVerdict() {
        server.answer("DELETE " + GOLD_URL, 202, """
                {"transaction": 7, "changed": true, "targets": [{"target": "acme", "revision": 2, "status": "pending"}]}""");

        CommandRun run = place.run("delete", "--target", "acme", GOLD, "--wait", "1");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("acme: revision 2, pending");
        assertThat(run.err()).isEqualTo("trimtab: the change is committed; not every backend has answered yet\n");
        assertThat(server.last().headers()).containsEntry("prefer", "wait=1");
    }

    @Test
    void diffAsksForADryRunAndColoursOnlyWhereColoursMayBe() {
        server.answer("PUT " + GOLD_URL + "/pdb?dry-run=true", 200, DIFFERENCE);
        String[] words = {"diff", "--target", "acme", GOLD + "/pdb", "100"};

        CommandRun plain = place.run(words);
        CommandRun coloured = place.withColours().run(words);

        assertThat(plain).isEqualTo(new CommandRun(0, """
                acme: revision 3
                - /traffic-class[traffic-class-id=gold]/pdb = 150
                + /traffic-class[traffic-class-id=gold]/pdb = 100
                """, ""));
        assertThat(coloured.out()).contains("\u001b[31m- /traffic-class", "\u001b[32m+ /traffic-class");
    }

    @Test
    void targetsShowWhatTheServerObservesWhereTheCallerMaySeeIt() {
        server.answer("GET /api/v1/targets", 200, """
                {"targets": [
                  {"name": "acme", "model": "aether", "version": "2.1.0", "url": "/aether/v2.1.x/acme", "revision": 3},
                  {"name": "system", "model": "system", "version": "1.0.0", "url": "/system/v1.0.x/system", "revision": 1}]}""");
        CommandRun hidden = place.run("targets");
        server.answer("GET /system/v1.0.x/system/system/targets/target?content=state", 200, """
                [{"name": "acme", "state": {"connection": "connected", "sync": "pending", "applied-revision": "2"}}]""");
        CommandRun seen = place.run("targets");

        assertThat(hidden).isEqualTo(new CommandRun(0, """
                NAME    MODEL   VERSION  CONNECTION  SYNC  INTENDED  APPLIED
                acme    aether  2.1.0                      3
                system  system  1.0.0                      1
                """, ""));
        assertThat(seen.out()).contains("acme    aether  2.1.0    connected   pending  3         2\n");
    }

    @Test
    void transactionsAreReadPageByPageUpToTheLimit() {
        String each = """
                {"transaction": %d, "time": "2026-11-21T10:00:00.470253680Z", "principal": "admin", "comment": "c",
                 "targets": [{"target": "acme"}, {"target": "beta"}]}""";
        server.answer(
                        "GET /api/v1/transactions?limit=2",
                        200,
                        "{\"transactions\": [" + each.formatted(9) + "], \"next\": 9}")
                .answer(
                        "GET /api/v1/transactions?before=9&limit=1",
                        200,
                        "{\"transactions\": [" + each.formatted(8) + "], \"next\": 8}");

        assertThat(place.run("transactions", "--limit", "2")).isEqualTo(new CommandRun(0, """
                INDEX  TIME                  WHO    TARGETS     COMMENT
                9      2026-11-21T10:00:00Z  admin  acme, beta  c
                8      2026-11-21T10:00:00Z  admin  acme, beta  c
                """, ""));
    }

    @Test
    void oneTransactionIsShownWithItsEditsAndWhatBackendsAnswered() {
        server.answer("GET /api/v1/transactions/9", 200, """
                {"transaction": 9, "time": "2026-11-21T10:00:00Z", "principal": "admin", "comment": "",
                 "targets": [{"target": "acme", "revision": 2, "status": "refused", "reason": "full",
                   "edits": [{"path": "/a", "after": 1}]}]}""");

        assertThat(place.run("transactions", "9").out()).isEqualTo("""
                transaction 9
                time        2026-11-21T10:00:00Z
                who         admin
                acme: revision 2, refused: full
                + /a = 1
                """);
    }

    @Test
    void completionKnowsTheCommandsAndTheirOptions() {
        assertThat(place.run("completion").out()).contains("_complete_trimtab", "transactions", "--dry-run");
    }

    @Test
    void modelIsAddedWithTheTextOfItsFiles() throws IOException {
        Path yang = Files.createDirectory(folder.resolve("yang"));
        Files.writeString(yang.resolve("lamp@2026-01-01.yang"), "module lamp {}");
        Files.writeString(yang.resolve("types.yang"), "module types {}");
        Files.writeString(yang.resolve("README"), "no YANG");
        server.answer("PUT /api/v1/models/lamp/1.0.0?comment=light", 201, """
                {"transaction": 7, "changed": true, "targets": [{"target": "system", "revision": 2}]}""");

        CommandRun run = addLamp(
                yang.toString(),
                "--implement",
                "lamp",
                "--title",
                "Lamps",
                "--process",
                "plugins.example:9400",
                "--comment",
                "light");

        assertThat(run).isEqualTo(new CommandRun(0, "transaction 7 committed\n  system: revision 2\n", ""));
        assertThat(server.last().body()).isEqualTo("""
                {"source":[\
                {"file-name":"lamp@2026-01-01.yang","text":"module lamp {}","implemented":true},\
                {"file-name":"types.yang","text":"module types {}","implemented":false}],\
                "title":"Lamps","process":{"address":"plugins.example","port":9400}}""");
    }

    private CommandRun addLamp(String folderOfYang, String... more) {
        var words = new ArrayList<>(List.of("models", "add", folderOfYang, "--name", "lamp", "--version", "1.0.0"));
        words.addAll(List.of(more));
        return place.run(words.toArray(String[]::new));
    }

    @Test
    void modelWithoutItsFilesIsNotSent() throws IOException {
        Path yang = Files.createDirectory(folder.resolve("yang"));

        assertThat(addLamp(yang.toString())).satisfies(run -> {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("there is no .yang file");
        });
        Files.writeString(yang.resolve("lamp.yang"), "module lamp {}");
        assertThat(addLamp(yang.toString(), "--implement", "x").err()).contains("no file is of module x");
        assertThat(addLamp("README").code()).isEqualTo(2);
        assertThat(server.lines()).noneMatch(line -> line.startsWith("PUT"));
    }

    @Test
    void modelsAreListedShownAndRemoved() {
        String lamp = """
                {"name": "lamp", "version": "1.0.0", "title": "Lamps", "state": {"origin": "added", "plugin": "away"}}""";
        server.answer("GET /api/v1/models", 200, "{\"models\": [" + lamp + "]}")
                .answer("GET /api/v1/models/lamp/1.0.0", 200, lamp)
                .answer("DELETE /api/v1/models/lamp/1.0.0", 200, """
                        {"transaction": 8, "changed": true, "targets": [{"target": "system", "revision": 3}]}""");

        assertThat(place.run("models").out())
                .isEqualTo(place.run("models", "list").out())
                .contains("added", "away");
        assertThat(place.run("models", "show", "lamp", "1.0.0").out()).contains("title", "Lamps", "away");
        assertThat(place.run("models", "remove", "lamp", "1.0.0").out()).startsWith("transaction 8 committed");
    }

    @Test
    void pickListsTheValuesOfALeaf() {
        server.answer(
                "GET /api/v1/targets/acme/pick-list?limit=2&path=%2Fsite%5Bsite-id%3Da%5D%2Fcolour&prefix=w", 200, """
                {"values": [{"value": "warm", "text": "2700 K"}, {"value": "white"}], "more": true}""");

        CommandRun run = place.run("pick", "acme", "/site[site-id=a]/colour", "--prefix", "w", "--limit", "2");

        assertThat(run)
                .isEqualTo(new CommandRun(
                        0, "VALUE  MEANING\nwarm   2700 K\nwhite\n(there are more: --prefix, --limit)\n", ""));
    }
}
