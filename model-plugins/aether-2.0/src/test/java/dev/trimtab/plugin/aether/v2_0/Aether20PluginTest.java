package dev.trimtab.plugin.aether.v2_0;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.ModelId;
import dev.trimtab.model.ModelPlugin;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Aether20PluginTest {
    private static final Path YANG = Path.of("../../yang/aether/2.0.0");
    private static final Pattern IMPORT = Pattern.compile("(?m)^  import ([\\w-]+)");

    private final List<YangSource> sources = new Aether20Plugin().describe().sources();

    @Test
    void pluginIsFoundAsAService() {
        var found = ServiceLoader.load(ModelPlugin.class).stream().map(ServiceLoader.Provider::get);

        assertThat(found)
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.describe().id()).isEqualTo(new ModelId("aether", "2.0.0")));
    }

    @Test
    void everyModuleOfTheModelIsImplemented() throws IOException {
        try (var files = Files.list(YANG)) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yang"))
                    .collect(toSet());

            assertThat(sources.stream().filter(YangSource::implemented))
                    .extracting(YangSource::fileName)
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void everyImportIsAmongTheSources() {
        var imported = sources.stream()
                .flatMap(source -> IMPORT.matcher(source.text()).results())
                .map(match -> match.group(1))
                .collect(toSet());

        assertThat(sources)
                .extracting(source -> source.fileName().replaceFirst("(@.*)?\\.yang$", ""))
                .containsAll(imported);
    }
}
