package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.GnmiClient.json;
import static dev.trimtab.app.gnmi.GnmiClient.path;
import static dev.trimtab.app.gnmi.GnmiClient.prefix;
import static dev.trimtab.app.gnmi.GnmiClient.setRequest;
import static dev.trimtab.app.gnmi.GnmiClient.value;
import static dev.trimtab.app.gnmi.Refusals.refused;
import static dev.trimtab.app.gnmi.Stream.list;
import static dev.trimtab.app.gnmi.Stream.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.ScalarArray;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.SetResponse;
import dev.trimtab.proto.gnmi.SubscriptionList.Mode;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import dev.trimtab.proto.gnmi.UpdateResult;
import dev.trimtab.proto.gnmi.Value;
import dev.trimtab.proto.gnmi.ext.Commit;
import dev.trimtab.proto.gnmi.ext.Depth;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.MasterArbitration;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetTest extends GnmiTest {

    @Test
    @DisplayName("SET-2: deletes come first, then replaces, then updates")
    void appliesInTheOrderOfTheProtocol() {
        client.update(target, "/box", "{\"name\":\"old\",\"big\":\"1\"}");

        client.set(setRequest(target)
                .addUpdate(json("/box/name", "\"new\""))
                .addDelete(path("/box"))
                .build());

        assertThat(client.read(target, "/box")).contains("name\":\"new\"").doesNotContain("big");
        client.set(setRequest(target)
                .addUpdate(json("/box/big", "\"2\""))
                .addReplace(json("/box", "{\"on\":true}"))
                .build());
        assertThat(client.read(target, "/box"))
                .contains("big\":\"2\"", "on\":true")
                .doesNotContain("name");
    }

    @Test
    @DisplayName("SET-3: of several values for a path the last wins")
    void lastValueWins() {
        client.set(setRequest(target)
                .addUpdate(json("/box/name", "\"a\""))
                .addUpdate(json("/box/name", "\"b\""))
                .build());

        assertThat(client.read(target, "/box/name")).isEqualTo("\"b\"");
    }

    @Test
    @DisplayName("SET-5: an empty request is OK")
    void emptyRequestIsFine() {
        assertThat(client.set(SetRequest.getDefaultInstance()).getResponseList())
                .isEmpty();
        assertThat(client.set(setRequest(target).build()).getResponseList()).isEmpty();
    }

    @Test
    @DisplayName("SET-6, UNR-5: union_replace is refused, and with other operations invalid")
    void refusesUnionReplace() {
        refused(
                Code.UNIMPLEMENTED,
                client,
                target,
                () -> client.set(setRequest(target)
                        .addUnionReplace(json("/box/name", "\"a\""))
                        .build()));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.set(setRequest(target)
                        .addUnionReplace(json("/box/name", "\"a\""))
                        .addDelete(path("/box"))
                        .build()));
    }

    @Test
    @DisplayName("SET-7, SET-8: whichever operation fails, nothing is applied")
    void failsAsAWhole() {
        for (int bad = 0; bad < 4; bad++) {
            SetRequest.Builder request = setRequest(target);
            for (int i = 0; i < 4; i++) {
                request.addUpdate(json("/box/size", i == bad ? "101" : "50"));
            }
            refused(Code.INVALID_ARGUMENT, client, target, () -> client.set(request.build()));
        }
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.update(target, "/box", "{\"name\":\"a\",\"low\":2,\"high\":1}"));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.update(target, "/shelf/book[id=a]/sequel", "\"missing\""));
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, "/strict", "{}"));
    }

    @Test
    @DisplayName("SET-9: only the final state is judged")
    void judgesTheFinalState() {
        client.update(target, "/shelf", "{\"book\":[{\"id\":\"a\"},{\"id\":\"b\",\"sequel\":\"a\"}]}");

        client.delete(target, "/shelf/book[id=a]", "/shelf/book[id=b]");

        refused(Code.NOT_FOUND, () -> client.read(target, "/shelf/book[id=a]"));
    }

    @Test
    @DisplayName("SET-10, SET-11, SET-12: a result for each operation, with prefix and paths as in the request")
    void answersEachOperation() {
        Path prefix = path("/box").toBuilder().setTarget(target).build();

        SetResponse answer = client.set(SetRequest.newBuilder()
                .setPrefix(prefix)
                .addUpdate(json("/name", "\"a\""))
                .addReplace(json("/size", "5"))
                .addDelete(path("/big"))
                .build());

        assertThat(answer.getPrefix()).isEqualTo(prefix);
        assertThat(answer.getTimestamp()).isPositive();
        assertThat(answer.getResponseList())
                .containsExactly(
                        result("/big", UpdateResult.Operation.DELETE),
                        result("/size", UpdateResult.Operation.REPLACE),
                        result("/name", UpdateResult.Operation.UPDATE));
    }

    private static UpdateResult result(String path, UpdateResult.Operation operation) {
        return UpdateResult.newBuilder().setPath(path(path)).setOp(operation).build();
    }

    @Test
    @DisplayName("SET-13, SET-14: what lies above is made; a path that the model does not have is not found")
    void makesWhatLiesAbove() {
        client.update(target, "/shelf/pair[a=x][b=1]/note", "\"n\"");

        assertThat(client.read(target, "/shelf/pair[a=x][b=1]"))
                .isEqualTo("{\"demo:a\":\"x\",\"demo:b\":1,\"demo:note\":\"n\"}");
        assertThat(refused(Code.NOT_FOUND, client, target, () -> client.update(target, "/box/nothing", "1")))
                .contains("nothing");
        refused(Code.NOT_FOUND, client, target, () -> client.replace(target, "/nothing", "{}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/box/size|0|size",
                "/box/size|101|size",
                "/box/size|\"x\"|size",
                "/box/name|\"\"|name",
                "/box/name|\"123456789012345678901\"|name",
                "/box/mode|\"middling\"|mode",
                "/box/hue|\"demo:blue\"|hue",
                "/box/ratio|\"0.123\"|ratio",
                "/box/on|\"yes\"|on",
                "/box|{\"size\":0}|size"
            })
    @DisplayName("SET-16, ENC-6: a value that does not fit is refused with the leaf")
    void refusesWrongValues(String path, String json, String leaf) {
        assertThat(refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, path, json)))
                .contains(leaf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"/box/size|1", "/box/size|100", "/box/name|\"12345678901234567890\"", "/box/ratio|\"0.12\""})
    @DisplayName("SET-16: its neighbour that fits is taken")
    void takesValuesAtTheBound(String path, String json) {
        client.update(target, path, json);

        assertThat(client.read(target, path)).isEqualTo(json);
    }

    @Test
    @DisplayName("ERR-1, ERR-3: every violation is among the details, with path, message and app-tag")
    void detailsNameEveryViolation() throws Exception {
        var thrown = catchThrowableOfType(
                StatusRuntimeException.class, () -> client.update(target, "/box", "{\"low\":2,\"high\":1}"));

        var status = Objects.requireNonNull(StatusProto.fromThrowable(thrown));
        BadRequest details = status.getDetails(0).unpack(BadRequest.class);
        assertThat(details.getFieldViolations(0).getField()).isEqualTo("/box/low");
        assertThat(details.getFieldViolations(0).getDescription()).isEqualTo("low is above high");
        assertThat(details.getFieldViolations(0).getReason()).isEqualTo("low-high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e4", "%"})
    @DisplayName("ERR-1: what breaks rules a thousand times is still INVALID_ARGUMENT, in trailers that a client reads")
    void refusalFitsIntoTrailers(String character) throws Exception {
        String acme = client.target("aether", "2.1.0");
        String entries = IntStream.range(0, 500)
                .mapToObj("{\"traffic-class-id\":\"class-%d\",\"qci\":0,\"arp\":16}"::formatted)
                .collect(Collectors.joining(","));
        String endless = "/traffic-class[traffic-class-id=" + character.repeat(20_000) + "]/no-such";

        var many = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> client.update(acme, "/", "{\"onf-traffic-class:traffic-class\":[" + entries + "]}"));
        var large = catchThrowableOfType(StatusRuntimeException.class, () -> client.update(acme, endless, "1"));

        assertThat(many.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(many.getStatus().getDescription())
                .contains("/arp: 16", "/qci: 0")
                .endsWith(" more");
        BadRequest details = Objects.requireNonNull(StatusProto.fromThrowable(many))
                .getDetails(0)
                .unpack(BadRequest.class);
        assertThat(details.getFieldViolationsCount()).isBetween(10, 999);
        assertThat(large.getStatus().getCode()).isIn(Code.NOT_FOUND, Code.INVALID_ARGUMENT);
    }

    @Test
    @DisplayName("SET-18, DEL-9: state is read-only")
    void stateIsReadOnly() {
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, "/box/state/count", "\"1\""));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.update(target, "/box", "{\"state\":{\"count\":\"1\"}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shelf/book[id=*]/title", "/*/name", "/.../name", "/shelf/book/title"})
    @DisplayName("SET-22: wildcards are for deletes only")
    void refusesWildcardsInUpdates(String path) {
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, path, "\"x\""));
    }

    @Test
    @DisplayName("SET-23: too many operations are refused with both numbers")
    void refusesTooManyOperations() {
        SetRequest.Builder request = setRequest(target);
        for (int i = 0; i <= 1000; i++) {
            request.addUpdate(json("/box/size", "5"));
        }

        assertThat(refused(Code.INVALID_ARGUMENT, client, target, () -> client.set(request.build())))
                .contains("1001", "1000");
    }

    @Test
    @DisplayName("ENC-5: what is no JSON is refused")
    void refusesWhatIsNoJson() {
        for (String bad : new String[] {"{", "\"a\" x", "{\"name\":\"a\",\"name\":\"b\"}", "NaN", "\uFEFF\"a\"", ""}) {
            refused(
                    Code.INVALID_ARGUMENT,
                    client,
                    target,
                    () -> client.update(target, bad.startsWith("{") ? "/box" : "/box/name", bad));
        }
        var notUtf8 = TypedValue.newBuilder().setJsonIetfVal(ByteString.copyFrom(new byte[] {'"', (byte) 0xc3, '"'}));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.set(setRequest(target)
                        .addUpdate(value("/box/name", notUtf8))
                        .build()));
    }

    @Test
    @DisplayName("ENC-9, ENC-10: scalars fit leaves, integers of either sign in range; a container takes none")
    void takesScalars() {
        set(value("/box/size", TypedValue.newBuilder().setIntVal(7)));
        set(value("/box/signed", TypedValue.newBuilder().setUintVal(8)));
        set(value("/box/ratio", TypedValue.newBuilder().setDoubleVal(0.5)));
        set(value(
                "/box/tag",
                TypedValue.newBuilder()
                        .setLeaflistVal(ScalarArray.newBuilder()
                                .addElement(TypedValue.newBuilder().setStringVal("x")))));

        assertThat(client.read(target, "/box")).contains("size\":7", "signed\":8", "ratio\":\"0.5\"", "[\"x\"]");
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> set(value("/box/size", TypedValue.newBuilder().setIntVal(-1))));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> set(value("/box", TypedValue.newBuilder().setStringVal("x"))));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> set(value("/box/ratio", TypedValue.newBuilder().setDoubleVal(0.125))));
    }

    private void set(Update update) {
        client.set(setRequest(target).addUpdate(update).build());
    }

    @Test
    @DisplayName("ENC-12, ENC-13, ENC-14, ENC-16: nested leaf-lists, missing, deprecated and null values are refused")
    void refusesValuesThatAreNone() {
        var nested =
                TypedValue.newBuilder().setLeaflistVal(ScalarArray.newBuilder().addElement(GnmiClient.jsonIetf("1")));
        refused(Code.INVALID_ARGUMENT, client, target, () -> set(value("/box/tag", nested)));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> set(Update.newBuilder().setPath(path("/box/name")).build()));
        refused(Code.UNIMPLEMENTED, client, target, () -> set(deprecated()));
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, "/box/name", "null"));
    }

    @SuppressWarnings("deprecation")
    private static Update deprecated() {
        return Update.newBuilder()
                .setPath(path("/box/name"))
                .setValue(Value.newBuilder().setValue(ByteString.copyFromUtf8("\"a\"")))
                .build();
    }

    @Test
    @DisplayName("REP-1, REP-3, REP-10: replace removes what is not stated, update does not")
    void replaceRemovesWhatIsNotStated() {
        client.update(
                target, "/", "{\"demo:box\":{\"name\":\"a\",\"size\":5},\"demo:shelf\":{\"book\":[{\"id\":\"a\"}]}}");

        client.replace(target, "/box", "{\"big\":\"1\"}");
        assertThat(client.read(target, "/box")).contains("\"demo:size\":10").doesNotContain("name");
        client.replace(target, "/shelf/book", "[{\"id\":\"b\"}]");
        client.update(target, "/shelf/book", "[{\"id\":\"c\"}]");
        assertThat(client.read(target, "/shelf/book"))
                .contains("\"b\"", "\"c\"")
                .doesNotContain("\"a\"");
    }

    @Test
    @DisplayName("REP-2, DEL-7: replace and delete of the root clear what is not stated")
    void rootCanBeCleared() {
        client.update(target, "/box/name", "\"a\"");

        client.replace(target, "/", "{\"demo:shelf\":{\"book\":[{\"id\":\"a\"}]}}");
        refused(Code.NOT_FOUND, () -> client.read(target, "/box/name"));
        client.delete(target, "/");
        refused(Code.NOT_FOUND, () -> client.read(target, "/shelf/book[id=a]"));
    }

    @Test
    @DisplayName(
            "REP-4, REP-5, REP-7, REP-17, DEL-5: keys come from the path, agree with the value, and are not deleted")
    void keysAgree() {
        client.replace(target, "/shelf/book[id=a]", "{\"title\":\"A\"}");

        client.update(target, "/shelf/book[id=a]/id", "\"a\"");
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.update(target, "/shelf/book[id=a]/id", "\"b\""));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.update(target, "/shelf/book[id=a]", "{\"id\":\"b\"}"));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.update(target, "/shelf/book", "[{\"title\":\"x\"}]"));
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.delete(target, "/shelf/book[id=a]/id"));
    }

    @Test
    @DisplayName("REP-14: a node of another case takes the place of the old one; two cases at once are refused")
    void oneCaseAtATime() {
        client.update(target, "/box/radius", "1");
        client.update(target, "/box/side", "2");

        assertThat(client.read(target, "/box")).contains("side").doesNotContain("radius");
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.update(target, "/box", "{\"radius\":1,\"side\":2}"));
    }

    @Test
    @DisplayName("REP-13: entries keep the user's order; update adds at the end")
    void keepsTheUsersOrder() {
        client.replace(target, "/shelf/step", "[{\"n\":3},{\"n\":1}]");
        client.update(target, "/shelf/step", "[{\"n\":2},{\"n\":3}]");

        assertThat(client.read(target, "/shelf/step")).isEqualTo("[{\"n\":3},{\"n\":1},{\"n\":2}]");
    }

    @Test
    @DisplayName("YV-27: Get and Subscribe show entries in the user's order, whatever operations put them there")
    void showsTheUsersOrder() {
        client.set(setRequest(target)
                .addReplace(json("/shelf", "{\"step\":[{\"n\":9},{\"n\":3},{\"n\":1}]}"))
                .addUpdate(json("/shelf/step[n=5]", "{}"))
                .addUpdate(json("/box/tag", "[\"z\",\"a\",\"m\"]"))
                .build());
        client.set(setRequest(target)
                .addDelete(path("/shelf/step[n=9]"))
                .addReplace(json("/shelf/step[n=3]", "{}"))
                .addUpdate(json("/shelf/step", "[{\"n\":7},{\"n\":1}]"))
                .build());

        assertThat(client.config(target)).contains("[{\"n\":3},{\"n\":1},{\"n\":5},{\"n\":7}]", "[\"z\",\"a\",\"m\"]");
        Stream stream = Stream.open(client, request(list(target, Mode.ONCE, "/shelf/step")));
        assertThat(stream.untilSync())
                .containsExactly(
                        "/shelf/step[n=3]/n=3", "/shelf/step[n=1]/n=1", "/shelf/step[n=5]/n=5", "/shelf/step[n=7]/n=7");
    }

    @Test
    @DisplayName(
            "DEL-1, DEL-2, DEL-3, DEL-8: delete is recursive, takes wildcards, and is silent about what is not there")
    void deletes() {
        client.update(
                target, "/shelf", "{\"pair\":[{\"a\":\"x\",\"b\":1},{\"a\":\"x\",\"b\":2},{\"a\":\"y\",\"b\":1}]}");

        client.delete(target, "/shelf/pair[a=x]");
        assertThat(client.read(target, "/shelf/pair")).contains("\"y\"").doesNotContain("\"x\"");
        assertThat(client.delete(target, "/box/name", "/box/nothing").getResponseCount())
                .isEqualTo(2);
        client.delete(target, "/shelf/*[a=*]");
        refused(Code.NOT_FOUND, () -> client.read(target, "/shelf/pair[a=y][b=1]"));
    }

    @Test
    @DisplayName("DEL-6: a delete that breaks the model is refused")
    void refusesDeletesThatBreakTheModel() {
        client.update(target, "/shelf", "{\"book\":[{\"id\":\"a\"},{\"id\":\"b\",\"sequel\":\"a\"}]}");
        client.update(target, "/strict/need", "\"x\"");

        refused(Code.INVALID_ARGUMENT, client, target, () -> client.delete(target, "/shelf/book[id=a]"));
        refused(Code.INVALID_ARGUMENT, client, target, () -> client.delete(target, "/strict/need"));
    }

    @Test
    @DisplayName("EXT-2, CC-1, DEP-4: extensions that cannot be passed over are refused")
    void refusesExtensions() {
        SetRequest.Builder request = setRequest(target).addUpdate(json("/box/name", "\"a\""));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> with(request, Extension.newBuilder().setCommit(Commit.getDefaultInstance())));
        refused(
                Code.UNIMPLEMENTED,
                client,
                target,
                () -> with(
                        request,
                        Extension.newBuilder().setCommit(Commit.newBuilder().setId("c1"))));
        refused(
                Code.UNIMPLEMENTED,
                client,
                target,
                () -> with(
                        request, Extension.newBuilder().setMasterArbitration(MasterArbitration.getDefaultInstance())));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> with(request, Extension.newBuilder().setDepth(Depth.getDefaultInstance())));
    }

    private void with(SetRequest.Builder request, Extension.Builder extension) {
        client.set(request.clone().addExtension(extension).build());
    }

    @Test
    @DisplayName("TLS-5, PTH-18: who may not write is refused; who may not even read does not learn that it exists")
    void refusesWhoMayNotWrite() {
        try (GnmiClient reader = fixture.client(GnmiFixture.READER);
                GnmiClient partial = fixture.client(GnmiFixture.PARTIAL);
                GnmiClient nobody = fixture.client(GnmiFixture.NOBODY)) {
            refused(Code.PERMISSION_DENIED, client, target, () -> reader.update(target, "/box/size", "5"));
            refused(Code.PERMISSION_DENIED, client, target, () -> partial.update(target, "/box/name", "\"a\""));
            refused(Code.PERMISSION_DENIED, client, target, () -> partial.delete(target, "/box"));
            partial.update(target, "/box/size", "5");
            refused(Code.NOT_FOUND, client, target, () -> nobody.update(target, "/box/size", "5"));
        }
        refused(
                Code.INVALID_ARGUMENT,
                () -> client.set(SetRequest.newBuilder()
                        .setPrefix(prefix(""))
                        .addDelete(path("/box"))
                        .build()));
    }
}
