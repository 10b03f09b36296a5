package dev.trimtab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangResources;
import dev.trimtab.model.YangSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known difference from yanglint is still one, and what we refuse is refused in the words by which it is known. */
class KnownDifferenceTest {
    static Stream<KnownDifference> all() {
        return KnownDifference.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void yanglintStillSaysOtherwise(KnownDifference difference, @TempDir Path folder) throws IOException {
        assumeTrue(YanglintSession.isInstalled(), YanglintSession.ABSENT);
        Judge judge = Judge.of(LoadedModel.load(description(difference.statements())));
        try (var yanglint = YanglintSession.start(folder, judge.model().description())) {
            List<String> ours = judge.objections(difference.document());
            YanglintSession.Verdict theirs = yanglint.judge(difference.document());

            assertThat(ours.isEmpty()).as("we: %s", ours).isEqualTo(difference.weAccept());
            assertThat(theirs.accepted()).as("yanglint: %s", theirs).isNotEqualTo(difference.weAccept());
            if (!difference.weAccept()) {
                assertThat(difference.explains(ours)).as("known by %s", ours).isTrue();
            }
        }
    }

    private static ModelDescription description(String statements) {
        String text = "module w { yang-version 1.1; namespace 'urn:w'; prefix w; " + statements + " }";
        List<YangSource> sources = new ArrayList<>(new YangResources(LoadedModel.class.getClassLoader())
                .imported("META-INF/yang", "ietf-inet-types@2013-07-15", "ietf-yang-types@2013-07-15")
                .sources());
        sources.add(new YangSource("w.yang", text, true));
        return new ModelDescription(new ModelId("w", "1.0.0"), "witness", sources);
    }
}
