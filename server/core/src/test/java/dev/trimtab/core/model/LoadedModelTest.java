package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadedModelTest {
    @Test
    void modulesThatAreOnlyImportedFromHaveNoNodesAndAreNotListed() {
        assertThat(Zoo.MODEL.modules()).extracting(ModuleInfo::name).containsExactly("zoo", "zoo-more");
        assertThat(Zoo.MODEL.root().child("not-implemented")).isNull();
    }

    @Test
    void moduleTellsItsNewestRevisionAsVersion() {
        assertThat(Zoo.MODEL.modules().getFirst())
                .isEqualTo(new ModuleInfo("zoo", "urn:trimtab:zoo", "Trimtab", "2026-01-02", "2026-01-02"));
    }

    @Test
    void choicesAreLookedThroughAndKnownToTheirNodes() {
        SchemaNode loud = Zoo.schema("/house/loud");

        assertThat(loud.parent()).isEqualTo(Zoo.schema("/house"));
        assertThat(loud.choices())
                .extracting(step ->
                        step.choice().getLocalName() + "/" + step.caseName().getLocalName())
                .containsExactly("inhabitant/many", "order/loud");
    }

    @Test
    void plainNameMeansTheParentsModuleWhereAnotherModuleUsesItToo() {
        assertThat(Zoo.schema("/types/kind").module()).isEqualTo("zoo");
        assertThat(Zoo.schema("/types/zoo-more:kind").path()).hasToString("/types/zoo-more:kind");
        assertThat(Zoo.schema("/cage[name=a][number=1]/keeper").path()).hasToString("/cage/keeper");
    }

    @Test
    void listKnowsItsKeysInTheOrderOfTheSchema() {
        SchemaNode cage = Zoo.schema("/cage");

        assertThat(cage.kind()).isEqualTo(Kind.LIST);
        assertThat(cage.keys()).containsExactly("name", "number");
        assertThat(Zoo.schema("/cage[name=a][number=1]/number").isKey()).isTrue();
        assertThat(Zoo.schema("/cage[name=a][number=1]/keeper").isKey()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "plain, hello",
        "typed, 50",
        "hexadecimal, 31",
        "beast, zoo:cat",
        "several, a|b",
        "shoes, old",
        "brand, ''"
    })
    void defaultsAreCanonicalAndAlsoThoseOfTypedefs(String leaf, String defaults) {
        assertThat(String.join("|", Zoo.schema("/defaults/" + leaf).defaults())).isEqualTo(defaults);
    }

    @Test
    void leafrefHasTheTypeItLeadsToInTheEnd() {
        LeafType type = Zoo.schema("/types/same-again").type();

        assertThat(type.base()).isEqualTo(LeafType.Base.LEAFREF);
        assertThat(type.resolved().base()).isEqualTo(LeafType.Base.UINT64);
    }

    @Test
    void stateIsNotConfiguration() {
        assertThat(Zoo.schema("/cage[name=a][number=1]/zoo:state/temperature").config())
                .isFalse();
        assertThat(Zoo.schema("/cage").config()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "module m { namespace urn:m; prefix m; leaf x { type nonsense; } } | m.yang:1",
                "module m { namespace urn:m; prefix m; leaf x { type string }    } | m.yang",
                "module m { namespace urn:m; prefix m; import gone { prefix g; } } | gone",
                "module m { namespace urn:m; prefix m; uses gone;                } | gone",
                "module m { namespace urn:m; prefix m; leaf l { type leafref { path '../gone'; } } } | /l"
            })
    void brokenModelIsRefusedInOneSentenceThatNamesThePlace(String text, String named) {
        var description =
                new ModelDescription(new ModelId("m", "1.0.0"), "m", List.of(new YangSource("m.yang", text, true)));

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> LoadedModel.load(description))
                .satisfies(e -> assertThat(e.getMessage()).contains(named).doesNotContain("\n", "Exception"));
    }
}
