package dev.trimtab.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.models.generate.Dice;
import dev.trimtab.models.generate.Document;
import dev.trimtab.models.generate.Mutator;
import dev.trimtab.models.generate.Repair;
import dev.trimtab.models.generate.SchemaGenerator;
import dev.trimtab.models.generate.TreeGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random configurations, valid ones and ones with a mistake: the server and yanglint give the same verdict, but for what
 * {@link KnownDifference} lists.
 */
class YanglintVerdictTest {
    private static final int SIZE_MAX = 40;
    private static final int MUTANTS = 6;
    private static final int FEW = 20;

    /** With its mutants that is about seven times as many documents a model. */
    private static final int MANY = 40;

    @ParameterizedTest(
            name = "YV-1, YV-3, YV-5, YV-8, YV-13, YV-16, YV-17, YV-18, YV-19, YV-21: yanglint agrees on {0}")
    @EnumSource(names = {"AETHER_20", "AETHER_21", "SYSTEM"})
    void verdictsAreTheSame(TestedModel model, @TempDir Path folder) throws IOException {
        compare(model, folder, FEW);
    }

    @Tag("slow")
    @ParameterizedTest(
            name = "YV-1, YV-3, YV-5, YV-8, YV-13, YV-16, YV-17, YV-18, YV-19, YV-21: yanglint agrees on much of {0}")
    @EnumSource
    void verdictsAreTheSameForMany(TestedModel model, @TempDir Path folder) throws IOException {
        compare(model, folder, MANY);
    }

    @Test
    @DisplayName("YV-8, YV-13, YV-14, YV-16, YV-17, YV-18, YV-19, YV-21, YV-25: yanglint agrees on random models")
    void verdictsAreTheSameForDrawnModels(@TempDir Path folder) throws IOException {
        compareDrawn(folder, 1, 10);
    }

    @Tag("slow")
    @Test
    @DisplayName("YV-8, YV-13, YV-14, YV-16, YV-17, YV-18, YV-19, YV-21, YV-25: yanglint agrees on 150 random models")
    void verdictsAreTheSameForManyDrawnModels(@TempDir Path folder) throws IOException {
        compareDrawn(folder, 11, 160);
    }

    private static void compareDrawn(Path folder, int from, int to) throws IOException {
        assumeTrue(YanglintSession.isInstalled(), YanglintSession.ABSENT);
        var comparison = new Comparison();
        int crashes = 0;
        for (int seed = from; seed <= to; seed++) {
            ModelDescription model = SchemaGenerator.drawPlain(seed);
            Path own = Files.createDirectory(folder.resolve(String.valueOf(seed)));
            try {
                comparison.compare(Judge.of(LoadedModel.load(model)), own, 3);
            } catch (YanglintSession.EndedException _) {
                crashes++; // on these models now and then; what it said before counts
            }
        }
        comparison.assertNone(to - from);
        assertThat(crashes).as("models on which yanglint crashed").isLessThan(2 + (to - from) / 20);
    }

    private static void compare(TestedModel tested, Path folder, int documents) throws IOException {
        assumeTrue(YanglintSession.isInstalled(), YanglintSession.ABSENT);
        var comparison = new Comparison();
        comparison.compare(Judge.of(tested.load()), folder, documents);
        comparison.assertNone(documents);
    }

    /** Both verdicts on many documents. */
    private static final class Comparison {
        private final List<String> differences = new ArrayList<>();
        private int accepted;
        private int refused;

        void compare(Judge judge, Path folder, int documents) throws IOException {
            try (var yanglint = YanglintSession.start(folder, judge.model().description())) {
                for (int seed = 1; seed <= documents; seed++) {
                    for (Document document : documents(judge, seed)) {
                        compare(judge, yanglint, seed, document.json());
                    }
                }
            }
        }

        private void compare(Judge judge, YanglintSession yanglint, int seed, String json) throws IOException {
            List<String> ours = judge.objections(json);
            YanglintSession.Verdict theirs = yanglint.judge(json);
            if (ours.isEmpty() != theirs.accepted() && !isKnown(ours)) {
                differences.add("%s, seed %d: we say %s, yanglint says %s of%n%s"
                        .formatted(judge.model(), seed, ours, theirs.lines(), json));
            }
            accepted += theirs.accepted() ? 1 : 0;
            refused += theirs.accepted() ? 0 : 1;
        }

        /** No difference, and enough of both verdicts for that to mean something. */
        void assertNone(int least) {
            assertThat(differences).isEmpty();
            assertThat(accepted).as("documents that both accept").isGreaterThanOrEqualTo(least);
            assertThat(refused).as("documents that both refuse").isGreaterThanOrEqualTo(least);
        }
    }

    /** A configuration as it grew, as it was repaired, and the repaired one with several different mistakes. */
    private static List<Document> documents(Judge judge, int seed) {
        var dice = new Dice(seed);
        var generator = new TreeGenerator(judge.model(), dice, 0);
        Document grown = generator.document(dice.between(1, SIZE_MAX));
        grown.prune();
        List<Document> documents = new ArrayList<>(List.of(grown));
        Document repaired = grown.copy();
        if (new Repair(judge.validator(), generator, dice).repair(repaired)) {
            repaired.prune();
            documents.add(repaired);
            var mutator = new Mutator(generator, dice);
            while (documents.size() < 2 + MUTANTS) {
                Document mutant = repaired.copy();
                mutator.mutate(mutant);
                mutant.prune();
                documents.add(mutant);
            }
        }
        return documents;
    }

    private static boolean isKnown(List<String> ours) {
        return !ours.isEmpty() && KnownDifference.ALL.stream().anyMatch(known -> known.explains(ours));
    }
}
