package dev.trimtab.core.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.core.transaction.TestModels;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

class DifferenceTest {
    private static final ServedModel SHOP = TestModels.all().require(new ModelId("shop", "1.0.0"));
    private static final TargetSnapshot EMPTY = snapshot();
    private static final TargetSnapshot PEN =
            snapshot(put("/item[name=pen]", "{\"shop:name\":\"pen\",\"shop:price\":3}"));
    private static final TargetSnapshot DEAR_PEN =
            snapshot(put("/item[name=pen]", "{\"shop:name\":\"pen\",\"shop:price\":9}"));

    @Test
    void nodeBelowAnotherTouchedOneIsSentWithIt() {
        assertThat(difference(EMPTY, PEN, "/item[name=pen]/price", "/item[name=pen]", "/item[name=pen]/name"))
                .containsExactly("+/item[name=pen] {\"shop:name\":\"pen\",\"shop:price\":3}");
    }

    @Test
    void nodeBesideAnotherIsSentOnItsOwn() {
        assertThat(difference(PEN, DEAR_PEN, "/item[name=pen]/price", "/item[name=pe]/price"))
                .containsExactly("+/item[name=pen]/price 9");
    }

    @Test
    void rootCoversEverything() {
        assertThat(difference(EMPTY, PEN, "/item[name=pen]/price", "/"))
                .containsExactly("+/ {\"shop:item\":[{\"name\":\"pen\",\"price\":3}]}");
    }

    @Test
    @DisplayName("MD-4: a backend gets no annotations, neither with their nodes nor alone")
    void annotationsAreNotSent() {
        var annotated = snapshot(
                put("/item[name=pen]", "{\"shop:name\":\"pen\",\"shop:price\":3}"),
                put(
                        "/@below[node=/item[name=pen\\]]",
                        "{\"node\":\"/item[name=pen]\",\"shop-notes:octets\":\"AQI=\"}"));

        assertThat(difference(PEN, annotated, "/@below[node=/item[name=pen\\]]"))
                .isEmpty();
        assertThat(difference(annotated, EMPTY, "/@below[node=/item[name=pen\\]]"))
                .isEmpty();
        assertThat(words(Difference.whole(1, annotated)))
                .singleElement()
                .asString()
                .doesNotContain("@", "octets");
    }

    @Test
    void nodeThatIsGoneIsDeletedOnceAndOneThatNeverWasIsNot() {
        assertThat(difference(PEN, EMPTY, "/item[name=pen]", "/item[name=pen]", "/item[name=ink]"))
                .containsExactly("-/item[name=pen]");
    }

    @Test
    void nodeThatCameBackToWhatItWasIsNotSent() {
        assertThat(difference(PEN, PEN, "/item[name=pen]/price")).isEmpty();
    }

    @Test
    void wholeOfAnEmptyConfigurationIsAnEmptyObject() {
        assertThat(words(Difference.whole(7, EMPTY))).containsExactly("+/ {}");
        assertThat(Difference.whole(7, EMPTY).term()).isEqualTo(7);
    }

    private static List<String> difference(TargetSnapshot from, TargetSnapshot to, String... touched) {
        return words(Difference.between(
                1, from, to, Stream.of(touched).map(Path::parse).toList()));
    }

    private static List<String> words(BackendChange change) {
        return Stream.concat(
                        change.deletes().stream().map(path -> "-" + path),
                        change.replacements().stream()
                                .map(one -> "+" + one.path() + " " + new String(one.json(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static Edit put(String path, String json) {
        return new Edit.Put(Path.parse(path), json, null);
    }

    private static TargetSnapshot snapshot(Edit... edits) {
        DataTree tree = SHOP.model().newTree();
        DataTreeModification modification = tree.takeSnapshot().newModification();
        TreeEdits.apply(modification, SHOP.model(), List.of(edits));
        modification.ready();
        try {
            tree.validate(modification);
            tree.commit(tree.prepare(modification));
        } catch (DataValidationFailedException e) {
            throw new IllegalStateException(e);
        }
        return new TargetSnapshot(new TargetId("shop"), SHOP, new Revision(1), 1, Instant.EPOCH, tree.takeSnapshot());
    }
}
