package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.yang.Corpus;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpora")
class CorporaTest {
    private static final Path CORPORA = Path.of(System.getProperty("trimtab.corpora", "corpora"));

    /** Modules of the corpus of which no model can be made, by what the load says of them; docs/models.md says it to people. */
    private static final Map<String, List<String>> REFUSED = Map.ofEntries(
            Map.entry(
                    "'import ieee802-dot1q-types' is not there",
                    List.of(
                            "ietf-ac-glue",
                            "ietf-ac-ntw",
                            "ietf-detnet",
                            "ietf-l2-topology",
                            "ietf-l2-topology-state",
                            "ietf-l2vpn-ntw")),
            Map.entry("'import iana-icmpv4-types' is not there", List.of("ietf-acl-enh")),
            Map.entry("'import ieee802-dot1q-bridge' is not there", List.of("ietf-igmp-mld-snooping")),
            Map.entry(
                    "'import iana-tls-cipher-suite-algs' is not there",
                    List.of(
                            "ietf-pcep",
                            "ietf-pcep-stats",
                            "ietf-syslog",
                            "ietf-system-tacacs-plus",
                            "ietf-tls-client",
                            "ietf-tls-common",
                            "ietf-tls-server")),
            Map.entry(
                    "'import iana-ssh-encryption-algs' is not there",
                    List.of("ietf-ssh-client", "ietf-ssh-common", "ietf-ssh-server")),
            Map.entry("'revision date-revision' is not a date", List.of("ietf-template")));

    @Test
    @Tag("slow")
    void everyModuleOfAnRfcIsAModelOfItsOwnButForThoseThatAreKnown() {
        Assumptions.assumeTrue(Files.isDirectory(CORPORA.resolve("ietf")));
        Corpus ietf = Corpus.of(CORPORA.resolve("ietf"));
        Map<String, String> expected = new TreeMap<>();
        REFUSED.forEach((reason, modules) -> modules.forEach(module -> expected.put(module, reason)));

        Map<String, String> refused = new TreeMap<>();
        for (String module : ietf.modules()) {
            refusal(module, ietf.model(module)).ifPresent(reason -> refused.put(module, reason));
        }

        assertThat(ietf.modules()).hasSizeGreaterThan(200);
        assertThat(refused)
                .containsOnlyKeys(expected.keySet())
                .allSatisfy((module, reason) -> assertThat(reason).contains(String.valueOf(expected.get(module))));
    }

    private static Optional<String> refusal(String module, List<YangSource> sources) {
        try {
            ServedModel.of(LoadedModel.load(new ModelDescription(new ModelId(module, "1.0.0"), module, sources)));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e.toString());
        }
    }

    @Test
    void allOfOpenConfigLoadsWithItsRulesAndEveryNodeIsFoundUnderItsPath() {
        Assumptions.assumeTrue(Files.isDirectory(CORPORA.resolve("openconfig")));
        List<YangSource> sources = new ArrayList<>(sources(CORPORA.resolve("openconfig/release"), true));
        // Leafrefs of OpenConfig lead into ietf-interfaces; the others are there for their types.
        sources(CORPORA.resolve("openconfig/third_party"), false).stream()
                .map(source -> new YangSource(
                        source.fileName(), source.text(), source.fileName().equals("ietf-interfaces.yang")))
                .forEach(sources::add);

        LoadedModel model =
                LoadedModel.load(new ModelDescription(new ModelId("openconfig", "1.0.0"), "OpenConfig", sources));

        assertThatCode(() -> ServedModel.of(model)).doesNotThrowAnyException();
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
