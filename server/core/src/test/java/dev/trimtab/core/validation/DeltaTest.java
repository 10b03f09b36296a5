package dev.trimtab.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.model.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateTip;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** What counts as changed. */
class DeltaTest {
    private static final LoadedModel MODEL = Models.inline("""
            list t { key k; leaf k { type string; } leaf v { type int32; } leaf b { type binary; } }""");

    private final DataTree tree = MODEL.newTree();

    @Test
    void keysThatAreWrittenAgainOnTheWayToALeafAreNotTouched() throws DataValidationFailedException {
        commit("/t[k=a]/v", 1);

        assertThat(touched(change("/t[k=a]/v", 2))).containsExactly("v");
    }

    @Test
    void leafWithTheValueItHadIsNotTouched() throws DataValidationFailedException {
        commit("/t[k=a]/v", 1);
        commit("/t[k=a]/b", new byte[] {1, 2});

        assertThat(touched(change("/t[k=a]/v", 1))).isEmpty();
        assertThat(touched(change("/t[k=a]/b", new byte[] {1, 2}))).isEmpty();
        assertThat(touched(change("/t[k=a]/b", new byte[] {1, 3}))).containsExactly("b");
    }

    /** The leaves below the one entry. */
    private static List<String> touched(DataTreeCandidateTip candidate) {
        var root = candidate.getRootNode();
        Delta delta = Delta.ofRoot(MODEL.root().id(), root);
        return delta.children().stream()
                .flatMap(list -> list.children().stream())
                .flatMap(entry -> entry.children().stream())
                .map(leaf -> leaf.name().getNodeType().getLocalName())
                .toList();
    }

    private void commit(String path, Object value) throws DataValidationFailedException {
        tree.commit(change(path, value));
    }

    private DataTreeCandidateTip change(String path, Object value) throws DataValidationFailedException {
        Instance at = PathResolver.resolve(MODEL, Path.parse(path));
        var modification = tree.takeSnapshot().newModification();
        TreeEdits.merge(
                modification, MODEL, at, ImmutableNodes.leafNode(at.schema().qname(), value));
        modification.ready();
        tree.validate(modification);
        return tree.prepare(modification);
    }
}
