package dev.trimtab.core.validation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.Violation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.common.Uint8;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.UserMapNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** The invariant of the package: for a change of a valid configuration, the incremental answer is the full one. */
class IncrementalValidationTest {
    private static final int EDITS = 3000;
    private static final LoadedModel MODEL = Models.resource("rules");
    private static final SchemaNode NET = MODEL.root().children().getFirst();
    private static final SchemaNode SEQ = requireNonNull(NET.child("seq"));
    private static final Validator VALIDATOR = Validator.compile(MODEL);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void incrementalEqualsFullForRandomEdits(long seed) throws DataValidationFailedException {
        var random = new Random(seed);
        var edits = new RandomEdits(random);
        DataTree tree = MODEL.newTree();
        Map<String, Integer> met = new TreeMap<>();
        ConstraintIndexes indexes = ConstraintIndexes.UNKNOWN;

        for (int i = 0; i < EDITS; i++) {
            DataTreeModification modification = tree.takeSnapshot().newModification();
            edits.apply(MODEL.root(), modification);
            DataTreeCandidate candidate = prepare(tree, modification);
            if (candidate == null || candidate.getRootNode().dataAfter() == null) {
                met.merge("(refused by the tree)", 1, Integer::sum);
                continue;
            }

            Verdict incremental = VALIDATOR.validate(indexes, candidate);
            Verdict full = VALIDATOR.validateAll(candidate.getRootNode().dataAfter());

            assertThat(incremental.violations())
                    .as("seed %d, edit %d: %s", seed, i, modification)
                    .isEqualTo(full.violations());
            assertThat(incremental.withered()).isEqualTo(full.withered());
            assertThat(incremental.indexes().holdsTheSame(full.indexes()))
                    .as("the indexes, seed %d, edit %d", seed, i)
                    .isTrue();
            full.violations().stream()
                    .map(Violation::rule)
                    .distinct()
                    .forEach(rule -> met.merge(rule, 1, Integer::sum));
            if (full.violations().isEmpty()) {
                met.merge("(valid)", 1, Integer::sum);
                tree.commit(candidate);
                indexes = incremental.indexes();
            }
        }
        assertThat(met)
                .as("seed %d: every kind of rule was broken by some edit", seed)
                .containsKeys(
                        "(valid)",
                        "must",
                        "when",
                        "leafref",
                        "mandatory",
                        "max-elements",
                        "min-elements",
                        "unique",
                        "instance-identifier",
                        "union");
    }

    @Test
    void moveWithinAListThatTheUserOrdersIsAChange() throws DataValidationFailedException {
        DataTree tree = MODEL.newTree();
        MapEntryNode low = seqEntry(1);
        MapEntryNode high = seqEntry(2);
        DataTreeCandidate ascending = requireNonNull(prepare(tree, writeSeq(tree, low, high)));
        tree.commit(ascending);

        DataTreeCandidate descending = requireNonNull(prepare(tree, writeSeq(tree, high, low)));

        assertThat(VALIDATOR.validate(ConstraintIndexes.UNKNOWN, ascending).violations())
                .isEmpty();
        assertThat(VALIDATOR.validate(ConstraintIndexes.UNKNOWN, descending).violations())
                .extracting(Violation::rule)
                .containsExactly("must");
    }

    /** An entry of {@code seq} that has its value as its name too. */
    private static MapEntryNode seqEntry(int value) {
        QName name = SEQ.keyNodes().getFirst().qname();
        MapEntryNode.Builder entry = ImmutableNodes.newMapEntryBuilder();
        entry.withNodeIdentifier(NodeIdentifierWithPredicates.of(SEQ.qname(), name, String.valueOf(value)));
        entry.withChild(ImmutableNodes.leafNode(name, String.valueOf(value)));
        entry.withChild(ImmutableNodes.leafNode(QName.create(SEQ.qname(), "v"), Uint8.valueOf(value)));
        return entry.build();
    }

    private static DataTreeModification writeSeq(DataTree tree, MapEntryNode... entries) {
        UserMapNode.Builder list = ImmutableNodes.newUserMapBuilder();
        list.withNodeIdentifier(SEQ.id());
        List.of(entries).forEach(list::withChild);
        DataTreeModification modification = tree.takeSnapshot().newModification();
        modification.write(YangInstanceIdentifier.of(NET.id(), SEQ.id()), list.build());
        return modification;
    }

    @Test
    void containerThatIsDeletedInVainAndThenWrittenToIsValidated() throws DataValidationFailedException {
        SchemaNode likes = requireNonNull(NET.child("likes"));
        DataTree tree = MODEL.newTree();
        DataTreeModification modification = tree.takeSnapshot().newModification();
        modification.delete(YangInstanceIdentifier.of(NET.id()));
        modification.write(YangInstanceIdentifier.of(NET.id(), likes.id()), ImmutableNodes.leafNode(likes.id(), "x"));

        DataTreeCandidate candidate = requireNonNull(prepare(tree, modification));

        NormalizedNode after = requireNonNull(candidate.getRootNode().dataAfter());
        assertThat(VALIDATOR.validate(ConstraintIndexes.UNKNOWN, candidate).violations())
                .isEqualTo(VALIDATOR.validateAll(after).violations())
                .isNotEmpty();
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
