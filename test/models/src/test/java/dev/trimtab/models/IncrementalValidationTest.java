package dev.trimtab.models;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.models.generate.SchemaGenerator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * What validation says of a change is what it says of the whole result, whatever the model, the configuration and the change.
 *
 * <p>The seed is fixed, so that a build says the same each time; a failing sequence of edits is shrunk to a short one.
 */
class IncrementalValidationTest {
    private static final String SEED = "20261121";
    /** Half as many on average. */
    private static final int EDITS_MAX = 200;

    private static final Map<TestedModel, Judge> JUDGES = new EnumMap<>(TestedModel.class);

    @Property(tries = 15, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    @Label("YV-29: random edits of random models are validated as the whole is")
    void editsOfDrawnModels(@ForAll("schemas") long schema, @ForAll("edits") List<Long> edits) {
        check(schema, edits);
    }

    @Property(tries = 550, seed = SEED, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    @Tag("slow")
    @Label("YV-29: 50 000 random edits of 550 random models are validated as the whole is")
    void manyEditsOfDrawnModels(@ForAll("schemas") long schema, @ForAll("edits") List<Long> edits) {
        check(schema, edits);
    }

    @Property(tries = 5, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    @Label("YV-29: random edits of the project's models are validated as the whole is")
    void editsOfTheProjectsModels(@ForAll("ours") TestedModel model, @ForAll("edits") List<Long> edits) {
        new EditedTree(judge(model), edits.getFirst()).checkAll(edits);
    }

    @Property(tries = 550, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    @Tag("slow")
    @Label("YV-29: 50 000 random edits of public models are validated as the whole is")
    void manyEditsOfPublicModels(@ForAll TestedModel model, @ForAll("edits") List<Long> edits) {
        new EditedTree(judge(model), edits.getFirst()).checkAll(edits);
    }

    private static void check(long schema, List<Long> edits) {
        var judge = Judge.of(LoadedModel.load(SchemaGenerator.draw(schema)));
        new EditedTree(judge, schema).checkAll(edits);
    }

    private static Judge judge(TestedModel model) {
        return JUDGES.computeIfAbsent(model, wanted -> Judge.of(wanted.load()));
    }

    @Provide
    Arbitrary<Long> schemas() {
        return Arbitraries.longs().between(1, 1_000_000);
    }

    @Provide
    Arbitrary<TestedModel> ours() {
        return Arbitraries.of(TestedModel.AETHER_20, TestedModel.AETHER_21, TestedModel.SYSTEM);
    }

    /** Each number is the seed of one edit. */
    @Provide
    Arbitrary<List<Long>> edits() {
        return Arbitraries.longs()
                .between(1, 1_000_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(EDITS_MAX)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
