package dev.trimtab.core.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.trimtab.model.ModelId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionChangeTest {
    @ParameterizedTest
    @CsvSource({
        "1.2.3, 1.2.3, NONE",
        "1.2.3, 1.2.4, PATCH",
        "1.2.3, 1.3.0, MINOR",
        "1.2.3, 2.0.0, MAJOR",
        "1.9.9, 1.10.0, MINOR",
        "0.1.0, 0.2.0, MAJOR",
        "0.1.0, 0.1.1, PATCH"
    })
    void versionsSayHowFarApartTheyAre(String old, String now, VersionChange change) {
        assertThat(VersionChange.between(id(old), id(now))).isEqualTo(change);
    }

    @Test
    void anOlderVersionIsNoSuccessor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VersionChange.between(id("2.0.0"), id("1.9.9")))
                .withMessage("version 1.9.9 is older than 2.0.0, which it is compared to");
    }

    @ParameterizedTest
    @CsvSource({
        "MAJOR, MAJOR, true",
        "MAJOR, PATCH, true",
        "MINOR, MAJOR, false",
        "MINOR, MINOR, true",
        "NONE, PATCH, false"
    })
    void aVersionIsHonestThatPromisesNoMoreThanIsTrue(VersionChange declared, VersionChange needed, boolean honest) {
        assertThat(new CompatibilityReport(List.of(), needed).isHonest(declared))
                .isEqualTo(honest);
    }

    private static ModelId id(String version) {
        return new ModelId("m", version);
    }
}
