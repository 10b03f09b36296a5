package dev.trimtab.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.LoadedModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** A change costs what it touches, not what the list holds: the same in a list a hundred times as long. */
class CostTest {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int ROUNDS = 2_000;

    /** A scan of the large list would cost a hundred times the small one; the deeper tree of the large one costs a little. */
    private static final int RATIO_MAX = 15;

    private static final LoadedModel MODEL = Models.inline("""
            list t { key k; leaf k { type int32; } leaf v { type int32; }
              leaf m { type int32; must '. < 1000 or ../v'; }
              leaf r { type leafref { path '../../t/k'; } } }""");
    private static final QName T = MODEL.root().children().getFirst().qname();
    private static final Validator VALIDATOR = Validator.compile(MODEL);

    @ParameterizedTest
    @CsvSource({"v, without a rule of its own", "m, with a must", "r, with a leafref into the list"})
    void changeOfOneLeafCostsTheSameInALongList(String leaf, String what) throws DataValidationFailedException {
        long small = median(SMALL, leaf);
        long large = median(LARGE, leaf);
        assertThat(large)
                .as("ns for a leaf %s: %d in %d entries, %d in %d", what, small, SMALL, large, LARGE)
                .isLessThan(RATIO_MAX * Math.max(small, 1_000));
    }

    private static long median(int entries, String leaf) throws DataValidationFailedException {
        DataTree tree = list(entries);
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            DataTreeCandidate candidate = change(tree, leaf, (i * 7919L) % entries, i);
            long start = System.nanoTime();
            assertThat(VALIDATOR.validate(candidate).violations()).isEmpty();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2];
    }

    private static DataTreeCandidate change(DataTree tree, String leaf, long entry, int value)
            throws DataValidationFailedException {
        var modification = tree.takeSnapshot().newModification();
        var at = YangInstanceIdentifier.of(
                NodeIdentifier.create(T), key((int) entry), NodeIdentifier.create(QName.create(T, leaf)));
        modification.write(at, ImmutableNodes.leafNode(QName.create(T, leaf), value % SMALL));
        modification.ready();
        tree.validate(modification);
        return tree.prepare(modification);
    }

    private static DataTree list(int entries) throws DataValidationFailedException {
        Map<NodeIdentifierWithPredicates, MapEntryNode> nodes = new LinkedHashMap<>();
        for (int i = 0; i < entries; i++) {
            MapEntryNode.Builder entry = ImmutableNodes.newMapEntryBuilder();
            entry.withNodeIdentifier(key(i));
            entry.withChild(ImmutableNodes.leafNode(QName.create(T, "k"), i));
            nodes.put(key(i), entry.build());
        }
        DataTree tree = MODEL.newTree();
        var modification = tree.takeSnapshot().newModification();
        modification.write(
                YangInstanceIdentifier.of(NodeIdentifier.create(T)),
                ImmutableNodes.newSystemMapBuilder()
                        .withNodeIdentifier(NodeIdentifier.create(T))
                        .withValue(nodes.values())
                        .build());
        modification.ready();
        tree.validate(modification);
        DataTreeCandidate candidate = tree.prepare(modification);
        assertThat(VALIDATOR.validate(candidate).violations()).isEmpty();
        tree.commit(candidate);
        return tree;
    }

    private static NodeIdentifierWithPredicates key(int value) {
        return NodeIdentifierWithPredicates.of(T, QName.create(T, "k"), value);
    }
}
