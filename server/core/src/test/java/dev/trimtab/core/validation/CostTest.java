package dev.trimtab.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.LoadedModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** A change costs what it touches, not what the list holds: the same in a list a hundred times as long. */
class CostTest {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int ROUNDS = 2_000;

    /** A scan of the large list would cost a hundred times the small one; the deeper tree of the large one costs a little. */
    private static final int RATIO_MAX = 15;

    private static final LoadedModel MODEL = Models.inline("""
            list t { key k; unique u; leaf k { type int32; } leaf v { type int32; } leaf u { type int32; }
              leaf m { type int32; must '. < 1000 or ../v'; }
              leaf r { type leafref { path '../../t/k'; } }
              leaf n { type leafref { path '../../t/u'; } }
              leaf i { type instance-identifier; }
              leaf w { type int32; }
              leaf x { type int32; must "not(../../t[k = current()]/w) or ../../t[k = current()]/w < 2000"; } }""");
    private static final QName T = MODEL.root().children().getFirst().qname();
    private static final Validator VALIDATOR = Validator.compile(MODEL);

    @DisplayName("YV-29: the change of one leaf costs the same in a long list")
    @ParameterizedTest
    @CsvSource({
        "v, without a rule of its own",
        "m, with a must",
        "r, with a leafref into the list",
        "w, that the must of another entry looks up by key",
        "x, with a must that looks another entry up by key",
        "u, that is unique and that leafrefs refer to"
    })
    void changeOfOneLeafCostsTheSameInALongList(String leaf, String what) throws DataValidationFailedException {
        compare(
                "a leaf " + what,
                (entry, round, modification) -> modification.write(
                        leaf(entry, leaf),
                        ImmutableNodes.leafNode(QName.create(T, leaf), leaf.equals("u") ? -1 : round % SMALL)));
    }

    @Test
    @DisplayName("YV-29: the end of one entry costs the same in a long list, whose other entries refer to one another")
    void removalOfOneEntryCostsTheSameInALongList() throws DataValidationFailedException {
        compare(
                "the end of an entry",
                (entry, _, modification) ->
                        modification.delete(YangInstanceIdentifier.of(NodeIdentifier.create(T), key(entry))));
    }

    /** What happens to one entry. */
    private interface Edit {
        void make(int entry, int round, DataTreeModification modification);
    }

    private static void compare(String what, Edit edit) throws DataValidationFailedException {
        long small = median(SMALL, edit);
        long large = median(LARGE, edit);
        assertThat(large)
                .as("ns for %s: %d in %d entries, %d in %d", what, small, SMALL, large, LARGE)
                .isLessThan(RATIO_MAX * Math.max(small, 1_000));
    }

    private static YangInstanceIdentifier leaf(int entry, String name) {
        return YangInstanceIdentifier.of(
                NodeIdentifier.create(T), key(entry), NodeIdentifier.create(QName.create(T, name)));
    }

    private static long median(int entries, Edit edit) throws DataValidationFailedException {
        DataTree tree = list(entries);
        ConstraintIndexes indexes = indexes(tree);
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            int entry = 1 + 2 * (int) ((i * 7919L) % (entries / 2)); // an odd one, to which nobody refers
            DataTreeCandidate candidate = change(tree, edit, entry, i);
            long start = System.nanoTime();
            assertThat(VALIDATOR.validate(indexes, candidate).violations()).isEmpty();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2];
    }

    private static DataTreeCandidate change(DataTree tree, Edit edit, int entry, int round)
            throws DataValidationFailedException {
        var modification = tree.takeSnapshot().newModification();
        edit.make(entry, round, modification);
        modification.ready();
        tree.validate(modification);
        return tree.prepare(modification);
    }

    private static DataTree list(int entries) throws DataValidationFailedException {
        Map<NodeIdentifierWithPredicates, MapEntryNode> nodes = new LinkedHashMap<>();
        for (int i = 0; i < entries; i++) {
            MapEntryNode.Builder entry = ImmutableNodes.newMapEntryBuilder();
            entry.withNodeIdentifier(key(i));
            int even = (i + 2) / 2 * 2 % entries;
            entry.withChild(ImmutableNodes.leafNode(QName.create(T, "k"), i));
            entry.withChild(ImmutableNodes.leafNode(QName.create(T, "u"), i));
            entry.withChild(ImmutableNodes.leafNode(QName.create(T, "w"), 1));
            entry.withChild(ImmutableNodes.leafNode(QName.create(T, "x"), entries - 1 - i));
            entry.withChild(ImmutableNodes.leafNode(QName.create(T, "r"), even));
            entry.withChild(ImmutableNodes.leafNode(QName.create(T, "n"), even));
            entry.withChild(ImmutableNodes.leafNode(QName.create(T, "i"), leaf(even, "u")));
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
        tree.commit(tree.prepare(modification));
        return tree;
    }

    private static ConstraintIndexes indexes(DataTree tree) {
        Verdict verdict = VALIDATOR.validateAll(
                tree.takeSnapshot().readNode(YangInstanceIdentifier.of()).orElseThrow());
        assertThat(verdict.violations()).isEmpty();
        return verdict.indexes();
    }

    private static NodeIdentifierWithPredicates key(int value) {
        return NodeIdentifierWithPredicates.of(T, QName.create(T, "k"), value);
    }
}
