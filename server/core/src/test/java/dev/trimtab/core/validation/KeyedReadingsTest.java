package dev.trimtab.core.validation;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** A rule that reads entries by key is evaluated again when one of them changes, however many it asks for. */
class KeyedReadingsTest {
    private static final int EDITS = 3000;
    private static final LoadedModel MODEL = Models.inline("""
            leaf-list wa { type uint8; } leaf-list wb { type boolean; } leaf-list wc { type enumeration { enum a; enum b; } }
            list z { key 'a b c'; leaf a { type uint8; } leaf b { type boolean; } leaf c { type enumeration { enum a; enum b; } }
              leaf cap { type uint8; } }
            list x { key k; leaf k { type string; } leaf peer { type uint8; }
              leaf one { type uint8; must "not(/z[a = current()/../peer][b = 'true'][c = 'a']/cap < .)"; }
              leaf some { type uint8; must "not(/z[a = current()/../peer][b = /wb][c = /wc]/cap < .)"; }
              leaf many { type uint8; must "not(/z[a = /wa and b = /wb][c = /wc]/cap < .)"; } }
            list site { key k; leaf k { type string; } leaf peer { type string; }
              list slice { key k; leaf k { type string; } leaf next { type string; } leaf cap { type uint8; default 3; } }
              leaf limit { type uint8; must "not(../slice[k = current()/../peer]/cap > .)"; }
              leaf far { type uint8; must "not(../slice[k = current()/../slice[k = current()/../peer]/next]/cap > .)"; } }""");
    private static final Validator VALIDATOR = Validator.compile(MODEL);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void incrementalEqualsFullForRandomEdits(long seed) throws DataValidationFailedException {
        var edits = new RandomEdits(new Random(seed));
        DataTree tree = MODEL.newTree();
        ConstraintIndexes indexes = ConstraintIndexes.UNKNOWN;
        int broken = 0;
        for (int i = 0; i < EDITS; i++) {
            DataTreeModification modification = tree.takeSnapshot().newModification();
            edits.apply(MODEL.root(), modification);
            DataTreeCandidate candidate = prepare(tree, modification);
            NormalizedNode after = candidate.getRootNode().dataAfter();
            if (after == null) {
                continue;
            }
            Verdict incremental = VALIDATOR.validate(indexes, candidate);
            Verdict full = VALIDATOR.validateAll(after);

            assertThat(incremental.violations())
                    .as("seed %d, edit %d: %s", seed, i, modification)
                    .isEqualTo(full.violations());
            assertThat(incremental.indexes().holdsTheSame(full.indexes()))
                    .as("the indexes, seed %d, edit %d", seed, i)
                    .isTrue();
            if (full.violations().isEmpty()) {
                tree.commit(candidate);
                indexes = incremental.indexes();
            } else {
                broken++;
            }
        }
        assertThat(broken).as("edits that broke a rule").isBetween(EDITS / 20, EDITS * 19 / 20);
    }

    @ParameterizedTest(name = "among {0} times four")
    @ValueSource(ints = {1, 9})
    void changeOfAnEntryConcernsWhoeverAsksForIt(int wanted) throws DataValidationFailedException {
        DataTree tree = MODEL.newTree();
        DataTreeModification filling = tree.takeSnapshot().newModification();
        filling.merge(YangInstanceIdentifier.of(), root("""
                {'wa':[%s],'wb':[true,false],'wc':['a','b'],'z':[{'a':0,'b':true,'c':'b','cap':5}],'x':[{'k':'x','many':4}]}""".formatted(
                        IntStream.range(0, wanted).mapToObj(String::valueOf).collect(joining(",")))));
        DataTreeCandidate filled = prepare(tree, filling);
        ConstraintIndexes indexes =
                VALIDATOR.validate(ConstraintIndexes.UNKNOWN, filled).indexes();
        tree.commit(filled);

        DataTreeModification lowering = tree.takeSnapshot().newModification();
        lowering.merge(YangInstanceIdentifier.of(), root("{'z':[{'a':0,'b':true,'c':'b','cap':3}]}"));

        assertThat(VALIDATOR.validate(indexes, prepare(tree, lowering)).violations())
                .extracting(Violation::rule)
                .containsExactly("must");
    }

    private static NormalizedNode root(String json) {
        byte[] text = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return requireNonNull(
                JsonReader.read(MODEL, Instance.root(MODEL), text, false).node());
    }

    private static DataTreeCandidate prepare(DataTree tree, DataTreeModification modification)
            throws DataValidationFailedException {
        modification.ready();
        tree.validate(modification);
        return tree.prepare(modification);
    }
}
