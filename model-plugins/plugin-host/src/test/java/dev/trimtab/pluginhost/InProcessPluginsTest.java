package dev.trimtab.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.ModelId;
import io.grpc.Channel;
import java.io.IOException;
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
                    .satisfies(channel -> assertThat(
                                    PluginClient.DEFAULT.describe(channel).model())
                            .isEqualTo(ClassPathPlugin.DESCRIPTION));
        }
    }

    @Test
    void sameClassInTwoJarsIsTwoPlugins() throws IOException {
        new PluginJar("Same", model("old")).write(folder.resolve("1.jar"));
        new PluginJar("Same", model("new")).write(folder.resolve("2.jar"));

        try (var first = InProcessPlugins.inJar(folder.resolve("1.jar"));
                var second = InProcessPlugins.inJar(folder.resolve("2.jar"))) {
            assertThat(List.of(first, second))
                    .flatExtracting(InProcessPlugins::channels)
                    .extracting(channel ->
                            PluginClient.DEFAULT.describe(channel).model().id())
                    .containsExactly(new ModelId("old", "1.0.0"), new ModelId("new", "1.0.0"));
        }
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
    void jarWithoutAPluginIsRefusedByName() throws IOException {
        PluginJar.writeEmpty(folder.resolve("a.jar"));

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> InProcessPlugins.inJar(folder.resolve("a.jar")))
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
