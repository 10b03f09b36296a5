package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;

class TreeEditsTest {
    private final DataTree tree = Zoo.MODEL.newTree();

    private static List<String> shown(List<Edit> edits) {
        return edits.stream()
                .map(edit -> switch (edit) {
                    case Edit.Put put -> "put " + put.path() + " " + put.json() + " was " + put.before();
                    case Edit.Delete delete -> "delete " + delete.path() + " was " + delete.before();
                })
                .toList();
    }

    @Test
    void leafInAMissingEntryCreatesTheEntryAsOneEdit() {
        assertThat(shown(Zoo.put(tree, "/cage[name=a][number=1]/visitor[id=2]/note", "\"n\"")))
                .containsExactly("put /cage[name=a][number=1] {\"zoo:number\":1,\"zoo:name\":\"a\",\"zoo:visitor\":"
                        + "[{\"id\":\"2\",\"note\":\"n\"}]} was null");
    }

    @Test
    void changedLeafIsOneEdit() {
        Zoo.put(tree, "/cage[name=a][number=1]/keeper", "\"Ann\"");

        assertThat(shown(Zoo.put(tree, "/cage[name=a][number=1]/keeper", "\"Bob\"")))
                .containsExactly("put /cage[name=a][number=1]/keeper \"Bob\" was \"Ann\"");
    }

    @Test
    void equalContentIsNoEdit() {
        String cage = "{\"zoo:food\":[\"x\",\"y\"],\"visitor\":[{\"id\":\"1\"}],\"lamp\":{}}";
        Zoo.put(tree, "/cage[name=a][number=1]", cage);
        Zoo.put(tree, "/types/blob", "\"AQID\"");

        assertThat(Zoo.put(tree, "/cage[name=a][number=1]", cage)).isEmpty();
        assertThat(Zoo.merge(tree, "/cage[name=a][number=1]", cage)).isEmpty();
        assertThat(Zoo.put(tree, "/types/blob", "\"AQID\"")).isEmpty();
        assertThat(Zoo.put(tree, "/", Zoo.json(tree))).isEmpty();
    }

    @Test
    void deletedEntryIsOneEditAndWhatIsNotThereNone() {
        Zoo.put(tree, "/cage", "[{\"name\":\"a\",\"number\":1},{\"name\":\"b\",\"number\":1}]");

        assertThat(shown(Zoo.delete(tree, "/cage[name=b][number=1]")))
                .containsExactly("delete /cage[name=b][number=1] was {\"zoo:number\":1,\"zoo:name\":\"b\"}");
        assertThat(Zoo.delete(tree, "/cage[name=b][number=1]/lamp/watts")).isEmpty();
        assertThat(shown(Zoo.delete(tree, "/cage"))).hasSize(1);
    }

    @Test
    void nodeOfAnotherCaseReplacesThoseOfTheFirst() {
        Zoo.put(tree, "/house", "{\"single\":\"x\",\"bed\":{\"width\":1},\"colour\":\"red\"}");

        assertThat(shown(Zoo.put(tree, "/house/loud", "[null]")))
                .containsExactlyInAnyOrder(
                        "delete /house/single was \"x\"",
                        "delete /house/bed was {\"zoo:width\":1}",
                        "put /house/loud [null] was null");
        assertThat(shown(Zoo.merge(tree, "/house", "{\"quiet\":[null]}")))
                .containsExactly("delete /house/loud was [null]", "put /house/quiet [null] was null");
        assertThat(shown(Zoo.merge(tree, "/", "{\"zoo:house\":{\"single\":\"y\"}}")))
                .containsExactly("delete /house/quiet was [null]", "put /house/single \"y\" was null");
        assertThat(Zoo.json(tree)).isEqualTo("{\"zoo:house\":{\"single\":\"y\",\"colour\":\"red\"}}");
    }

    @Test
    void mergeKeepsWhatItDoesNotNameAndReplacesLeafLists() {
        Zoo.put(
                tree,
                "/cage[name=a][number=1]",
                "{\"zoo:food\":[\"x\"],\"keeper\":\"Ann\",\"lamp\":{\"watts\":5}}"
                        .replace("keeper", "zoo-more:keeper"));

        Zoo.merge(tree, "/cage", "[{\"name\":\"a\",\"number\":1,\"food\":[\"y\"]},{\"name\":\"b\",\"number\":1}]");

        assertThat(Zoo.json(tree))
                .contains("\"food\":[\"y\"]", "\"watts\":5", "Ann", "\"name\":\"b\"")
                .doesNotContain("\"x\"");
    }

    @Test
    void mergeAppendsToLeafListsWhereThatIsWanted() {
        Zoo.put(tree, "/cage[name=a][number=1]/route", "[\"x\"]");

        Instance at = Zoo.at("/cage[name=a][number=1]/route");
        Zoo.change(
                tree,
                m -> TreeEdits.merge(
                        m,
                        Zoo.MODEL,
                        at,
                        Zoo.node("/cage[name=a][number=1]/route", "[\"y\",\"x\"]"),
                        TreeEdits.LeafLists.APPEND));

        assertThat(Zoo.json(tree)).contains("\"route\":[\"x\",\"y\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "route   | [\"a\",\"b\"] | [\"b\",\"a\"] | put",
                "visitor | [{\"id\":\"1\"},{\"id\":\"2\"}] | [{\"id\":\"2\"},{\"id\":\"1\"}] | put",
                "food    | [\"a\",\"b\"] | [\"b\",\"a\"] | "
            })
    void orderIsAnEditWhereTheUserGivesIt(String name, String before, String after, String edit) {
        String path = "/cage[name=a][number=1]/" + name;
        Zoo.put(tree, path, before);

        List<Edit> edits = Zoo.put(tree, path, after);

        assertThat(edits).hasSize(edit == null ? 0 : 1);
        assertThat(edits).allSatisfy(one -> assertThat(one.path()).hasToString(path));
    }

    @Test
    void leafInAListThatTheUserOrdersIsItsOwnEdit() {
        Zoo.put(tree, "/cage[name=a][number=1]/visitor", "[{\"id\":\"2\"},{\"id\":\"1\"}]");

        assertThat(shown(Zoo.put(tree, "/cage[name=a][number=1]/visitor[id=1]/note", "\"n\"")))
                .containsExactly("put /cage[name=a][number=1]/visitor[id=1]/note \"n\" was null");
        assertThat(Zoo.json(tree)).contains("[{\"id\":\"2\"},{\"id\":\"1\",\"note\":\"n\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "9 1 5, 9 1 5 7 3, [id=7] [id=3]",
        "9 1 5, 9, [id=1] [id=5]",
        "9 1 5, 9 7 3, [id=1] [id=5] [id=7] [id=3]",
        "9 1 5, 9 5, ''",
        "9 1 5, 9 3 1, ''"
    })
    void entriesThatComeAndGoAtTheEndWhereTheUserOrdersAreEditsOfTheirOwn(String before, String after, String edits) {
        String visitors = "/cage[name=a][number=1]/visitor";
        Zoo.put(tree, visitors, entries(before));

        List<Edit> found = Zoo.put(tree, visitors, entries(after));

        assertThat(found)
                .extracting(edit -> edit.path().toString())
                .containsExactly(
                        Stream.of(edits.split(" ")).map(visitors::concat).toArray(String[]::new));
        assertThat(Zoo.json(tree)).contains("\"visitor\":" + entries(after));
    }

    private static String entries(String ids) {
        return Stream.of(ids.split(" "))
                .map(id -> "{\"id\":\"" + id + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void newEntriesOfAListThatTheUserOrdersComeLast() {
        Zoo.put(tree, "/cage[name=a][number=1]/visitor", "[{\"id\":\"2\"}]");

        Zoo.merge(tree, "/cage[name=a][number=1]/visitor", "[{\"id\":\"1\"},{\"id\":\"2\",\"note\":\"n\"}]");

        assertThat(Zoo.json(tree)).contains("[{\"id\":\"2\",\"note\":\"n\"},{\"id\":\"1\"}]");
    }

    @Test
    void containerWithPresenceIsCreatedAboveALeaf() {
        Zoo.put(tree, "/cage[name=a][number=1]/lamp/watts", "5");
        Zoo.delete(tree, "/cage[name=a][number=1]/lamp/watts");

        assertThat(Zoo.json(tree)).contains("\"lamp\":{}");
    }

    @Test
    void containerWithoutPresenceVanishesWithItsLastNode() {
        Zoo.put(tree, "/house/bed/width", "5");

        assertThat(shown(Zoo.delete(tree, "/house/bed/width")))
                .containsExactly("delete /house was {\"zoo:bed\":{\"width\":5}}");
        assertThat(Zoo.json(tree)).isEqualTo("{}");
    }
}
