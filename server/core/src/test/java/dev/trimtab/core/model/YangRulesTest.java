package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.validation.Validator;
import dev.trimtab.core.yang.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class YangRulesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.trimtab.core.model.YangRules#cases")
    void modelIsTakenOrRefusedWithThePlace(YangRules.Case given) {
        if (!given.refused()) {
            LoadedModel model = YangRules.load(given.sources());
            assertThat(Validator.compile(model)).isNotNull();
            return;
        }
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> Validator.compile(YangRules.load(given.sources())))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "Exception", "null"))
                .satisfies(e -> assertThat(e.faults()).isNotEmpty().allSatisfy(YangRulesTest::assertPlaced));
    }

    /** Expressions are compiled after the model is loaded, and name module and node instead. */
    private static void assertPlaced(Fault fault) {
        assertThat(fault.reason()).isNotBlank();
        if (!fault.reason().startsWith("module ")) {
            assertThat(fault.file()).endsWith(".yang");
            assertThat(fault.line()).isPositive();
            assertThat(fault.column()).isPositive();
        }
    }
}
