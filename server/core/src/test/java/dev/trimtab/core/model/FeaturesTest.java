package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.model.Path;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {
    private static final String LAMP = """
            module lamp { yang-version 1.1; namespace urn:lamp; prefix l;
              feature dim; feature colour { if-feature dim; } feature night;
              identity mode; identity day { base mode; } identity late { if-feature night; base mode; }
              leaf level { if-feature dim; type uint8; }
              leaf hue { if-feature colour; type string; }
              leaf dark { if-feature "night and not dim"; type string; }
              leaf shape { type enumeration { enum round; enum flat { if-feature dim; } } }
              leaf options { type bits { bit slow; bit soft { if-feature dim; } } }
              leaf mode { type identityref { base mode; } }
            }
            """;

    private static LoadedModel lamp(String... enabled) {
        return YangRules.load(Map.of("lamp", Set.of(enabled)), LAMP);
    }

    private static boolean takes(LoadedModel model, String leaf, String json) {
        Instance at = PathResolver.resolve(model, Path.parse("/" + leaf));
        return JsonReader.read(model, at, json.getBytes(StandardCharsets.UTF_8), true)
                        .node()
                != null;
    }

    @DisplayName("YL-10: the features that are told are enabled and no others")
    @ParameterizedTest
    @CsvSource({
        "'', '', level hue dark",
        "dim, level, hue dark",
        "dim colour, level hue, dark",
        "night, dark, level hue",
        "dim night, level, hue dark"
    })
    void nodesFollowTheirFeatures(String enabled, String there, String gone) {
        LoadedModel model = lamp(words(enabled));

        assertThat(words(there))
                .allSatisfy(leaf -> assertThat(model.root().child(leaf)).isNotNull());
        assertThat(words(gone))
                .allSatisfy(leaf -> assertThat(model.root().child(leaf)).isNull());
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }

    @Test
    @DisplayName("YL-10: a module of which nothing is told has all its features")
    void allFeaturesAreEnabledWithoutAWord() {
        assertThat(YangRules.load(LAMP).root().child("hue")).isNotNull();
        assertThat(YangRules.load(LAMP).root().child("dark")).isNull();
    }

    @Test
    @DisplayName("YV-20: enums, bits and identities of features that are not enabled are no values")
    void valuesFollowTheirFeatures() {
        LoadedModel plain = lamp();
        LoadedModel full = lamp("dim", "night");

        assertThat(takes(plain, "shape", "\"flat\"")).isFalse();
        assertThat(takes(full, "shape", "\"flat\"")).isTrue();
        assertThat(takes(plain, "shape", "\"round\"")).isTrue();
        assertThat(takes(plain, "options", "\"soft\"")).isFalse();
        assertThat(takes(full, "options", "\"slow soft\"")).isTrue();
        assertThat(takes(plain, "mode", "\"lamp:late\"")).isFalse();
        assertThat(takes(full, "mode", "\"lamp:late\"")).isTrue();
        assertThat(takes(plain, "mode", "\"lamp:day\"")).isTrue();
    }

    @Test
    @DisplayName("YV-20: a node of a feature that is not enabled is unknown")
    void disabledNodesAreUnknown() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> PathResolver.resolve(lamp(), Path.parse("/level")))
                .withMessageContaining("level");
    }

    @Test
    @DisplayName("YL-10: an enumeration whose every enum is disabled is refused")
    void enumerationWithoutEnabledEnumsIsRefused() {
        String module = """
                module m { yang-version 1.1; namespace urn:m; prefix m; feature f;
                  leaf a { type enumeration { enum x { if-feature f; } } } }
                """;

        assertThat(YangRules.load(module).root().child("a")).isNotNull();
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> YangRules.load(Map.of("m", Set.of()), module));
    }

    @Test
    @DisplayName("YL-10: features of modules, and of submodules, that do not exist are told")
    void unknownFeaturesAreRefused() {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> lamp("dim", "dimm"))
                .withMessageContaining("lamp.yang:1:1")
                .withMessageContaining("no feature 'dimm'");
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> YangRules.load(Map.of("lump", Set.of("x")), LAMP))
                .withMessageContaining("features of module 'lump'");
    }
}
