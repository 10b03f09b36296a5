package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.Path;
import dev.trimtab.model.YangSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportOnlyTest {
    private static final String BASE = """
            module base { namespace urn:base; prefix b;
              identity animal; identity cat { base animal; }
              typedef name { type string { length 1..8; } }
              grouping named { leaf name { type name; } }
              container house { leaf colour { type string; } leaf size { type int8; } } }
            """;
    private static final String CHANGES = """
            module changes { namespace urn:changes; prefix c; import base { prefix b; }
              identity dog { base b:animal; }
              typedef short { type b:name { length 1..3; } }
              container own { leaf x { type string; } }
              rpc r; notification n;
              augment /b:house { leaf extra { type string; } }
              deviation /b:house/b:colour { deviate not-supported; }
              deviation /b:house/b:size { deviate add { default 3; } } }
            """;
    private static final String USER = """
            module user { namespace urn:user; prefix u; import base { prefix b; } import changes { prefix c; }
              container pet { uses b:named; leaf kind { type identityref { base b:animal; } } leaf code { type c:short; } } }
            """;

    private static LoadedModel load(boolean changes) {
        return YangRules.load(List.of(
                YangRules.source(BASE, true), YangRules.source(CHANGES, changes), YangRules.source(USER, true)));
    }

    private static boolean isKind(LoadedModel model, String json) {
        Instance kind = PathResolver.resolve(model, Path.parse("/pet/kind"));
        return JsonReader.read(model, kind, json.getBytes(StandardCharsets.UTF_8), true)
                        .node()
                != null;
    }

    @Test
    @DisplayName("YL-27: nodes and augments of modules that are only imported from are not there")
    void nodesAndAugmentsAreInactive() {
        assertThat(load(false).root().child("own")).isNull();
        assertThat(YangRules.node(load(false), "/house").child("extra")).isNull();
        assertThat(load(true).root().child("own")).isNotNull();
        assertThat(YangRules.node(load(true), "/house").child("extra")).isNotNull();
    }

    @Test
    @DisplayName("YL-27: deviations of modules that are only imported from have no effect")
    void deviationsAreInactive() {
        assertThat(YangRules.node(load(false), "/house").child("colour")).isNotNull();
        assertThat(YangRules.node(load(false), "/house/size").defaults()).isEmpty();
        assertThat(YangRules.node(load(true), "/house").child("colour")).isNull();
        assertThat(YangRules.node(load(true), "/house/size").defaults()).containsExactly("3");
    }

    @Test
    @DisplayName("YL-27, YL-11: identities of modules that are only imported from are no values")
    void identitiesAreInactive() {
        assertThat(isKind(load(false), "\"base:cat\"")).isTrue();
        assertThat(isKind(load(false), "\"changes:dog\"")).isFalse();
        assertThat(isKind(load(true), "\"changes:dog\"")).isTrue();
    }

    @Test
    @DisplayName("YL-27: typedefs and groupings are taken from modules that are only imported from")
    void definitionsAreLent() {
        LoadedModel model = load(false);

        assertThat(YangRules.node(model, "/pet/name").type().base()).isEqualTo(LeafType.Base.STRING);
        assertThat(model.modules()).extracting(ModuleInfo::name).containsExactly("base", "user");
    }

    @Test
    @DisplayName("YL-27: a leafref into a module that is not implemented is refused")
    void leafrefIntoAnImportedModuleIsRefused() {
        String user = """
                module user { namespace urn:user; prefix u; import base { prefix b; }
                  leaf l { type leafref { path /b:house/b:colour; } } }
                """;

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> YangRules.load(List.of(YangRules.source(BASE, false), YangRules.source(user, true))))
                .withMessageContaining("user.yang:2:3")
                .withMessageContaining("/b:house/b:colour")
                .withMessageContaining("no node of an implemented module");
    }

    @Test
    @DisplayName("YL-3: two revisions of a module serve those who ask for them, and one of them is implemented")
    void revisionsServeThoseWhoAskForThem() {
        String old =
                "module t { namespace urn:t; prefix t; revision 2020-01-01; typedef x { type int8; } leaf a { type x; } }";
        String young =
                "module t { namespace urn:t; prefix t; revision 2024-01-01; typedef x { type string; } leaf b { type x; } }";
        String user = """
                module user { yang-version 1.1; namespace urn:user; prefix u;
                  import t { prefix o; revision-date 2020-01-01; } import t { prefix n; revision-date 2024-01-01; }
                  leaf of-old { type o:x; } leaf of-new { type n:x; } }
                """;
        String other = "module other { namespace urn:o; prefix o; import t { prefix t; } leaf any { type t:x; } }";
        LoadedModel model = YangRules.load(List.of(
                new YangSource("t@2020-01-01.yang", old, true),
                new YangSource("t@2024-01-01.yang", young, false),
                YangRules.source(user, true),
                YangRules.source(other, true)));

        assertThat(model.root().child("a")).isNotNull();
        assertThat(model.root().child("b")).isNull();
        assertThat(base(model, "of-old")).isEqualTo(LeafType.Base.INT8);
        assertThat(base(model, "of-new")).isEqualTo(LeafType.Base.STRING);
        assertThat(base(model, "any")).isEqualTo(LeafType.Base.INT8);
    }

    private static LeafType.Base base(LoadedModel model, String leaf) {
        return YangRules.node(model, "/" + leaf).type().base();
    }

    @Test
    @DisplayName("YL-3: of one module one revision is implemented")
    void twoImplementedRevisionsAreRefused() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> YangRules.load(List.of(
                        new YangSource(
                                "t@2020-01-01.yang",
                                "module t { namespace urn:t; prefix t; revision 2020-01-01; }",
                                true),
                        new YangSource(
                                "t@2024-01-01.yang",
                                "module t { namespace urn:t; prefix t; revision 2024-01-01; }",
                                true))))
                .withMessageContaining("already implemented by t@2020-01-01.yang");
    }
}
