package dev.trimtab.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.schema.LeafNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

class ChangeTest {
    private static final QName LEAF = QName.create("urn:m", "leaf");

    @Test
    void leafThatIsWrittenWithItsValueIsRewritten() {
        assertThat(Change.of(leaf("a"), leaf("a"))).isEqualTo(Change.REWRITTEN);
        assertThat(Change.of(leaf(new byte[] {1}), leaf(new byte[] {1}))).isEqualTo(Change.REWRITTEN);
        assertThat(Change.of(leaf("a"), leaf("b"))).isEqualTo(Change.ALTERED);
        assertThat(Change.of(leaf(new byte[] {1}), leaf(new byte[] {2}))).isEqualTo(Change.ALTERED);
        assertThat(Change.of(null, leaf("a"))).isEqualTo(Change.CREATED);
        assertThat(Change.of(leaf("a"), null)).isEqualTo(Change.DELETED);
    }

    @Test
    void leafThatIsRewrittenTakesNoInstanceAwayAndBringsNone() {
        assertThat(Change.REMOVING).doesNotContain(Change.REWRITTEN);
        assertThat(Change.ADDING).doesNotContain(Change.REWRITTEN);
        assertThat(Change.ANY).contains(Change.REWRITTEN); // its place may be read
    }

    private static LeafNode<?> leaf(Object value) {
        return ImmutableNodes.leafNode(LEAF, value);
    }
}
