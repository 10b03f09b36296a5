package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.Stream.list;
import static dev.trimtab.app.gnmi.Stream.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trimtab.proto.gnmi.Encoding;
import dev.trimtab.proto.gnmi.ModelData;
import dev.trimtab.proto.gnmi.Path;
import dev.trimtab.proto.gnmi.QOSMarking;
import dev.trimtab.proto.gnmi.SubscribeRequest;
import dev.trimtab.proto.gnmi.SubscriptionList;
import dev.trimtab.proto.gnmi.SubscriptionList.Mode;
import dev.trimtab.proto.gnmi.SubscriptionMode;
import dev.trimtab.proto.gnmi.ext.Depth;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.History;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What all modes of Subscribe have in common, ONCE and POLL. */
class SubscribeTest extends GnmiTest {

    @Test
    @DisplayName("ONC-1, SUB-12, SUB-13: the values with the defaults in use, one sync response, then the end")
    void onceSendsValuesThenSyncThenEnds() {
        client.update(target, "/box/inner/deep", "\"x\"");

        Stream stream = Stream.open(client, request(list(target, Mode.ONCE, "/box/inner")));

        assertThat(stream.untilSync()).containsExactly("/box/inner/deep=x", "/box/inner/level=3");
        assertThat(stream.end().getCode()).isEqualTo(Code.OK);
    }

    @Test
    @DisplayName("SUB-16, PTH-16: the prefix has the target and origin of the request; paths are concrete")
    void prefixReflectsTheTarget() {
        client.update(target, "/shelf/book[id=a]/title", "\"A\"");
        Path prefix = GnmiClient.path("/shelf").toBuilder()
                .setTarget(target)
                .setOrigin("openconfig")
                .build();

        Stream stream = Stream.open(
                client, request(list(target, Mode.ONCE, "/book[id=*]/title").setPrefix(prefix)));

        var notification = stream.notification();
        assertThat(notification.getPrefix().getTarget()).isEqualTo(target);
        assertThat(notification.getPrefix().getOrigin()).isEqualTo("openconfig");
        assertThat(notification.getTimestamp()).isPositive();
        assertThat(Stream.lines(notification)).containsExactly("/shelf/book[id=a]/title=A");
    }

    @Test
    @DisplayName("SUB-6: after a half-close ONCE completes, POLL ends")
    void halfClose() {
        Stream once = Stream.open(client, request(list(target, Mode.ONCE, "/box/size")));
        once.halfClose();
        assertThat(once.untilSync()).containsExactly("/box/size=10");
        assertThat(once.end().getCode()).isEqualTo(Code.OK);

        Stream poll = Stream.open(client, request(list(target, Mode.POLL, "/box/size")));
        poll.poll();
        poll.halfClose();
        assertThat(poll.untilSync()).hasSize(1);
        assertThat(poll.untilSync()).hasSize(1);
        assertThat(poll.end().getCode()).isEqualTo(Code.OK);
    }

    @Test
    @DisplayName("SUB-8: a valid path that is absent has no values")
    void absentPathHasNoValues() {
        Stream stream = Stream.open(client, request(list(target, Mode.ONCE, "/box/name")));

        assertThat(stream.untilSync()).isEmpty();
        assertThat(stream.end().getCode()).isEqualTo(Code.OK);
    }

    @Test
    @DisplayName("POL-1, POL-3, POL-4: present values, then all values for each poll, without what was deleted")
    void eachPollSendsEverything() {
        client.update(target, "/box", "{\"name\":\"a\",\"big\":\"1\"}");
        try (Stream stream = Stream.open(client, request(list(target, Mode.POLL, "/box/name", "/box/big")))) {
            assertThat(stream.untilSync()).containsExactly("/box/name=a", "/box/big=1");

            stream.poll();
            stream.poll();
            assertThat(stream.untilSync()).hasSize(2);
            assertThat(stream.untilSync()).hasSize(2);
            client.delete(target, "/box/name");
            stream.poll();
            assertThat(stream.untilSync()).containsExactly("/box/big=1");
        }
    }

    @Test
    @DisplayName("POL-2: with updates_only a poll has the sync response alone")
    void pollOfUpdatesOnlyHasSyncAlone() {
        client.update(target, "/box/name", "\"a\"");
        try (Stream stream =
                Stream.open(client, request(list(target, Mode.POLL, "/box/name").setUpdatesOnly(true)))) {
            assertThat(stream.untilSync()).isEmpty();
            stream.poll();
            assertThat(stream.untilSync()).isEmpty();
        }
    }

    @Test
    @DisplayName("SUB-2, SUB-3: a second list, and a poll outside POLL, are refused; other streams go on")
    void refusesWhatDoesNotBelong() {
        try (Stream other = Stream.open(client, request(list(target, Mode.STREAM, "/box/name")))) {
            other.untilSync();
            Stream twice = Stream.open(client, request(list(target, Mode.STREAM, "/box/name")));
            twice.send(request(list(target, Mode.STREAM, "/box/name")));
            assertThat(twice.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);

            Stream polled = Stream.open(client, request(list(target, Mode.STREAM, "/box/name")));
            polled.poll();
            assertThat(polled.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);

            client.update(target, "/box/name", "\"a\"");
            assertThat(other.change()).containsExactly("/box/name=a");
        }
        Stream first = Stream.open(client, SubscribeRequest.getDefaultInstance());
        assertThat(first.end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"BYTES", "ASCII"})
    @DisplayName("SUB-20, CAP-3: encodings that are not listed are refused")
    void refusesEncodings(Encoding encoding) {
        refused(Code.UNIMPLEMENTED, list(target, Mode.ONCE, "/box").setEncoding(encoding));
    }

    @ParameterizedTest
    @CsvSource({"JSON, 3, 18446744073709551615", "JSON_IETF, 3, 18446744073709551615"})
    @DisplayName("CAP-3, ENC-2: JSON streams have one bare value a leaf")
    void jsonHasBareValues(Encoding encoding, String level, String big) {
        client.update(target, "/box/big", "\"" + big + "\"");

        Stream stream = Stream.open(
                client,
                request(list(target, Mode.ONCE, "/box/inner", "/box/big").setEncoding(encoding)));

        assertThat(stream.untilSync()).containsExactly("/box/inner/level=" + level, "/box/big=\"" + big + "\"");
    }

    @Test
    @DisplayName("SUB-5, SUB-18, SUB-19: unknown modes, use_models and a marking above 63 are refused")
    void refusesLists() {
        refused(Code.INVALID_ARGUMENT, list(target, Mode.ONCE, "/box").setModeValue(9));
        refused(Code.UNIMPLEMENTED, list(target, Mode.ONCE, "/box").setEncodingValue(9));
        SubscriptionList.Builder odd = list(target, Mode.STREAM, "/box");
        odd.getSubscriptionBuilder(0).setModeValue(9);
        refused(Code.INVALID_ARGUMENT, odd);
        refused(Code.UNIMPLEMENTED, list(target, Mode.ONCE, "/box").addUseModels(ModelData.getDefaultInstance()));
        refused(
                Code.INVALID_ARGUMENT,
                list(target, Mode.ONCE, "/box").setQos(QOSMarking.newBuilder().setMarking(64)));
        Stream marked = Stream.open(
                client,
                request(list(target, Mode.ONCE, "/box")
                        .setQos(QOSMarking.newBuilder().setMarking(63))));
        assertThat(marked.end().getCode()).isEqualTo(Code.OK);
    }

    @Test
    @DisplayName("PTH-18, GET-10: targets and paths that do not exist are refused")
    void refusesTargetsAndPaths() {
        refused(Code.INVALID_ARGUMENT, list("", Mode.ONCE, "/box"));
        refused(Code.NOT_FOUND, list("unheard-of", Mode.ONCE, "/box"));
        refused(Code.UNIMPLEMENTED, list(target, Mode.ONCE, "/box/nothing"));
        try (GnmiClient nobody = fixture.client(GnmiFixture.NOBODY)) {
            Stream hidden = Stream.open(nobody, request(list(target, Mode.STREAM, "/box")));
            assertThat(hidden.end().getCode()).isEqualTo(Code.NOT_FOUND);
        }
    }

    private void refused(Code code, SubscriptionList.Builder list) {
        Stream stream = Stream.open(client, request(list));

        assertThat(stream.end().getCode()).isEqualTo(code);
        assertThat(stream.end().getDescription()).isNotBlank();
    }

    @Test
    @DisplayName("HIS-2: history is refused, in a stream too")
    void refusesHistory() {
        Stream stream = Stream.open(
                client,
                request(list(target, Mode.ONCE, "/box")).toBuilder()
                        .addExtension(Extension.newBuilder().setHistory(History.getDefaultInstance()))
                        .build());

        assertThat(stream.end().getCode()).isEqualTo(Code.UNIMPLEMENTED);
    }

    @Test
    @DisplayName("DEP-3: depth cuts values and changes that lie deeper")
    void depth() {
        SubscribeRequest request = request(list(target, Mode.STREAM, "/box")).toBuilder()
                .addExtension(Extension.newBuilder().setDepth(Depth.newBuilder().setLevel(1)))
                .build();
        try (Stream stream = Stream.open(client, request)) {
            assertThat(stream.untilSync()).containsExactly("/box/size=10");

            client.update(target, "/box/inner/deep", "\"x\"");
            client.update(target, "/box/name", "\"a\"");
            assertThat(stream.change()).containsExactly("/box/name=a");
        }
    }

    @Test
    @DisplayName("SUB-7: a cancelled stream is gone within a second")
    void cancelFrees() {
        int before = fixture.server.subscriptions();
        for (int i = 0; i < 200; i++) {
            Stream stream = Stream.open(client, request(list(target, Mode.STREAM, "/box")));
            stream.untilSync();
            stream.cancel();
        }

        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(fixture.server.subscriptions()).isEqualTo(before));
    }

    @Test
    @DisplayName("PTH-18: '*' is every target that the caller may see, also later ones, each under its own name")
    void allTargets() {
        String second = client.target();
        client.update(target, "/box/name", "\"a\"");
        client.update(second, "/box/name", "\"b\"");
        try (Stream stream = Stream.open(client, request(list("*", Mode.STREAM, "/box/name")))) {
            assertThat(stream.untilSync()).contains("/box/name=a", "/box/name=b");

            String third = client.target();
            client.update(third, "/box/name", "\"c\"");
            var joined = stream.notification();
            assertThat(joined.getPrefix().getTarget()).isEqualTo(third);
            assertThat(Stream.lines(joined)).isEqualTo(List.of("/box/name=c"));
        }
    }

    @Test
    @DisplayName("TLS-5: what the caller may not see is not sent, neither at first nor as it changes")
    void hiddenIsNotSent() {
        client.update(target, "/box/name", "\"a\"");
        try (GnmiClient partial = fixture.client(GnmiFixture.PARTIAL);
                Stream stream = Stream.open(partial, request(list(target, Mode.STREAM, "/box")))) {
            assertThat(stream.untilSync()).doesNotContain("/box/name=a").contains("/box/size=10");

            client.update(target, "/box", "{\"name\":\"b\",\"size\":11}");
            assertThat(stream.change()).containsExactly("/box/size=11");
        }
    }

    @Test
    @DisplayName("TDF-1: TARGET_DEFINED is as ON_CHANGE")
    void targetDefinedFollowsChanges() {
        SubscriptionList.Builder list = list(target, Mode.STREAM, "/box/name");
        list.getSubscriptionBuilder(0).setMode(SubscriptionMode.TARGET_DEFINED);
        try (Stream stream = Stream.open(client, request(list))) {
            stream.untilSync();

            client.update(target, "/box/name", "\"a\"");
            assertThat(stream.change()).containsExactly("/box/name=a");
        }
    }
}
