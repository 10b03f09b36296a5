package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.GnmiClient.getRequest;
import static dev.trimtab.app.gnmi.GnmiClient.path;
import static dev.trimtab.app.gnmi.GnmiClient.prefix;
import static dev.trimtab.app.gnmi.GnmiClient.text;
import static dev.trimtab.app.gnmi.GnmiClient.value;
import static dev.trimtab.app.gnmi.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.trimtab.proto.gnmi.Encoding;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.GetRequest.DataType;
import dev.trimtab.proto.gnmi.GetResponse;
import dev.trimtab.proto.gnmi.ModelData;
import dev.trimtab.proto.gnmi.Notification;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.PathElem;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import dev.trimtab.proto.gnmi.ext.Depth;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.History;
import dev.trimtab.proto.gnmi.ext.RegisteredExtension;
import io.grpc.Status.Code;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GetTest extends GnmiTest {

    @Test
    @DisplayName("GET-1, GET-2, GET-3: one notification a path in the order of the request, duplicates too")
    void givesOneNotificationForEachPath() {
        client.update(target, "/box", "{\"name\":\"a\",\"big\":\"18446744073709551615\"}");

        GetResponse answer = client.get(
                getRequest(target, "/box/name", "/box/big", "/box/name").build());

        assertThat(answer.getNotificationList())
                .extracting(notification -> text(notification.getUpdate(0).getPath()))
                .containsExactly("/box/name", "/box/big", "/box/name");
        assertThat(answer.getNotificationList()).allMatch(notification -> notification.getTimestamp() > 0);
        assertThat(answer.getNotificationList())
                .extracting(notification ->
                        notification.getUpdate(0).getVal().getJsonIetfVal().toStringUtf8())
                .containsExactly("\"a\"", "\"18446744073709551615\"", "\"a\"");
    }

    @Test
    @DisplayName("GET-7, ENC-3, ENC-4: a container is an object, relative to its path; a leaf is bare")
    void containerIsRelativeToItsPath() {
        client.update(target, "/box", "{\"inner\":{\"deep\":\"x\"},\"tag\":[\"b\",\"a\"]}");

        assertThat(client.read(target, "/box/inner")).isEqualTo("{\"demo:deep\":\"x\",\"demo:level\":3}");
        assertThat(client.read(target, "/box/inner/deep")).isEqualTo("\"x\"");
        assertThat(client.read(target, "/box/tag")).isEqualTo("[\"b\",\"a\"]");
    }

    @Test
    @DisplayName("GET-8: a default in use is a value, of a leaf and in a container; not below what does not exist")
    void defaultInUseIsAValue() {
        client.update(target, "/box/name", "\"a\"");

        assertThat(client.read(target, "/box/size")).isEqualTo("10");
        assertThat(client.read(target, "/box")).contains("\"demo:size\":10");
        refused(Code.NOT_FOUND, () -> client.read(target, "/box/temporary/limit"));
        refused(Code.NOT_FOUND, () -> client.read(target, "/shelf/book[id=none]/pages"));
    }

    @Test
    @DisplayName("GET-9: a valid path that is absent fails the whole call")
    void absentPathFailsTheWholeCall() {
        client.update(target, "/box/name", "\"a\"");

        String sentence = refused(
                Code.NOT_FOUND,
                () -> client.get(getRequest(target, "/box/name", "/box/big").build()));

        assertThat(sentence).contains("/box/big");
    }

    @Test
    @DisplayName("GET-10, GET-11: unknown nodes are UNIMPLEMENTED, malformed paths INVALID_ARGUMENT; the worst is told")
    void theWorstFailureIsTold() {
        refused(Code.UNIMPLEMENTED, () -> client.read(target, "/box/nothing"));
        refused(
                Code.UNIMPLEMENTED,
                () -> client.get(getRequest(target, "/box/big", "/box/nothing").build()));
        refused(
                Code.INVALID_ARGUMENT,
                () -> client.get(getRequest(target, "/box/big", "/box/nothing", "/box[a=b]/name")
                        .build()));
    }

    @ParameterizedTest
    @CsvSource({"JSON,true", "JSON_IETF,true", "PROTO,true", "BYTES,false", "ASCII,false"})
    @DisplayName("CAP-3, GET-12: each listed encoding is answered, each other one named in the refusal")
    void answersListedEncodingsOnly(Encoding encoding, boolean listed) {
        client.update(target, "/box/name", "\"a\"");
        GetRequest request =
                getRequest(target, "/box/name").setEncoding(encoding).build();

        if (listed) {
            assertThat(client.get(request).getNotification(0).getUpdateCount()).isEqualTo(1);
        } else {
            assertThat(refused(Code.UNIMPLEMENTED, () -> client.get(request))).contains(encoding.name());
        }
    }

    @Test
    @DisplayName("ENC-1, ENC-2: without an encoding the answer is json_val; with JSON_IETF json_ietf_val")
    void answersInTheEncodingAskedFor() {
        client.update(target, "/box/hue", "\"demo:red\"");
        GetRequest.Builder request =
                GetRequest.newBuilder().setPrefix(prefix(target)).addPath(path("/box/hue"));

        assertThat(only(request).getJsonVal().toStringUtf8()).isEqualTo("\"red\"");
        assertThat(only(request.setEncoding(Encoding.JSON_IETF))
                        .getJsonIetfVal()
                        .toStringUtf8())
                .isEqualTo("\"demo:red\"");
    }

    private TypedValue only(GetRequest.Builder request) {
        return client.get(request.build()).getNotification(0).getUpdate(0).getVal();
    }

    @Test
    @DisplayName("ENC-7, ENC-8: PROTO has one update a leaf with its native scalar")
    void protoHasNativeScalars() {
        client.update(
                target,
                "/box",
                "{\"name\":\"a\",\"big\":\"5\",\"signed\":-1,\"ratio\":\"1.25\",\"on\":true,\"mark\":[null],"
                        + "\"blob\":\"AQI=\",\"mode\":\"slow\",\"tag\":[\"x\",\"y\"]}");

        GetResponse answer = client.get(getRequest(target, "/box")
                .setEncoding(Encoding.PROTO)
                .setType(DataType.CONFIG)
                .build());

        assertThat(answer.getNotification(0).getUpdateList())
                .contains(
                        value("/box/name", TypedValue.newBuilder().setStringVal("a")),
                        value("/box/big", TypedValue.newBuilder().setUintVal(5)),
                        value("/box/signed", TypedValue.newBuilder().setIntVal(-1)),
                        value("/box/ratio", TypedValue.newBuilder().setDoubleVal(1.25)),
                        value("/box/on", TypedValue.newBuilder().setBoolVal(true)),
                        value("/box/mark", TypedValue.newBuilder().setBoolVal(true)),
                        value("/box/blob", TypedValue.newBuilder().setBytesVal(ByteString.copyFrom(new byte[] {1, 2}))),
                        value("/box/mode", TypedValue.newBuilder().setStringVal("slow")));
        assertThat(answer.getNotification(0).getUpdateList())
                .filteredOn(update -> text(update.getPath()).equals("/box/tag"))
                .singleElement()
                .satisfies(update -> assertThat(update.getVal().getLeaflistVal().getElementList())
                        .extracting(TypedValue::getStringVal)
                        .containsExactly("x", "y"));
    }

    @Test
    @DisplayName("GET-13: use_models is refused, never passed over")
    void refusesUseModels() {
        refused(
                Code.UNIMPLEMENTED,
                () -> client.get(getRequest(target, "/box")
                        .addUseModels(ModelData.getDefaultInstance())
                        .build()));
    }

    @Test
    @DisplayName("GET-14, PTH-9, PTH-11: a wildcard gives one notification with one update a match")
    void wildcardGivesOneUpdateForEachMatch() {
        client.update(target, "/shelf", "{\"book\":[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\",\"title\":\"B\"}]}");

        for (String pattern : List.of("/shelf/book[id=*]/title", "/shelf/book/title", "/shelf/*/title")) {
            Notification only = client.get(getRequest(target, pattern).build()).getNotification(0);
            assertThat(only.getUpdateList())
                    .extracting(update -> text(update.getPath()))
                    .containsExactlyInAnyOrder("/shelf/book[id=a]/title", "/shelf/book[id=b]/title");
        }
        refused(
                Code.NOT_FOUND,
                () -> client.get(
                        getRequest(target, "/shelf/pair[a=*][b=*]/note").build()));
    }

    @Test
    @DisplayName("PTH-10: '...' matches any number of levels")
    void anyDepthMatchesAnyNumberOfLevels() {
        client.update(target, "/box/inner/deep", "\"x\"");

        Notification only = client.get(getRequest(target, "/.../deep").build()).getNotification(0);

        assertThat(only.getUpdateList())
                .extracting(update -> text(update.getPath()))
                .containsExactly("/box/inner/deep");
    }

    @Test
    @DisplayName("PTH-11: partial keys match every entry that agrees with them")
    void partialKeysMatchWhatAgrees() {
        client.update(
                target,
                "/shelf",
                "{\"pair\":[{\"a\":\"x\",\"b\":1,\"note\":\"n\"},{\"a\":\"y\",\"b\":1,\"note\":\"m\"}]}");

        Notification only =
                client.get(getRequest(target, "/shelf/pair[a=x]/note").build()).getNotification(0);

        assertThat(only.getUpdateList())
                .extracting(update -> text(update.getPath()))
                .containsExactly("/shelf/pair[a=x][b=1]/note");
    }

    @Test
    @DisplayName("GET-15: without paths the prefix is read")
    void readsThePrefixWithoutPaths() {
        client.update(target, "/box/inner/deep", "\"x\"");
        Path prefix = path("/box/inner").toBuilder().setTarget(target).build();

        GetResponse answer =
                client.get(GetRequest.newBuilder().setPrefix(prefix).build());

        assertThat(answer.getNotification(0).getPrefix()).isEqualTo(prefix);
        assertThat(answer.getNotification(0).getUpdate(0).getVal().getJsonVal().toStringUtf8())
                .contains("\"deep\":\"x\"");
    }

    @Test
    @DisplayName("GET-16: a list without keys is an array with the keys in each entry")
    void listWithoutKeysIsAnArray() {
        client.update(target, "/shelf", "{\"pair\":[{\"a\":\"x\",\"b\":2},{\"a\":\"y\",\"b\":1}]}");

        assertThat(client.read(target, "/shelf/pair"))
                .startsWith("[")
                .contains("\"a\":\"x\"", "\"b\":2", "\"a\":\"y\"");
    }

    @Test
    @DisplayName("GET-18: what root Get CONFIG gave, replaces the root without a change")
    void rootReplacesItself() {
        client.update(target, "/", "{\"demo:box\":{\"name\":\"a\"},\"demo:shelf\":{\"book\":[{\"id\":\"a\"}]}}");
        String before = client.config(target);
        long revision = revision();

        client.replace(target, "/", before);

        assertThat(client.config(target)).isEqualTo(before);
        assertThat(revision())
                .as("with the defaults made explicit, at most one change")
                .isBetween(revision, revision + 1);
        client.replace(target, "/", before);
        assertThat(revision()).isLessThanOrEqualTo(revision + 1);
    }

    private long revision() {
        return fixture.targets
                .require(new dev.trimtab.model.TargetId(target))
                .snapshot()
                .revision()
                .value();
    }

    @Test
    @DisplayName("PTH-1, PTH-7, PTH-15: a nameless element, the old text form and a target in a path are refused")
    void refusesMalformedPaths() {
        refused(Code.INVALID_ARGUMENT, () -> get(Path.newBuilder().addElem(PathElem.getDefaultInstance())));
        refused(Code.INVALID_ARGUMENT, () -> get(oldForm()));
        refused(Code.INVALID_ARGUMENT, () -> get(path("/box").toBuilder().setTarget(target)));
    }

    @SuppressWarnings("deprecation")
    private static Path.Builder oldForm() {
        return Path.newBuilder().addElement("box");
    }

    private GetResponse get(Path.Builder path) {
        return client.get(
                GetRequest.newBuilder().setPrefix(prefix(target)).addPath(path).build());
    }

    @Test
    @DisplayName("PTH-2, PTH-16: the same answer for every split between prefix and path; the target is reflected")
    void everySplitGivesTheSame() {
        client.update(target, "/box/inner/deep", "\"x\"");
        List<PathElem> elements = path("/box/inner/deep").getElemList();

        for (int split = 0; split <= elements.size(); split++) {
            Path prefix = Path.newBuilder()
                    .setTarget(target)
                    .addAllElem(elements.subList(0, split))
                    .build();
            Path rest = Path.newBuilder()
                    .addAllElem(elements.subList(split, elements.size()))
                    .build();
            Notification only = client.get(GetRequest.newBuilder()
                            .setPrefix(prefix)
                            .addPath(rest)
                            .build())
                    .getNotification(0);
            assertThat(only.getUpdate(0).getVal().getJsonVal().toStringUtf8()).isEqualTo("\"x\"");
            assertThat(only.getUpdate(0).getPath()).isEqualTo(rest);
            assertThat(only.getPrefix()).isEqualTo(prefix);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/box[k=v]", "/shelf/book[nokey=a]", "/other:box/name"})
    @DisplayName("PTH-5, PTH-8: keys that do not belong and wrong modules are refused")
    void refusesWrongKeysAndModules(String path) {
        refused(Code.INVALID_ARGUMENT, () -> client.read(target, path));
    }

    @Test
    @DisplayName("PTH-8, GET-2: a module before a name is taken and comes back as sent")
    void takesModulesInNames() {
        client.update(target, "/demo:box/name", "\"a\"");

        Update update = client.get(getRequest(target, "/demo:box/demo:name").build())
                .getNotification(0)
                .getUpdate(0);

        assertThat(text(update.getPath())).isEqualTo("/demo:box/demo:name");
    }

    @Test
    @DisplayName("PTH-6: keys of any characters go in and out")
    void keysOfAnyCharacters() {
        for (String key : List.of("a/b", "[x]", "a=b", "\\", "\"q'", " s p ", "line\nline", "\u00fc\u4f60", "")) {
            Path entry = Path.newBuilder()
                    .addElem(PathElem.newBuilder().setName("shelf"))
                    .addElem(PathElem.newBuilder().setName("book").putKey("id", key))
                    .addElem(PathElem.newBuilder().setName("title"))
                    .build();
            client.set(GnmiClient.setRequest(target)
                    .addUpdate(Update.newBuilder().setPath(entry).setVal(GnmiClient.jsonIetf("\"t\"")))
                    .build());
            assertThat(get(entry.toBuilder()).getNotification(0).getUpdate(0).getPath())
                    .isEqualTo(entry);
        }
    }

    @Test
    @DisplayName("PTH-18: no target, '*' and an unknown one")
    void refusesTargets() {
        refused(Code.INVALID_ARGUMENT, () -> client.get(getRequest("", "/box").build()));
        refused(Code.INVALID_ARGUMENT, () -> client.get(getRequest("*", "/box").build()));
        refused(
                Code.NOT_FOUND,
                () -> client.get(getRequest("unheard-of", "/box").build()));
        refused(Code.NOT_FOUND, () -> client.get(getRequest("No Such", "/box").build()));
    }

    @Test
    @DisplayName(
            "ORG-1, ORG-2, ORG-4, ORG-8: the native origin may be named once, in prefix or path; others are refused")
    void takesTheNativeOrigin() {
        client.update(target, "/box/name", "\"a\"");
        Path named = path("/box/name").toBuilder().setOrigin("openconfig").build();

        assertThat(get(named.toBuilder()).getNotification(0).getUpdate(0).getPath())
                .isEqualTo(named);
        refused(Code.INVALID_ARGUMENT, () -> get(named.toBuilder().setOrigin("cli")));
        refused(
                Code.INVALID_ARGUMENT,
                () -> client.get(GetRequest.newBuilder()
                        .setPrefix(prefix(target).toBuilder().setOrigin("openconfig"))
                        .addPath(named)
                        .build()));
    }

    @Test
    @DisplayName("GET-5, GET-6: CONFIG and STATE are disjoint; CONFIG of state is not found")
    void typesOfData() {
        client.update(target, "/box/name", "\"a\"");

        assertThat(client.config(target)).contains("\"name\":\"a\"").doesNotContain("\"state\"");
        refused(
                Code.NOT_FOUND,
                () -> client.get(
                        getRequest(target, "/box/name").setType(DataType.STATE).build()));
        refused(
                Code.NOT_FOUND,
                () -> client.get(getRequest(target, "/box/state")
                        .setType(DataType.CONFIG)
                        .build()));
        refused(
                Code.INVALID_ARGUMENT,
                () -> client.get(getRequest(target, "/box").setTypeValue(9).build()));
    }

    @Test
    @DisplayName("HIS-2, EXT-1: history is refused, an unknown registered extension passed over")
    void extensions() {
        client.update(target, "/box/name", "\"a\"");
        var unknown = Extension.newBuilder()
                .setRegisteredExt(RegisteredExtension.newBuilder().setIdValue(110));

        assertThat(client.get(getRequest(target, "/box/name")
                                .addExtension(unknown)
                                .build())
                        .getNotificationCount())
                .isEqualTo(1);
        refused(
                Code.UNIMPLEMENTED,
                () -> client.get(getRequest(target, "/box/name")
                        .addExtension(Extension.newBuilder().setHistory(History.getDefaultInstance()))
                        .build()));
    }

    @Test
    @DisplayName("DEP-1, DEP-3: depth cuts what lies deeper; 0 is no limit")
    void depth() {
        client.update(target, "/box", "{\"name\":\"a\",\"inner\":{\"deep\":\"x\"}}");

        assertThat(depth(0)).contains("\"deep\"");
        assertThat(depth(1)).contains("\"demo:name\"").doesNotContain("\"deep\"");
    }

    private String depth(int level) {
        return only(getRequest(target, "/box")
                        .addExtension(Extension.newBuilder()
                                .setDepth(Depth.newBuilder().setLevel(level))))
                .getJsonIetfVal()
                .toStringUtf8();
    }

    @Test
    @DisplayName("PTH-18, TLS-5: what the caller may not see does not exist")
    void hiddenDoesNotExist() {
        client.update(target, "/box", "{\"name\":\"a\",\"size\":5}");
        try (GnmiClient partial = fixture.client(GnmiFixture.PARTIAL);
                GnmiClient nobody = fixture.client(GnmiFixture.NOBODY)) {
            assertThat(partial.read(target, "/box")).contains("\"demo:size\":5").doesNotContain("name");
            refused(Code.NOT_FOUND, () -> partial.read(target, "/box/name"));
            refused(Code.NOT_FOUND, () -> nobody.read(target, "/box/size"));
        }
    }
}
