package dev.trimtab.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.ModelId;
import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InProcessPluginsTest {
    @TempDir
    private Path folder;

    @Test
    void pluginOnTheClassPathIsServed() {
        try (var plugins = InProcessPlugins.onClassPath()) {
            assertThat(plugins.place()).isEqualTo("the class path");
            assertThat(plugins.channels())
                    .singleElement()
                    .satisfies(channel ->
                            assertThat(PluginClient.DEFAULT.describe(channel)).isEqualTo(ClassPathPlugin.DESCRIPTION));
        }
    }

    @Test
    void eachJarOfAFolderIsServedInTheOrderOfTheNames() throws IOException {
        new PluginJar("Second", model("second")).write(folder.resolve("b.jar"));
        new PluginJar("First", model("first")).write(folder.resolve("a.jar"));
        Files.writeString(folder.resolve("README.txt"), "not a jar");

        List<InProcessPlugins> jars = InProcessPlugins.inFolder(folder);

        assertThat(jars)
                .extracting(InProcessPlugins::place)
                .containsExactly(
                        folder.resolve("a.jar").toString(),
                        folder.resolve("b.jar").toString());
        assertThat(jars)
                .flatExtracting(InProcessPlugins::channels)
                .extracting(channel -> PluginClient.DEFAULT.describe(channel).id())
                .containsExactly(new ModelId("first", "1.0.0"), new ModelId("second", "1.0.0"));
        jars.forEach(InProcessPlugins::close);
    }

    @Test
    void sameClassInTwoJarsIsTwoPlugins() throws IOException {
        new PluginJar("Same", model("old")).write(folder.resolve("1.jar"));
        new PluginJar("Same", model("new")).write(folder.resolve("2.jar"));

        List<InProcessPlugins> jars = InProcessPlugins.inFolder(folder);

        assertThat(jars)
                .flatExtracting(InProcessPlugins::channels)
                .extracting(
                        channel -> PluginClient.DEFAULT.describe(channel).id().name())
                .containsExactly("old", "new");
        jars.forEach(InProcessPlugins::close);
    }

    @Test
    void pluginThatHangsRunsIntoTheDeadline() throws IOException {
        String hang = "try { Thread.sleep(60_000); } catch (InterruptedException e) { } return null;";
        new PluginJar("Hanging", hang).write(folder.resolve("a.jar"));
        var client = new PluginClient(Duration.ofMillis(100), 1000, 10);

        try (var plugins = InProcessPlugins.inJar(folder.resolve("a.jar"))) {
            assertThatExceptionOfType(PluginException.class)
                    .isThrownBy(() -> client.describe(plugins.channels().getFirst()))
                    .withMessageContaining("DEADLINE_EXCEEDED");
        }
    }

    @Test
    void closedPluginsAnswerNoMore() {
        var plugins = InProcessPlugins.onClassPath();
        Channel channel = plugins.channels().getFirst();

        plugins.close();

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> PluginClient.DEFAULT.describe(channel))
                .withMessageContaining("UNAVAILABLE");
    }

    @Test
    void folderThatDoesNotExistHasNoPlugins() {
        assertThat(InProcessPlugins.inFolder(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void jarWithoutAPluginIsRefusedByName() throws IOException {
        PluginJar.writeEmpty(folder.resolve("a.jar"));

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> InProcessPlugins.inFolder(folder))
                .withMessageContaining("a.jar has no model plugin");
    }

    @Test
    void pluginThatCannotBeCreatedIsRefusedByName() throws IOException {
        new PluginJar("Broken", "return null;", "if (true) throw new IllegalStateException();")
                .write(folder.resolve("a.jar"));

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> InProcessPlugins.inJar(folder.resolve("a.jar")))
                .withMessageContaining("a.jar")
                .withMessageContaining("Broken");
    }

    private static String model(String name) {
        return "return new ModelDescription(new ModelId(\"" + name + "\", \"1.0.0\"), \"a test\","
                + " java.util.List.of(new YangSource(\"a.yang\", \"module a {}\", true)));";
    }
}
