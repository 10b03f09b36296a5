package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.GnmiClient.json;
import static dev.trimtab.app.gnmi.GnmiClient.path;
import static dev.trimtab.app.gnmi.GnmiClient.setRequest;
import static dev.trimtab.app.gnmi.Stream.list;
import static dev.trimtab.app.gnmi.Stream.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trimtab.proto.gnmi.SubscribeResponse;
import dev.trimtab.proto.gnmi.SubscriptionList;
import dev.trimtab.proto.gnmi.SubscriptionList.Mode;
import dev.trimtab.proto.gnmi.SubscriptionMode;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** STREAM: changes, samples and heartbeats. */
class OnChangeTest extends GnmiTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private Stream stream(String... paths) {
        return Stream.open(client, request(list(target, Mode.STREAM, paths)));
    }

    @Test
    @DisplayName("OCH-1, SUB-13: present values, one sync response, then only what changes")
    void sendsOnlyWhatChanges() {
        client.update(target, "/box/name", "\"a\"");
        try (Stream stream = stream("/box")) {
            assertThat(stream.untilSync()).contains("/box/name=a", "/box/size=10");

            client.update(target, "/box", "{\"name\":\"a\",\"big\":\"1\"}");
            assertThat(stream.change()).containsExactly("/box/big=1");
        }
    }

    @Test
    @DisplayName("SET-24: a Set that changes nothing, and one that fails, notify nobody")
    void idleSetIsSilent() {
        client.update(target, "/box/name", "\"a\"");
        try (Stream stream = stream("/")) {
            stream.untilSync();

            client.update(target, "/box/name", "\"a\"");
            Refusals.refused(Code.INVALID_ARGUMENT, () -> client.update(target, "/box/size", "0"));
            assertThat(stream.isSilentFor(SHORT)).isTrue();
        }
    }

    @Test
    @DisplayName("OCH-2: a removed node is one delete, of a leaf, an entry or a container")
    void removedNodeIsOneDelete() {
        client.update(
                target,
                "/",
                "{\"demo:box\":{\"name\":\"a\",\"on\":true,\"temporary\":{}},\"demo:shelf\":{\"book\":[{\"id\":\"a\",\"title\":\"A\"}]}}");
        try (Stream stream = stream("/")) {
            stream.untilSync();

            client.delete(target, "/box/name");
            assertThat(stream.change()).containsExactly("-/box/name");
            client.delete(target, "/shelf/book[id=a]");
            assertThat(stream.change()).hasSize(1).first().asString().startsWith("-/shelf");
            client.delete(target, "/box/temporary");
            assertThat(stream.change()).hasSize(1).first().asString().startsWith("-/box/temporary");
        }
    }

    @Test
    @DisplayName("OCH-2: a subscription below a removed node is told of its own node")
    void subscriptionBelowIsToldOfItsOwnNode() {
        client.update(target, "/shelf", "{\"book\":[{\"id\":\"a\",\"title\":\"A\"},{\"id\":\"b\"}]}");
        try (Stream stream = stream("/shelf/book[id=*]/title")) {
            stream.untilSync();

            client.delete(target, "/shelf/book[id=a]");
            assertThat(stream.change()).containsExactly("-/shelf/book[id=a]/title");
        }
    }

    @Test
    @DisplayName("OCH-3, DEL-4: a leaf that falls back to its default is an update with the default")
    void fallBackToDefaultIsAnUpdate() {
        client.update(target, "/box/size", "5");
        try (Stream stream = stream("/box/size")) {
            assertThat(stream.untilSync()).containsExactly("/box/size=5");

            client.delete(target, "/box/size");
            assertThat(stream.change()).containsExactly("/box/size=10");
            client.update(target, "/box/size", "6");
            client.replace(target, "/box", "{\"name\":\"a\"}");
            assertThat(stream.change()).containsExactly("/box/size=6");
            assertThat(stream.change()).contains("/box/size=10");
        }
    }

    @Test
    @DisplayName("OCH-4: a replacement is deletes, then the new content, in one notification")
    void replacementIsOneNotification() {
        client.update(target, "/box", "{\"name\":\"a\",\"big\":\"1\"}");
        try (Stream stream = stream("/box")) {
            stream.untilSync();

            client.replace(target, "/box", "{\"big\":\"2\"}");
            assertThat(stream.change()).containsExactly("-/box/name", "/box/big=2");
        }
    }

    @Test
    @DisplayName("OCH-5: entries that come later are sent with their keys; those that do not match are not")
    void laterEntriesAreSent() {
        try (Stream stream = stream("/shelf/pair[a=x]")) {
            assertThat(stream.untilSync()).isEmpty();

            client.update(target, "/shelf", "{\"pair\":[{\"a\":\"y\",\"b\":1},{\"a\":\"x\",\"b\":2}]}");
            assertThat(stream.change())
                    .containsExactlyInAnyOrder("/shelf/pair[a=x][b=2]/a=x", "/shelf/pair[a=x][b=2]/b=2");
            client.delete(target, "/shelf/pair");
            assertThat(stream.change()).containsExactly("-/shelf/pair[a=x][b=2]");
        }
    }

    @Test
    @DisplayName("REP-14: a change of the case deletes the nodes of the old one")
    void changeOfCaseDeletesTheOldOne() {
        client.update(target, "/box/radius", "1");
        try (Stream stream = stream("/box")) {
            stream.untilSync();

            client.update(target, "/box/side", "2");
            assertThat(stream.change()).containsExactly("-/box/radius", "/box/side=2");
        }
    }

    @Test
    @DisplayName("OCH-9: with updates_only the sync response comes first")
    void updatesOnly() {
        client.update(target, "/box/name", "\"a\"");
        try (Stream stream =
                Stream.open(client, request(list(target, Mode.STREAM, "/box").setUpdatesOnly(true)))) {
            assertThat(stream.untilSync()).isEmpty();

            client.update(target, "/box/name", "\"b\"");
            assertThat(stream.change()).containsExactly("/box/name=b");
        }
    }

    @Test
    @DisplayName("SUB-6: after a half-close a STREAM goes on")
    void halfClosedStreamGoesOn() {
        try (Stream stream = stream("/box/name")) {
            stream.halfClose();
            stream.untilSync();

            client.update(target, "/box/name", "\"a\"");
            assertThat(stream.change()).containsExactly("/box/name=a");
        }
    }

    @Test
    @DisplayName("SUB-17: a leaf that two subscriptions are about is in a notification once")
    void overlapIsSentOnce() {
        try (Stream stream = stream("/box", "/box/name")) {
            stream.untilSync();

            client.update(target, "/box/name", "\"a\"");
            assertThat(stream.change()).containsExactly("/box/name=a");
            assertThat(stream.isSilentFor(SHORT)).isTrue();
        }
    }

    @Test
    @DisplayName("SET-8, OCH-10: one Set is one notification, and none is lost around the sync response")
    void nothingIsLostAroundTheSync() throws InterruptedException {
        Thread writer = Thread.ofVirtual().start(() -> {
            for (int i = 1; i <= 300; i++) {
                client.set(setRequest(target)
                        .addUpdate(json("/box/low", Integer.toString(i)))
                        .addUpdate(json("/box/high", Integer.toString(i)))
                        .build());
            }
        });
        Thread.sleep(20);
        var tree = new Mirror();
        try (Stream stream = stream("/box/low", "/box/high")) {
            long last = 0;
            while (last < 300) {
                SubscribeResponse next = stream.next();
                tree.apply(Stream.lines(next.getUpdate()));
                long low = Long.parseLong(tree.values().getOrDefault("/box/low", "0"));
                assertThat(low).isGreaterThanOrEqualTo(last);
                if (next.hasUpdate() && next.getUpdate().getUpdateCount() == 2) {
                    assertThat(tree.values().get("/box/high"))
                            .isEqualTo(tree.values().get("/box/low"));
                }
                last = low;
            }
        }
        writer.join();
    }

    @Test
    @DisplayName("SUB-22, OCH-8: what a stream told adds up to what is there, after random changes")
    void streamAddsUpToTheTree() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var told = new Mirror();
        try (Stream stream = stream("/")) {
            told.apply(stream.untilSync());
            for (int i = 0; i < 150; i++) {
                try {
                    change(random);
                } catch (io.grpc.StatusRuntimeException e) {
                    assertThat(e.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
                }
            }
            client.update(target, "/box/name", "\"the end\"");
            told.follow(stream, "/box/name", "the end");
        }
        assertThat(told.values())
                .as("seed %d", seed)
                .isEqualTo(Mirror.present(client, target).values());
    }

    private void change(Random random) {
        String key = Integer.toString(random.nextInt(4));
        switch (random.nextInt(12)) {
            case 0 -> client.update(target, "/shelf/book[id=" + key + "]", "{\"title\":\"" + random.nextInt(3) + "\"}");
            case 1 -> client.delete(target, "/shelf/book[id=" + key + "]");
            case 2 -> client.replace(target, "/shelf/book", "[{\"id\":\"" + key + "\",\"pages\":5}]");
            case 3 -> client.update(target, "/box/radius", key);
            case 4 -> client.update(target, "/box/side", key);
            case 5 -> client.update(target, "/box/size", Integer.toString(1 + random.nextInt(3)));
            case 6 -> client.delete(target, "/box/size", "/box/inner");
            case 7 -> client.replace(target, "/box", "{\"inner\":{\"deep\":\"" + key + "\"},\"temporary\":{}}");
            case 8 -> client.delete(target, "/box");
            case 9 -> client.update(target, "/box/tag", "[\"" + key + "\",\"z\"]");
            case 10 -> client.delete(target, "/");
            default -> client.update(target, "/shelf/book[id=" + key + "]/sequel", "\"" + key + "\"");
        }
    }

    @Test
    @DisplayName("OCH-6: a heartbeat sends again what has not changed")
    void heartbeat() {
        SubscriptionList.Builder list = list(target, Mode.STREAM, "/box/size");
        list.getSubscriptionBuilder(0)
                .setHeartbeatInterval(Duration.ofMillis(200).toNanos());
        try (Stream stream = Stream.open(client, request(list))) {
            stream.untilSync();

            assertThat(stream.change()).containsExactly("/box/size=10");
            assertThat(stream.change()).containsExactly("/box/size=10");
        }
    }

    @Test
    @DisplayName("SAM-1: a sample has every leaf at each interval; intervals out of bounds are refused")
    void samples() {
        try (Stream stream =
                Stream.open(client, request(sampled(Duration.ofMillis(150).toNanos())))) {
            stream.untilSync();

            assertThat(stream.change()).contains("/box/size=10", "/box/inner/level=3");
            assertThat(stream.change()).contains("/box/size=10", "/box/inner/level=3");
        }
        for (long nanos : new long[] {
            1, Duration.ofMillis(100).toNanos() - 1, Duration.ofDays(1).toNanos() + 1, -1
        }) {
            assertThat(Stream.open(client, request(sampled(nanos))).end().getCode())
                    .isEqualTo(Code.INVALID_ARGUMENT);
        }
    }

    @Test
    @DisplayName("SAM-2, SAM-3: with suppress_redundant a sample has what changed, and a heartbeat everything")
    void suppressesWhatDidNotChange() {
        SubscriptionList.Builder list = sampled(Duration.ofMillis(200).toNanos());
        list.getSubscriptionBuilder(0).setSuppressRedundant(true);
        try (Stream stream = Stream.open(client, request(list))) {
            stream.untilSync();

            client.update(target, "/box/size", "11");
            assertThat(stream.change()).containsExactly("/box/size=11");
            assertThat(stream.isSilentFor(Duration.ofMillis(500))).isTrue();
        }
        list.getSubscriptionBuilder(0)
                .setHeartbeatInterval(Duration.ofMillis(400).toNanos());
        try (Stream stream = Stream.open(client, request(list))) {
            stream.untilSync();

            assertThat(stream.change()).contains("/box/size=11", "/box/inner/level=3");
        }
    }

    private SubscriptionList.Builder sampled(long nanos) {
        SubscriptionList.Builder list = list(target, Mode.STREAM, "/box");
        list.getSubscriptionBuilder(0).setMode(SubscriptionMode.SAMPLE).setSampleInterval(nanos);
        return list;
    }

    @Test
    @DisplayName("TDF-2: TARGET_DEFINED with an interval is refused")
    void targetDefinedHasNoInterval() {
        SubscriptionList.Builder list = sampled(Duration.ofSeconds(1).toNanos());
        list.getSubscriptionBuilder(0).setMode(SubscriptionMode.TARGET_DEFINED);

        assertThat(Stream.open(client, request(list)).end().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    @DisplayName("PTH-17: streams of different targets do not mix")
    void targetsDoNotMix() {
        String other = client.target();
        try (Stream mine = stream("/box/name");
                Stream theirs = Stream.open(client, request(list(other, Mode.STREAM, "/box/name")))) {
            mine.untilSync();
            theirs.untilSync();

            client.update(other, "/box/name", "\"theirs\"");
            client.update(target, "/box/name", "\"mine\"");
            assertThat(mine.change()).containsExactly("/box/name=mine");
            assertThat(theirs.change()).containsExactly("/box/name=theirs");
        }
    }

    @Test
    @DisplayName("SUB-7: a target that is removed ends its stream")
    void removedTargetEndsItsStream() {
        Stream stream = stream("/box/name");
        stream.untilSync();

        await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        client.delete("system", "/system/targets/target[name=" + target + "]");
        client.update(client.target(), "/box/name", "\"x\"");

        assertThat(stream.end().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    @DisplayName("DEL-3, OCH-2: a delete with a wildcard is one delete for each match")
    void wildcardDelete() {
        client.update(
                target, "/shelf", "{\"pair\":[{\"a\":\"x\",\"b\":1},{\"a\":\"x\",\"b\":2},{\"a\":\"y\",\"b\":1}]}");
        try (Stream stream = stream("/shelf")) {
            stream.untilSync();

            client.set(setRequest(target).addDelete(path("/shelf/pair[a=x]")).build());
            assertThat(stream.change()).containsExactlyInAnyOrder("-/shelf/pair[a=x][b=1]", "-/shelf/pair[a=x][b=2]");
        }
    }
}
