package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpora")
class CorporaTest {
    private static final Path CORPORA = Path.of(System.getProperty("trimtab.corpora", "corpora"));

    @Test
    void allOfOpenConfigLoadsAndEveryNodeIsFoundUnderItsPath() {
        Assumptions.assumeTrue(Files.isDirectory(CORPORA.resolve("openconfig")));
        List<YangSource> sources = new ArrayList<>(sources(CORPORA.resolve("openconfig/release"), true));
        // Leafrefs of OpenConfig lead into ietf-interfaces; the others are there for their types.
        sources(CORPORA.resolve("openconfig/third_party"), false).stream()
                .map(source -> new YangSource(
                        source.fileName(), source.text(), source.fileName().equals("ietf-interfaces.yang")))
                .forEach(sources::add);

        LoadedModel model =
                LoadedModel.load(new ModelDescription(new ModelId("openconfig", "1.0.0"), "OpenConfig", sources));

        assertThat(countFound(model, model.root())).isGreaterThan(10_000);
        var metadata = dev.trimtab.model.Path.parse("/@/openconfig-metadata:protobuf-metadata");
        assertThat(PathResolver.resolve(model, metadata).schema().type().base()).isEqualTo(LeafType.Base.BINARY);
    }

    private static int countFound(LoadedModel model, SchemaNode node) {
        int count = 1;
        for (SchemaNode child : node.children()) {
            assertThat(node.child(PathResolver.pathName(child))).isSameAs(child);
            count += countFound(model, child);
        }
        return count;
    }

    private static List<YangSource> sources(Path folder, boolean implemented) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yang"))
                    .map(file -> source(file, implemented))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YangSource source(Path file, boolean implemented) {
        try {
            return new YangSource(file.getFileName().toString(), Files.readString(file), implemented);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
