package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import dev.trimtab.model.YangSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

class AnnotationsTest {
    private static final String NOTES = """
            module notes {
              namespace "urn:notes";
              prefix n;
              import ietf-yang-metadata {
                prefix "md"; // of RFC 7952
              }
              revision 2026-01-01;
              identity colour;
              identity red { base colour; }
              // md:annotation not-there { type string; }
              md:annotation octets { type binary { length "0..4"; } }
              md:annotation weight { type uint64; }
              md:annotation "hue" { type identityref { base colour; } }
            }
            """;
    private static final String THINGS = """
            module things {
              namespace "urn:things";
              prefix t;
              revision 2026-01-01;
              leaf title { type string; }
              container box {
                leaf size { type uint8; default 3; }
                leaf-list tag { type string; }
                list part { key id; leaf id { type uint8; } }
              }
            }
            """;
    private static final LoadedModel MODEL = model(
            new YangSource("things.yang", THINGS, true),
            new YangSource("notes.yang", NOTES, true),
            Zoo.source("ietf-yang-metadata@2016-08-05.yang", false));
    private static final String ROOT =
            "{\"@\":{\"notes:octets\":\"AQI=\",\"notes:weight\":\"7\",\"notes:hue\":\"notes:red\"},\"things:title\":\"x\"}";

    private static LoadedModel model(YangSource... sources) {
        return LoadedModel.load(new ModelDescription(new ModelId("things", "1.0.0"), "Things", List.of(sources)));
    }

    private static Decoded decoded(String path, String json, boolean strict) {
        Instance at = PathResolver.resolve(MODEL, Path.parse(path));
        return JsonReader.read(MODEL, at, json.getBytes(StandardCharsets.UTF_8), strict);
    }

    private static NormalizedNode node(String path, String json) {
        return Objects.requireNonNull(decoded(path, json, true).node());
    }

    private static String text(NormalizedNode root, JsonWriter.Options options) {
        return new String(JsonWriter.write(MODEL.root(), root, options, Visibility.ALL), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName(
            "MD-2: the root's annotations stand in its member '@', qualified by their module, in RFC 7951's encoding")
    void annotationsOfTheRootStandInItsMember() {
        NormalizedNode root = node("/", ROOT);

        String written = text(root, JsonWriter.Options.STRICT.withAnnotations());

        assertThat(node("/", written)).isEqualTo(root);
        assertThat(written)
                .contains("\"notes:octets\":\"AQI=\"", "\"notes:weight\":\"7\"", "\"notes:hue\":\"notes:red\"")
                .startsWith("{\"@\":{\"notes:")
                .endsWith("},\"things:title\":\"x\"}");
    }

    @Test
    @DisplayName("MD-2: plain JSON qualifies annotations too")
    void plainJsonQualifiesAnnotationsToo() {
        var plain = new JsonWriter.Options(false, false, Content.CONFIG, 0).withAnnotations();

        assertThat(text(node("/", ROOT), plain)).startsWith("{\"@\":{\"notes:").endsWith("},\"title\":\"x\"}");
        assertThat(decoded("/", "{\"@\":{\"weight\":7}}", false).violations())
                .extracting(Violation::rule)
                .containsExactly("annotation");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName(
            "MD-2: what is no annotation of the model, or no value of its type, is refused with path, rule and value")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"@\":{\"notes:gone\":\"v\"}}       | /@/notes:gone   | annotation | v",
                "{\"@\":{\"notes:not-there\":\"v\"}}  | /@/notes:not-there | annotation | v",
                "{\"@\":{\"weight\":\"7\"}}           | /@/weight       | annotation | 7",
                "{\"@\":{\"n:weight\":\"7\"}}         | /@/n:weight     | annotation | 7",
                "{\"@\":{\"notes:weight\":7}}       | /@/notes:weight | type       | 7",
                "{\"@\":{\"notes:octets\":\"AQI\"}}   | /@/notes:octets | type       | AQI",
                "{\"@\":{\"notes:octets\":\"AQIDBAU=\"}} | /@/notes:octets | length  | AQIDBAU=",
                "{\"@\":{\"notes:hue\":\"red\"}}      |                 |            | ",
                "{\"@\":[]}                       | /@              | type       | "
            })
    void otherAnnotationsAreRefused(String json, String path, String rule, String value) {
        List<Violation> violations = decoded("/", json, true).violations();

        assertThat(violations).hasSize(path == null ? 0 : 1);
        if (path != null) {
            assertThat(violations.getFirst().path()).isEqualTo(Path.parse(path));
            assertThat(violations.getFirst().rule()).isEqualTo(rule);
            assertThat(violations.getFirst().value()).isEqualTo(value);
        }
    }

    @ParameterizedTest(name = "{1} at {0}")
    @DisplayName("MD-2: annotations elsewhere are not kept, and so refused with their path and never dropped")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/    | {\"@title\":{\"notes:weight\":\"7\"}}            | /@title",
                "/box | {\"@\":{\"notes:weight\":\"7\"}}                 | /box/@",
                "/box | {\"size\":1,\"@size\":{\"notes:weight\":\"7\"}}    | /box/@size",
                "/box | {\"tag\":[\"a\"],\"@tag\":[null]}              | /box/@tag",
                "/box | {\"part\":[{\"id\":1,\"@\":{}}]}               | /box/part[id=1]/@"
            })
    void annotationsElsewhereAreRefused(String at, String json, String path) {
        assertThat(decoded(at, json, true).violations())
                .extracting(violation -> violation.path() + " " + violation.rule())
                .containsExactly(path + " annotation");
    }

    @Test
    @DisplayName("MD-4: who does not ask for annotations does not see them")
    void annotationsAreForThoseWhoAsk() {
        NormalizedNode root = node("/", ROOT);
        List<String> leaves = new ArrayList<>();

        Leaves.walk(
                Instance.root(MODEL),
                root,
                JsonWriter.Options.STRICT.withAnnotations(),
                Visibility.ALL,
                Existence.STORED,
                (path, _, _) -> leaves.add(path.toString()));

        assertThat(leaves).containsExactly("/title");
        assertThat(text(root, JsonWriter.Options.STRICT)).isEqualTo("{\"things:title\":\"x\"}");
        assertThat(PathResolver.expand(MODEL, Path.parse("/*"), root)).hasSize(1);
        assertThat(PathResolver.exists(MODEL, Path.parse("/.../notes:weight"))).isFalse();
    }

    @Test
    void annotationsAreEditedLikeConfiguration() throws DataValidationFailedException {
        DataTree tree = MODEL.newTree();
        change(tree, "/@/notes:weight", "\"7\"");
        List<Edit> edits = change(tree, "/@/notes:octets", "\"AQI=\"");

        assertThat(edits).containsExactly(new Edit.Put(Path.parse("/@/notes:octets"), "\"AQI=\"", null));
        assertThat(text(root(tree), JsonWriter.Options.STRICT.withAnnotations()))
                .contains("\"notes:weight\":\"7\"", "\"notes:octets\":\"AQI=\"");

        var m = tree.takeSnapshot().newModification();
        TreeEdits.delete(m, PathResolver.resolve(MODEL, Path.parse("/@")));
        commit(tree, m);
        assertThat(text(root(tree), JsonWriter.Options.STRICT.withAnnotations()))
                .isEqualTo("{}");
    }

    private static List<Edit> change(DataTree tree, String path, String json) throws DataValidationFailedException {
        var m = tree.takeSnapshot().newModification();
        TreeEdits.put(m, MODEL, PathResolver.resolve(MODEL, Path.parse(path)), node(path, json));
        return commit(tree, m);
    }

    private static List<Edit> commit(DataTree tree, DataTreeModification m) throws DataValidationFailedException {
        m.ready();
        tree.validate(m);
        var candidate = tree.prepare(m);
        tree.commit(candidate);
        return TreeEdits.edits(MODEL, candidate);
    }

    private static NormalizedNode root(DataTree tree) {
        return tree.takeSnapshot().readNode(Instance.root(MODEL).id()).orElseThrow();
    }

    @Test
    void modelWithoutAnnotationsHasNoneAndServesNoModuleMore() {
        LoadedModel plain = model(
                new YangSource("things.yang", THINGS, true),
                new YangSource("notes.yang", NOTES, false),
                Zoo.source("ietf-yang-metadata@2016-08-05.yang", false));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> PathResolver.resolve(plain, Path.parse("/@/notes:weight")));
        assertThat(plain.modules()).extracting(ModuleInfo::name).containsExactly("things");
        assertThat(MODEL.modules()).extracting(ModuleInfo::name).containsExactly("notes", "things");
    }
}
