package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.GnmiClient.getRequest;
import static dev.trimtab.app.gnmi.GnmiClient.json;
import static dev.trimtab.app.gnmi.GnmiClient.path;
import static dev.trimtab.app.gnmi.GnmiClient.prefix;
import static dev.trimtab.app.gnmi.GnmiClient.setRequest;
import static dev.trimtab.app.gnmi.GnmiClient.text;
import static dev.trimtab.app.gnmi.GnmiClient.value;
import static dev.trimtab.app.gnmi.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.PathElem;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the server does where the documents are silent or contradict one another; docs/conformance.md tells it. */
class DecisionsTest extends GnmiTest {

    @Test
    @DisplayName("PTH-12: an entry whose key is a star is found by a wildcard, with its real key")
    void starAsKeyIsFound() {
        client.update(target, "/shelf/book", "[{\"id\":\"*\"},{\"id\":\"b\"}]");

        assertThat(found("/shelf/book[id=*]/id"))
                .containsExactlyInAnyOrder("/shelf/book[id=*]/id", "/shelf/book[id=b]/id");
    }

    @Test
    @DisplayName("PTH-13: '...' twice is as once, and at the end any one node")
    void wildcardsCollapseAndEnd() {
        client.update(target, "/box/inner/deep", "\"x\"");

        assertThat(found("/.../.../deep")).containsExactly("/box/inner/deep");
        assertThat(found("/box/inner/...")).containsExactlyInAnyOrder("/box/inner/deep", "/box/inner/level");
        assertThat(found("/box/inner/*")).containsExactlyInAnyOrder("/box/inner/deep", "/box/inner/level");
    }

    private List<String> found(String pattern) {
        return client.get(getRequest(target, pattern).build()).getNotification(0).getUpdateList().stream()
                .map(update -> text(update.getPath()))
                .toList();
    }

    @Test
    @DisplayName("PTH-6: a key may be the empty string")
    void keyMayBeEmpty() {
        client.set(setRequest(target)
                .addUpdate(Update.newBuilder()
                        .setPath(Path.newBuilder()
                                .addElem(PathElem.newBuilder().setName("shelf"))
                                .addElem(PathElem.newBuilder().setName("book").putKey("id", ""))
                                .addElem(PathElem.newBuilder().setName("title")))
                        .setVal(TypedValue.newBuilder().setJsonIetfVal(ByteString.copyFromUtf8("\"T\""))))
                .build());

        assertThat(client.read(target, "/shelf/book")).contains("\"id\":\"\"");
    }

    @Test
    @DisplayName("GET-19: a leaf in JSON_IETF is JSON_IETF, and no scalar")
    void leafIsJsonToo() {
        client.update(target, "/box/name", "\"a\"");

        TypedValue only = client.get(getRequest(target, "/box/name").build())
                .getNotification(0)
                .getUpdate(0)
                .getVal();

        assertThat(only.getJsonIetfVal().toStringUtf8()).isEqualTo("\"a\"");
    }

    @Test
    @DisplayName("ENC-17: plain JSON has plain names and 64-bit integers as strings, and takes both forms of both")
    void plainJsonTakesBothForms() {
        plain("/box", "{\"big\":10,\"demo:hue\":\"red\"}");
        plain("/box", "{\"demo:big\":\"11\"}");

        var request = GetRequest.newBuilder().setPrefix(prefix(target)).addPath(path("/box"));
        assertThat(client.get(request.build())
                        .getNotification(0)
                        .getUpdate(0)
                        .getVal()
                        .getJsonVal()
                        .toStringUtf8())
                .contains("\"big\":\"11\"", "\"hue\":\"red\"", "\"size\":10");
    }

    private void plain(String at, String json) {
        client.set(setRequest(target)
                .addUpdate(value(at, TypedValue.newBuilder().setJsonVal(ByteString.copyFromUtf8(json))))
                .build());
    }

    @Test
    @DisplayName("SET-4: a replaced root keeps what is replaced after it, and nothing from before it")
    void replacedRootAndWhatLiesBelow() {
        client.set(setRequest(target)
                .addReplace(json("/box", "{\"name\":\"lost\"}"))
                .addReplace(json("/", "{\"demo:shelf\":{\"book\":[{\"id\":\"a\"}]}}"))
                .build());
        assertThat(client.config(target)).contains("\"a\"").doesNotContain("lost");

        client.set(setRequest(target)
                .addReplace(json("/", "{\"demo:shelf\":{\"book\":[{\"id\":\"b\"}]}}"))
                .addReplace(json("/box", "{\"name\":\"kept\"}"))
                .build());
        assertThat(client.config(target)).contains("\"b\"", "kept");

        client.replace(target, "/box", "{\"name\":\"other\"}");
        assertThat(client.config(target)).contains("\"b\"", "other");
    }

    @Test
    @DisplayName("REP-9: a list without keys takes an array, and no object")
    void listTakesAnArray() {
        client.update(target, "/shelf/book", "[{\"id\":\"a\"}]");
        client.replace(target, "/shelf/book", "[{\"id\":\"b\"}]");

        refused(Code.INVALID_ARGUMENT, () -> client.update(target, "/shelf/book", "{\"id\":\"c\"}"));
        assertThat(client.read(target, "/shelf/book")).contains("\"b\"").doesNotContain("\"a\"", "\"c\"");
    }

    @Test
    @DisplayName("REP-11: an update replaces a leaf-list as a whole")
    void leafListIsOneValue() {
        client.update(target, "/box/tag", "[\"a\",\"b\"]");
        client.update(target, "/box", "{\"tag\":[\"c\"]}");

        assertThat(client.read(target, "/box/tag")).isEqualTo("[\"c\"]");
    }

    @Test
    @DisplayName("REP-19: members of the root name their module, those below only where it changes")
    void membersOfTheRootNameTheirModule() {
        client.update(target, "/", "{\"demo:box\":{\"name\":\"a\",\"demo:size\":5}}");

        refused(Code.INVALID_ARGUMENT, () -> client.update(target, "/", "{\"box\":{\"name\":\"b\"}}"));
        refused(Code.INVALID_ARGUMENT, () -> client.update(target, "/", "{\"other:box\":{\"name\":\"b\"}}"));
        assertThat(client.read(target, "/box/name")).isEqualTo("\"a\"");
    }
}
