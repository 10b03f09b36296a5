package dev.trimtab.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.cli.client.Json;
import dev.trimtab.cli.text.ChangeText.Kind;
import dev.trimtab.cli.text.ChangeText.Line;
import org.junit.jupiter.api.Test;

class ChangeTextTest {

    @Test
    void commitIsToldWithTheRevisionAndTheAnswerOfEachTarget() {
        assertThat(ChangeText.committed(Json.parse("""
                        {"transaction": 7, "changed": true, "targets": [
                          {"target": "acme", "revision": 3, "status": "applied"},
                          {"target": "beta", "revision": 9, "status": "refused", "reason": "no such slice"}]}""")))
                .containsExactly(
                        "transaction 7 committed",
                        "  acme: revision 3, applied",
                        "  beta: revision 9, refused: no such slice");
    }

    @Test
    void changeOfNothingIsToldAsThat() {
        assertThat(ChangeText.committed(Json.parse("{\"changed\": false, \"targets\": []}")))
                .containsExactly("nothing to change");
    }

    @Test
    void differenceHasALineForWhatGoesAndOneForWhatComes() {
        assertThat(ChangeText.difference(Json.parse("""
                        [{"target": "acme", "revision": 4, "edits": [
                          {"path": "/a", "before": 1},
                          {"path": "/b", "before": "x", "after": "y"},
                          {"path": "/c", "after": [1, 2]}]}]""")))
                .containsExactly(
                        new Line(Kind.OTHER, "acme: revision 4"),
                        new Line(Kind.REMOVED, "- /a = 1"),
                        new Line(Kind.REMOVED, "- /b = x"),
                        new Line(Kind.ADDED, "+ /b = y"),
                        new Line(Kind.ADDED, "+ /c = 1, 2"));
    }

    @Test
    void objectThatComesHasALineForEachLeaf() {
        assertThat(ChangeText.difference(Json.parse("""
                        [{"target": "acme", "revision": 4, "edits": [{"path": "/c[id=a]", "after":
                          {"m:id": "a", "m:rate": {"up": 1}, "m:empty": {}, "m:part": [{"m:n": 1}]}}]}]""")))
                .extracting(Line::text)
                .containsExactly(
                        "acme: revision 4",
                        "+ /c[id=a]/id = a",
                        "+ /c[id=a]/rate/up = 1",
                        "+ /c[id=a]/empty = {}",
                        "+ /c[id=a]/part = [{\"m:n\":1}]");
    }
}
