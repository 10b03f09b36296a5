package dev.trimtab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class YangResourcesTest {
    private final YangResources resources = new YangResources(YangResourcesTest.class.getClassLoader());

    @Test
    void sourcesAreReadInTheOrderOfTheList() {
        var sources = resources
                .implemented("yang/test", "a")
                .imported("yang/test", "b@2026-01-01")
                .sources();

        assertThat(sources)
                .containsExactly(
                        new YangSource("a.yang", "module a { namespace \"urn:a\"; prefix a; }\n", true),
                        new YangSource("b@2026-01-01.yang", "module b { namespace \"urn:b\"; prefix b; }\n", false));
    }

    @Test
    void moduleThatIsNotThereIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> resources.implemented("yang/test", "c"))
                .withMessageContaining("yang/test/c.yang");
    }

    @Test
    void fileThatIsNotInUtf8IsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> resources.implemented("yang/test", "latin"))
                .withMessageContaining("yang/test/latin.yang")
                .withMessageContaining("UTF-8");
    }
}
