package dev.trimtab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelDescriptionTest {
    private static final ModelId ID = new ModelId("a", "1.0.0");
    private static final List<YangSource> SOURCES = List.of(new YangSource("a.yang", "module a {}", true));

    @Test
    void featuresDoNotFollowTheirMap() {
        Set<String> enabled = new HashSet<>(Set.of("x"));
        Map<String, Set<String>> features = new HashMap<>(Map.of("a", enabled));
        var description = new ModelDescription(ID, "a", SOURCES, features, Set.of());

        enabled.add("y");
        features.put("b", Set.of());

        assertThat(description.features()).isEqualTo(Map.of("a", Set.of("x")));
    }

    @Test
    void withoutFeaturesNoModuleIsRestrictedAndNoExtensionIsOn() {
        var description = new ModelDescription(ID, "a", SOURCES);

        assertThat(description.features()).isEmpty();
        assertThat(description.xpathExtensions()).isEmpty();
    }

    @Test
    void modelWithoutAnImplementedModuleIsRefused() {
        var sources = List.of(new YangSource("a.yang", "module a {}", false));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelDescription(ID, "a", sources))
                .withMessageContaining("implements no module");
    }

    @ParameterizedTest
    @EnumSource(XPathExtension.class)
    void extensionIsFoundUnderItsText(XPathExtension extension) {
        assertThat(extension.text()).matches("[a-z]+-[a-z]+");
        assertThat(XPathExtension.parse(extension.text())).isEqualTo(extension);
    }

    @Test
    void unknownExtensionIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> XPathExtension.parse("SET_CONTAINS"))
                .withMessageContaining("'SET_CONTAINS'")
                .withMessageContaining("set-contains, this-variable, key-attribute");
    }
}
