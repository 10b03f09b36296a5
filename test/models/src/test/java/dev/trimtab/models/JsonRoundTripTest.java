package dev.trimtab.models;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** What is printed is read as the same tree, and says what was read before, in whatever model. */
class JsonRoundTripTest {
    private static final int SIZE_MAX = 60;
    private static final int NEAR = 8;
    private static final int TREES_OF_A_MODULE = 4;

    /** How many of a hundred nodes are in a tree at least; of a few types no value is drawn. */
    private static final int DRAWN_PERCENT = 95;

    @ParameterizedTest(name = "JS-17: random trees of {0} are printed and read again")
    @EnumSource(names = {"AETHER_20", "AETHER_21", "SYSTEM"})
    void treesOfOurModels(TestedModel tested) {
        LoadedModel model = tested.load();
        for (int seed = 1; seed <= 100; seed++) {
            var dice = new Dice(seed);
            Document document = new TreeGenerator(model, dice, 0).document(dice.between(1, SIZE_MAX));

            assertRoundTrip(document, "seed " + seed);
        }
    }

    @Tag("slow")
    @ParameterizedTest(name = "JS-17: trees with each node of every module of {0} are printed and read again")
    @EnumSource
    void treesOfWholeCorpora(Corpus corpus) {
        var all = new TreeGenerator(corpus.load(), new Dice(0), 0);
        List<SchemaNode> nodes = all.nodes();
        int drawn = 0;
        for (int seed = 0; seed < nodes.size(); seed++) {
            SchemaNode node = nodes.get(seed);
            Document document = all.with(new Dice(seed)).documentWith(node, NEAR);

            assertRoundTrip(document, "seed " + seed);

            drawn += has(document, node) ? 1 : 0;
        }
        assertThat(100 * drawn).as("nodes of which there was an instance").isGreaterThan(DRAWN_PERCENT * nodes.size());
    }

    private static boolean has(Document document, SchemaNode node) {
        return document.root().all().stream().anyMatch(place -> place.schema().equals(node));
    }

    private static void assertRoundTrip(Document document, String seed) {
        document.prune();
        NormalizedNode tree = Judge.decode(document.model(), document.json());

        String printed = print(document.model(), tree);

        assertThat(unordered(printed)).as(seed).isEqualTo(unordered(document.json()));
        assertThat(Judge.decode(document.model(), printed))
                .as("%s: %s", seed, printed)
                .isEqualTo(tree);
    }

    @Tag("slow")
    @ParameterizedTest(name = "JS-17: random trees of {0} are printed as yanglint prints them")
    @EnumSource
    void treesAreWhatYanglintPrints(TestedModel model, @TempDir Path folder) throws IOException {
        assumeTrue(YanglintSession.isInstalled(), YanglintSession.ABSENT);
        Judge judge = Judge.of(model.load());
        try (var yanglint = YanglintSession.start(folder, judge.model().description())) {
            for (int seed = 1; seed <= 15; seed++) {
                var dice = new Dice(seed);
                var generator = new TreeGenerator(judge.model(), dice, 0);
                Document document = generator.document(dice.between(1, SIZE_MAX));
                if (new Repair(judge.validator(), generator, dice).repair(document)) {
                    assertAsYanglint(judge, document, yanglint, "seed " + seed);
                }
            }
        }
    }

    @Tag("slow")
    @ParameterizedTest(name = "JS-17: trees with nodes of every module of {0} are printed as yanglint prints them")
    @EnumSource
    void treesOfWholeCorporaAreWhatYanglintPrints(Corpus corpus, @TempDir Path folder) throws IOException {
        assumeTrue(YanglintSession.isInstalled(), YanglintSession.ABSENT);
        Judge judge = Judge.of(corpus.loadJudged());
        var all = new TreeGenerator(judge.model(), new Dice(0), 0);
        Map<String, List<SchemaNode>> modules =
                all.nodes().stream().collect(groupingBy(SchemaNode::module, TreeMap::new, toList()));
        Set<String> compared = new TreeSet<>();
        try (var yanglint = YanglintSession.start(folder, judge.model().description())) {
            for (Map.Entry<String, List<SchemaNode>> module : modules.entrySet()) {
                for (int seed = 1; seed <= TREES_OF_A_MODULE; seed++) {
                    var dice = new Dice(seed);
                    TreeGenerator generator = all.with(dice);
                    Document document = generator.documentWith(dice.one(module.getValue()), NEAR);
                    if (new Repair(judge.validator(), generator, dice).repair(document)) {
                        assertAsYanglint(judge, document, yanglint, module.getKey() + ", seed " + seed);
                        compared.add(module.getKey());
                    }
                }
            }
        }
        assertThat(compared).isEqualTo(modules.keySet());
    }

    private static void assertAsYanglint(Judge judge, Document document, YanglintSession yanglint, String seed)
            throws IOException {
        document.prune();
        String printed = print(judge.model(), judge.decode(document.json()));

        assertThat(unordered(printed)).as(seed).isEqualTo(unordered(yanglint.print(document.json())));
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
