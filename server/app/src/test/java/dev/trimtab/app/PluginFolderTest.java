package dev.trimtab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trimtab.app.RunningServer.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to files of the plugin folder while the server runs. */
class PluginFolderTest {
    private static final String LAMP = "/api/v1/models/lamp/1.0.0";
    private static final String WATTS = "/lamp/v1.0.x/hall/watts";
    private static final String REFUSED = "/system/v1.0.x/system/system/models/refused-file";

    @TempDir
    private Path folder;

    private RunningServer server;
    private Path jar;

    @BeforeEach
    void start() throws IOException {
        server = new RunningServer(folder, Map.of("plugin-timeout-ms", "1000"));
        jar = server.plugins().resolve("lamp.jar");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void jarThatAppearsBringsItsModelByATransactionOfTheFolder() throws IOException {
        drop("return List.of();");

        awaitPlugin("connected");
        JsonNode transaction = server.get("/api/v1/transactions/1");
        assertThat(transaction.get("principal").asText()).isEqualTo("plugin-folder");
        assertThat(transaction.get("comment").asText()).isEqualTo("file lamp.jar");
        assertThat(server.get(LAMP).at("/state/origin").asText()).isEqualTo("added");
        addHall();
        assertThat(put("40").status()).isLessThan(300);
    }

    @Test
    void jarThatIsHalfThereIsNotTakenUntilItIsWhole() throws IOException {
        byte[] bytes = new LampJar("return List.of();").bytes(folder);
        int half = bytes.length / 2;

        Files.write(jar, Arrays.copyOf(bytes, half));
        await().untilAsserted(() -> assertThat(refused()).contains("lamp.jar"));
        assertThat(server.get(LAMP).get("status").asInt()).isEqualTo(404);
        Files.write(jar, Arrays.copyOfRange(bytes, half, bytes.length), StandardOpenOption.APPEND);

        awaitPlugin("connected");
        assertThat(refused()).doesNotContain("lamp.jar");
    }

    @Test
    void otherCodeForTheSameTextTakesItsPlace() throws IOException {
        drop("return refused(\"one\");");
        awaitPlugin("connected");
        addHall();
        assertThat(put("40").body().toString()).contains("one", "budget", "/watts");

        drop("return refused(\"two\");");

        await().untilAsserted(() -> assertThat(put("40").body().toString()).contains("two"));
        assertThat(server.get("/api/v1/transactions").get("transactions")).hasSize(2);
    }

    @Test
    void otherTextUnderTheSameVersionIsRefusedAndTheOldCodeGoesOn() throws IOException {
        drop("return refused(\"one\");");
        awaitPlugin("connected");
        addHall();

        Files.write(jar, new LampJar("leaf watts { type uint16; }", "return List.of();").bytes(folder));

        await().untilAsserted(() -> assertThat(refused()).contains("lamp.jar", "add another version"));
        assertThat(server.get(LAMP).at("/state/last-error").asText()).contains("lamp.jar", "add another version");
        assertThat(put("40").body().toString()).contains("one");
    }

    @Test
    void targetOfAModelWhoseJarIsGoneIsReadOnlyUntilItIsBack() throws IOException {
        drop("return List.of();");
        awaitPlugin("connected");
        addHall();
        put("40");

        Files.delete(jar);
        awaitPlugin("away");
        Answer write = put("41");
        assertThat(write.status()).isEqualTo(503);
        assertThat(write.body().get("detail").asText()).contains("lamp.jar", "lamp 1.0.0");
        assertThat(server.get(WATTS).asInt()).isEqualTo(40);
        server.restart(() -> {});
        assertThat(server.get(WATTS).asInt()).isEqualTo(40);
        assertThat(put("41").status()).isEqualTo(503);

        drop("return List.of();");
        await().untilAsserted(() -> assertThat(put("41").status()).isEqualTo(200));
    }

    @Test
    void modelThatNoTargetHasGoesWithItsJar() throws IOException {
        drop("return List.of();");
        awaitPlugin("connected");

        Files.delete(jar);

        await().untilAsserted(() ->
                assertThat(server.get(LAMP).path("status").asInt()).isEqualTo(404));
    }

    @Test
    void jarThatIsThereAtTheStartIsTaken() throws IOException {
        server.restart(() -> {
            try {
                drop("return List.of();");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });

        assertThat(server.get(LAMP).at("/state/plugin").asText()).isEqualTo("connected");
    }

    @Test
    void hookThatFailsOrHangsFailsTheChangeAndNotTheServer() throws IOException {
        drop("if (changed.get(0).after().equals(\"1\")) { throw new IllegalStateException(\"no fuse\"); }"
                + " try { Thread.sleep(60_000); } catch (InterruptedException e) { } return List.of();");
        awaitPlugin("connected");
        addHall();

        Answer failed = put("1");
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.body().get("detail").asText()).contains("lamp.jar", "hook validate", "no fuse");
        Answer hung = put("2");
        assertThat(hung.status()).isEqualTo(503);
        assertThat(hung.body().get("detail").asText()).contains("hook validate", "DEADLINE_EXCEEDED");
        assertThat(server.send("PUT", "/lamp/v1.0.x/hall/colour", "'warm'").status())
                .isLessThan(300);
    }

    @Test
    void pluginKnowsTheValuesOfALeafAndSeesNoMoreThanWhoAsks() throws IOException {
        drop("return List.of();");
        awaitPlugin("connected");
        addHall();
        put("40");
        String list = "/api/v1/targets/hall/pick-list?path=/colour";

        JsonNode values = server.get(list).get("values");
        assertThat(values.findValuesAsText("value")).containsExactly("warm", "cold");
        assertThat(values.findValuesAsText("text")).containsExactly("2700 K", "{\"lamp:watts\":40}");
        assertThat(server.get(list + "&prefix=c").get("values").findValuesAsText("value"))
                .containsExactly("cold");
        assertThat(server.get(list + "&limit=1").get("more").asBoolean()).isTrue();
        assertThat(server.sendAs("reader", "GET", list, "").status()).isEqualTo(200);
        assertThat(server.sendAs("nobody", "GET", list, "").status()).isEqualTo(404);
        Files.delete(jar);
        awaitPlugin("away");
        assertThat(server.send("GET", list, "").status()).isEqualTo(503);
    }

    @Test
    void folderAndZipOfYangBringModelsWithoutCode() throws IOException {
        String manifest = "{\"name\": \"lamp\", \"version\": \"%s\", \"implement\": [\"lamp\"]}";
        String yang = "module lamp { namespace 'urn:lamp'; prefix l; leaf watts { type uint8; } }";
        Path yangFolder = Files.createDirectory(server.plugins().resolve("lamp-1.0.0"));
        Files.writeString(yangFolder.resolve("lamp.yang"), yang);
        Files.writeString(yangFolder.resolve("model.json"), manifest.formatted("1.0.0"));
        try (var zip =
                new ZipOutputStream(Files.newOutputStream(server.plugins().resolve("lamp-1.1.0.zip")))) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(manifest.formatted("1.1.0").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("lamp.yang"));
            zip.write(yang.getBytes(StandardCharsets.UTF_8));
        }

        awaitPlugin("none");
        await().untilAsserted(() -> assertThat(server.get("/api/v1/models/lamp/1.1.0")
                        .at("/state/plugin")
                        .asText())
                .isEqualTo("none"));
        Files.delete(server.plugins().resolve("lamp-1.1.0.zip"));
        await().untilAsserted(() -> assertThat(
                        server.get("/api/v1/models/lamp/1.1.0").path("status").asInt())
                .isEqualTo(404));
    }

    @Test
    void folderWithAModelThatDoesNotLoadIsRefusedWithTheReason() throws IOException {
        Path yangFolder = Files.createDirectory(server.plugins().resolve("broken"));
        Files.writeString(
                yangFolder.resolve("lamp.yang"),
                "module lamp { namespace 'urn:lamp'; prefix l; leaf x { type nope; } }");
        await().untilAsserted(() -> assertThat(refused()).contains("no model.json"));
        Files.writeString(yangFolder.resolve("model.json"), "{\"name\": \"lamp\", \"version\": \"1.0.0\"}");

        await().untilAsserted(() -> assertThat(refused()).contains("broken", "lamp.yang", "nope"));
    }

    private void drop(String validate) throws IOException {
        Path whole = Files.write(folder.resolve("new.jar"), new LampJar(validate).bytes(folder));
        Files.move(whole, server.plugins().resolve("lamp.jar"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void awaitPlugin(String status) {
        await().untilAsserted(() ->
                assertThat(server.get(LAMP).at("/state/plugin").asText()).isEqualTo(status));
    }

    private String refused() {
        return server.get(REFUSED).toString();
    }

    private void addHall() {
        Answer added = server.send(
                "PUT", "/system/v1.0.x/system/system/targets/target/hall", "{'model': 'lamp', 'version': '1.0.0'}");
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    }

    private Answer put(String watts) {
        return server.send("PUT", WATTS, watts);
    }
}
