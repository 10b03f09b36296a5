package dev.trimtab.models;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.models.generate.Dice;
import dev.trimtab.models.generate.Document;
import dev.trimtab.models.generate.Json;
import dev.trimtab.models.generate.Repair;
import dev.trimtab.models.generate.TreeGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** What is printed is read as the same tree, and says what was read before, in whatever model. */
class JsonRoundTripTest {
    private static final int SIZE_MAX = 60;

    @ParameterizedTest(name = "JS-17: random trees of {0} are printed and read again")
    @EnumSource(names = {"AETHER_20", "AETHER_21", "SYSTEM"})
    void treesOfOurModels(TestedModel model) {
        roundTrips(model.load(), 100);
    }

    @Tag("slow")
    @ParameterizedTest(name = "JS-17: random trees of every module of {0} are printed and read again")
    @EnumSource(names = "OPENCONFIG")
    void treesOfWholeCorpora(Corpus corpus) {
        roundTrips(corpus.load(), 3000);
    }

    private static void roundTrips(LoadedModel model, int count) {
        for (int seed = 1; seed <= count; seed++) {
            var dice = new Dice(seed);
            Document document = new TreeGenerator(model, dice, 0).document(dice.between(1, SIZE_MAX));
            document.prune();
            NormalizedNode tree = Judge.decode(model, document.json());

            String printed = print(model, tree);

            assertThat(unordered(printed)).as("seed %d", seed).isEqualTo(unordered(document.json()));
            assertThat(Judge.decode(model, printed))
                    .as("seed %d: %s", seed, printed)
                    .isEqualTo(tree);
        }
    }

    @Tag("slow")
    @ParameterizedTest(name = "JS-17: random trees of {0} are printed as yanglint prints them")
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IETF_ACCESS_CONTROL_LIST", "IETF_MUD"}) // yanglint 2.1.30 ends without a word
    void treesAreWhatYanglintPrints(TestedModel model, @TempDir Path folder) throws IOException {
        assumeTrue(YanglintSession.isInstalled(), YanglintSession.ABSENT);
        Judge judge = Judge.of(model.load());
        try (var yanglint = YanglintSession.start(folder, judge.model().description())) {
            for (int seed = 1; seed <= 15; seed++) {
                var dice = new Dice(seed);
                var generator = new TreeGenerator(judge.model(), dice, 0);
                Document document = generator.document(dice.between(1, SIZE_MAX));
                if (new Repair(judge.validator(), generator, dice).repair(document)) {
                    document.prune();
                    String printed = print(judge.model(), judge.decode(document.json()));

                    assertThat(unordered(printed))
                            .as("seed %d", seed)
                            .isEqualTo(unordered(yanglint.print(document.json())));
                }
            }
        }
    }

    private static String print(LoadedModel model, NormalizedNode tree) {
        byte[] json = JsonWriter.write(model.root(), tree, JsonWriter.Options.STRICT, Visibility.ALL);
        return new String(json, StandardCharsets.UTF_8);
    }

    /** A JSON text with members and elements in one order, whatever order they had. */
    private static String unordered(String json) {
        return requireNonNull(Json.print(sorted(Json.parse(json.isBlank() ? "{}" : json))));
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> members -> {
                Map<String, @Nullable Object> ordered = new TreeMap<>();
                members.forEach((name, member) -> ordered.put((String) name, sorted(member)));
                yield ordered;
            }
            case List<?> elements ->
                elements.stream()
                        .map(element -> Json.print(sorted(element)))
                        .sorted(Comparator.naturalOrder())
                        .toList();
            case null, default -> value;
        };
    }
}
