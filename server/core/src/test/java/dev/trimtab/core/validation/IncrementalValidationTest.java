package dev.trimtab.core.validation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Violation;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** The invariant of the package: for a change of a valid configuration, the incremental answer is the full one. */
class IncrementalValidationTest {
    private static final int EDITS = 2000;
    private static final LoadedModel MODEL = Models.resource("rules");
    private static final Validator VALIDATOR = Validator.compile(MODEL);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void incrementalEqualsFullForRandomEdits(long seed) throws DataValidationFailedException {
        var random = new Random(seed);
        var edits = new RandomEdits(random);
        DataTree tree = MODEL.newOperationalTree(); // counts nothing, so that our own counting is what is tried
        Map<String, Integer> met = new TreeMap<>();

        for (int i = 0; i < EDITS; i++) {
            DataTreeModification modification = tree.takeSnapshot().newModification();
            edits.apply(MODEL.root(), modification);
            DataTreeCandidate candidate = prepare(tree, modification);
            if (candidate == null || candidate.getRootNode().dataAfter() == null) {
                met.merge("(refused by the tree)", 1, Integer::sum);
                continue;
            }

            var incremental = VALIDATOR.validate(candidate);
            var full = VALIDATOR.validateAll(candidate.getRootNode().dataAfter());

            assertThat(incremental)
                    .as("seed %d, edit %d: %s", seed, i, modification)
                    .isEqualTo(full);
            full.stream().map(Violation::rule).distinct().forEach(rule -> met.merge(rule, 1, Integer::sum));
            if (full.isEmpty()) {
                met.merge("(valid)", 1, Integer::sum);
                tree.commit(candidate);
            }
        }
        assertThat(met)
                .as("seed %d: every kind of rule was broken by some edit", seed)
                .containsKeys(
                        "(valid)", "must", "when", "leafref", "mandatory", "max-elements", "min-elements", "unique");
    }

    @Test
    void containerThatIsDeletedInVainAndThenWrittenToIsValidatedAsAWhole() throws DataValidationFailedException {
        var net = MODEL.root().children().getFirst();
        var mode = requireNonNull(net.child("mode"));
        DataTree tree = MODEL.newTree();
        DataTreeModification modification = tree.takeSnapshot().newModification();
        modification.delete(YangInstanceIdentifier.of(net.id()));
        modification.write(YangInstanceIdentifier.of(net.id(), mode.id()), ImmutableNodes.leafNode(mode.id(), "b"));

        DataTreeCandidate candidate = requireNonNull(prepare(tree, modification));

        assertThat(VALIDATOR.validate(candidate))
                .isNotEmpty()
                .isEqualTo(VALIDATOR.validateAll(
                        requireNonNull(candidate.getRootNode().dataAfter())));
    }

    /** Null for what yangtools' own tree refuses before we are asked. */
    private static @Nullable DataTreeCandidate prepare(DataTree tree, DataTreeModification modification) {
        try {
            modification.ready();
            tree.validate(modification);
            return tree.prepare(modification);
        } catch (DataValidationFailedException | IllegalArgumentException e) {
            return null;
        }
    }
}
