package dev.trimtab.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;

class PathResolverTest {
    private static final String ZOO = """
            {"zoo:cage": [
               {"name": "a", "number": 1, "zoo-more:keeper": "Ann"},
               {"name": "a", "number": 2, "visitor": [{"id": "7", "note": "x"}]},
               {"name": "*", "number": 1, "lamp": {}}],
             "zoo:house": {"quiet": [null]}}""";

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/zoo:types/zoo:int8, /types/int8",
        "/cage[number=01][name=a]/keeper, /cage[name=a][number=1]/keeper",
        "/cage[zoo:number=1][name=a], /cage[name=a][number=1]",
        "/cage, /cage",
        "/house/loud, /house/loud",
        "/types/zoo-more:kind, /types/zoo-more:kind",
        "/by-union[id=zoo:dog], /by-union[id=dog]"
    })
    void pathIsBroughtIntoItsCanonicalForm(String path, String canonical) {
        assertThat(Zoo.at(path).path()).hasToString(canonical);
    }

    @Test
    void keyMayHoldAnyCharacter() {
        String name = "/[]=\\\"' \n\uD83D\uDE00";
        var path = Path.of(new PathElement("cage", Map.of("name", name, "number", "1")), new PathElement("keeper"));

        Instance at = PathResolver.resolve(Zoo.MODEL, path);

        assertThat(at.path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/types[x=1]",
                "/cage[name=a]",
                "/cage[name=a][number=1][x=1]",
                "/cage[name=a][number=256]",
                "/cage[name=a][zoo-more:number=1]",
                "/cage/keeper",
                "/cage[name=a][number=*]",
                "/zoo-more:types",
                "/*"
            })
    void pathThatDoesNotFitTheModelIsMalformed(String path) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> Zoo.at(path))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.Malformed.class))
                .satisfies(e -> assertThat(e.getMessage()).contains(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gone", "/types/gone", "/types/int8/gone", "/house/inhabitant/loud"})
    void nodeThatTheModelDoesNotHaveIsUnknown(String path) {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> Zoo.at(path))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.UnknownNode.class));
    }

    private static List<String> matches(String pattern, boolean defaults, boolean wholeLists) {
        DataTree tree = Zoo.MODEL.newTree();
        Zoo.put(tree, "/", ZOO);
        Existence existence = defaults ? Existence.UNCONDITIONAL : Existence.STORED;
        return PathResolver.expand(Zoo.MODEL, Path.parse(pattern), Zoo.root(tree), existence, wholeLists).stream()
                .map(match -> match.instance().path().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/cage[name=a][number=1]/keeper, /cage[name=a][number=1]/keeper",
        "/cage[name=a][number=3], ''",
        "/cage[name=a], /cage[name=a][number=1] /cage[name=a][number=2]",
        "/cage[number=1]/name, /cage[name=a][number=1]/name /cage[name=*][number=1]/name",
        "/cage/number, /cage[name=a][number=1]/number /cage[name=a][number=2]/number /cage[name=*][number=1]/number",
        "/*[name=*]/lamp, /cage[name=*][number=1]/lamp",
        "/house/*, /house/quiet",
        "/.../note, /cage[name=a][number=2]/visitor[id=7]/note",
        "/.../.../note, /cage[name=a][number=2]/visitor[id=7]/note",
        "/house/..., /house/quiet",
        "/.../quiet, /house/quiet",
        "/defaults/*, ''"
    })
    void patternMatchesWhatIsThereWithItsRealKeys(String pattern, String found) {
        assertThat(matches(pattern, false, false))
                .containsExactlyInAnyOrder(found.isEmpty() ? new String[0] : found.split(" ", -1));
    }

    @Test
    void patternMatchesDefaultsInUse() {
        assertThat(matches("/defaults/deep/inner", true, false)).containsExactly("/defaults/deep/inner");
        assertThat(matches("/defaults/shown/inner", true, false)).isEmpty();
        assertThat(matches("/defaults/wheels", true, false)).isEmpty();
        assertThat(matches("/defaults/shoes", true, false)).containsExactly("/defaults/shoes");
    }

    @Test
    void listWithoutKeysIsOneMatchOrOneForEachEntry() {
        assertThat(matches("/cage", false, true)).containsExactly("/cage");
        assertThat(matches("/cage", false, false)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/*, true",
        "/cage/keeper, true",
        "/cage[name=*]/*/note, true",
        "/.../temperature, true",
        "/.../gone, false",
        "/types/*/x, false",
        "/*/*/*/*/*, false"
    })
    void patternIsComparedWithTheSchemaAlone(String pattern, boolean exists) {
        assertThat(PathResolver.exists(Zoo.MODEL, Path.parse(pattern))).isEqualTo(exists);
    }

    @Test
    void patternThatNoNodeCanMatchIsUnknown() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> matches("/.../gone", false, false))
                .satisfies(e -> assertThat(e.failure()).isInstanceOf(Failure.UnknownNode.class));
    }
}
