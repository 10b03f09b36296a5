package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.GnmiClient.getRequest;
import static dev.trimtab.app.gnmi.GnmiClient.json;
import static dev.trimtab.app.gnmi.GnmiClient.path;
import static dev.trimtab.app.gnmi.GnmiClient.setRequest;
import static dev.trimtab.app.gnmi.GnmiClient.value;
import static dev.trimtab.app.gnmi.Refusals.refused;
import static dev.trimtab.app.gnmi.Stream.list;
import static dev.trimtab.app.gnmi.Stream.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.trimtab.proto.gnmi.Encoding;
import dev.trimtab.proto.gnmi.Notification;
import dev.trimtab.proto.gnmi.SubscriptionList.Mode;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.gnmi.Update;
import io.grpc.Status.Code;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7952 and OpenConfig's metadata at the root of a target. */
class MetadataTest extends GnmiTest {
    private static final String METADATA = "/@/demo-notes:protobuf-metadata";

    private static String base64(int octets, int fill) {
        byte[] bytes = new byte[octets];
        Arrays.fill(bytes, (byte) fill);
        return "\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
    }

    @ParameterizedTest
    @DisplayName("MD-3: octets set at the root come back to the octet, to 1 MiB")
    @ValueSource(ints = {0, 1, 100 << 10, 1 << 20})
    void octetsComeBack(int size) {
        String octets = base64(size, 0xA5);

        client.update(target, METADATA, octets);

        assertThat(client.read(target, METADATA)).isEqualTo(octets);
        assertThat(client.config(target)).startsWith("{\"@\":{\"demo-notes:protobuf-metadata\":" + octets + "}");
    }

    @Test
    @DisplayName("MD-3: more octets than the annotation's type allows are refused")
    void moreThanTheTypeAllowsIsRefused() {
        String sentence = refused(
                Code.INVALID_ARGUMENT, client, target, () -> client.update(target, METADATA, base64((1 << 20) + 1, 1)));

        assertThat(sentence).contains(METADATA, "length");
    }

    @Test
    @DisplayName("MD-3: they may be set as octets, in the root's JSON, and deleted")
    void theyAreSetInEveryWay() {
        var octets = TypedValue.newBuilder().setBytesVal(ByteString.copyFrom(new byte[] {1, 2}));
        client.set(setRequest(target).addUpdate(value(METADATA, octets)).build());
        assertThat(client.read(target, METADATA)).isEqualTo("\"AQI=\"");

        client.replace(
                target,
                "/",
                "{\"demo:box\":{\"name\":\"a\"},\"@\":{\"demo-notes:protobuf-metadata\":\"AQID\",\"demo-notes:weight\":\"7\"}}");
        assertThat(client.read(target, METADATA)).isEqualTo("\"AQID\"");
        assertThat(client.read(target, "/@/demo-notes:weight")).isEqualTo("\"7\"");

        client.delete(target, METADATA);
        refused(Code.NOT_FOUND, () -> client.read(target, METADATA));
        assertThat(client.config(target)).contains("{\"@\":{\"demo-notes:weight\":\"7\"}", "\"name\":\"a\"");
    }

    @Test
    @DisplayName("MD-3: what a root's Get gives, its replacement takes, and nothing changes")
    void rootWithMetadataIsIdempotent() {
        client.update(target, "/", "{\"demo:box\":{\"name\":\"a\"},\"@\":{\"demo-notes:weight\":\"7\"}}");
        String before = client.config(target);
        client.replace(target, "/", before); // the defaults in use are written from now on
        try (Stream stream = Stream.open(client, request(list(target, Mode.STREAM, "/", "/@")))) {
            stream.untilSync();

            client.replace(target, "/", before);

            assertThat(client.config(target)).isEqualTo(before);
            client.update(target, "/box/name", "\"b\"");
            assertThat(stream.change()).containsExactly("/box/name=b");
        }
    }

    @Test
    @DisplayName("MD-3: during large replacements every read has the metadata of its configuration")
    void metadataNeverRevertsDuringLargeReplacements() {
        client.replace(target, "/", large(0));
        CompletableFuture<Void> writes = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 5; i++) {
                client.replace(target, "/", large(i));
            }
        });
        int newest = 0;
        do {
            String read = client.config(target);
            int weight = number(read, "\"demo-notes:weight\":\"");
            assertThat(weight).isGreaterThanOrEqualTo(newest);
            assertThat(read).contains("\"name\":\"n" + weight + "\"");
            newest = weight;
        } while (!writes.isDone());
        writes.join();

        assertThat(client.read(target, "/@/demo-notes:weight")).isEqualTo("\"6\"");
    }

    private static String large(int round) {
        var json = new StringBuilder("{\"@\":{\"demo-notes:weight\":\"" + (round + 1) + "\"},\"demo:box\":{\"name\":\"n"
                + (round + 1) + "\"},\"demo:shelf\":{\"book\":[");
        for (int i = 0; i < 5000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(i)
                    .append("\",\"title\":\"")
                    .append(round)
                    .append("\"}");
        }
        return json.append("]}}").toString();
    }

    private static int number(String text, String before) {
        int from = text.indexOf(before) + before.length();
        return Integer.parseInt(text.substring(from, text.indexOf('"', from)));
    }

    @Test
    @DisplayName("MD-4: changes of metadata are told to those who subscribed to it, and to no one else")
    void metadataStaysOutOfNotifications() {
        client.update(target, "/", "{\"demo:box\":{\"name\":\"a\"},\"@\":{\"demo-notes:weight\":\"7\"}}");
        try (Stream all = Stream.open(client, request(list(target, Mode.STREAM, "/", "/*", "/...")));
                Stream asked = Stream.open(client, request(list(target, Mode.STREAM, "/@/demo-notes:weight")))) {
            assertThat(all.untilSync()).contains("/box/name=a").noneMatch(line -> line.contains("@"));
            assertThat(asked.untilSync()).containsExactly("/@/demo-notes:weight=7");

            client.update(target, "/@/demo-notes:weight", "\"8\"");
            client.delete(target, "/@");
            client.update(target, "/box/name", "\"b\"");

            assertThat(asked.change()).containsExactly("/@/demo-notes:weight=8");
            assertThat(asked.change()).hasSize(1).first().asString().startsWith("-/@");
            assertThat(all.change()).containsExactly("/box/name=b");
        }
    }

    @Test
    @DisplayName("MD-4: a Get leaf by leaf has no metadata unless its path names it")
    void metadataStaysOutOfLeaves() {
        client.update(target, "/", "{\"demo:box\":{\"name\":\"a\"},\"@\":{\"demo-notes:weight\":\"7\"}}");

        assertThat(leaves("/")).contains("/box/name").noneMatch(leaf -> leaf.contains("@"));
        assertThat(leaves("/*")).noneMatch(leaf -> leaf.contains("@"));
        assertThat(leaves("/@")).containsExactly("/@/demo-notes:weight");
    }

    private List<String> leaves(String path) {
        return client.get(getRequest(target, path).setEncoding(Encoding.PROTO).build()).getNotificationList().stream()
                .map(Notification::getUpdateList)
                .flatMap(List::stream)
                .map(update -> GnmiClient.text(update.getPath()))
                .toList();
    }

    @Test
    @DisplayName("MD-2: annotations of every kind of node come back over gNMI, and go with their nodes")
    void annotationsOfNodesComeBack() {
        client.replace(target, "/", """
                {"demo:box":{"@":{"demo-notes:weight":"1"},"name":"a","@name":{"demo-notes:weight":"2"},
                "extra":{"@":{"demo-notes:weight":"3"},"x":1},"any":[1],"@any":{"demo-notes:weight":"4"},
                "tag":["t","u"],"@tag":[null,{"demo-notes:weight":"5"}]},
                "demo:shelf":{"book":[{"@":{"demo-notes:weight":"6"},"id":"b","@id":{"demo-notes:weight":"7"}}]}}
                """);
        String all = client.config(target);

        assertThat(all)
                .contains(
                        "{\"demo:box\":{\"@\":{\"demo-notes:weight\":\"1\"},\"name\":\"a\",\"@name\":{\"demo-notes:weight\":\"2\"}",
                        "\"extra\":{\"@\":{\"demo-notes:weight\":\"3\"},\"x\":1},\"any\":[1],\"@any\":{\"demo-notes:weight\":\"4\"}",
                        "\"tag\":[\"t\",\"u\"],\"@tag\":[null,{\"demo-notes:weight\":\"5\"}]",
                        "[{\"@\":{\"demo-notes:weight\":\"6\"},\"id\":\"b\",\"@id\":{\"demo-notes:weight\":\"7\"}");
        assertThat(client.read(target, "/shelf/book[id=b]"))
                .startsWith("{\"@\":{\"demo-notes:weight\":\"6\"},\"demo:id\":\"b\",\"@demo:id\":{");

        client.update(target, "/box", "{\"@name\":{\"demo-notes:weight\":\"8\"}}");
        client.delete(target, "/shelf/book[id=b]");
        assertThat(client.read(target, "/@below[node=/box/name]/demo-notes:weight"))
                .isEqualTo("\"8\"");
        client.delete(target, "/@below[node=/box/name]");

        assertThat(client.config(target))
                .doesNotContain("@name", "@id", "\"6\"")
                .contains("\"@tag\"");
        client.replace(target, "/", "{\"demo:box\":{\"name\":\"a\"}}");
        assertThat(client.config(target)).doesNotContain("@");
    }

    @Test
    @DisplayName("MD-4: changes of annotations below the root stay out of notifications too")
    void annotationsOfNodesStayOutOfNotifications() {
        client.update(target, "/box", "{\"name\":\"a\",\"@name\":{\"demo-notes:weight\":\"7\"}}");
        try (Stream all = Stream.open(client, request(list(target, Mode.STREAM, "/", "/*", "/...", "/box")))) {
            assertThat(all.untilSync()).contains("/box/name=a").noneMatch(line -> line.contains("@"));

            client.update(target, "/box", "{\"@name\":{\"demo-notes:weight\":\"8\"}}");
            client.update(target, "/box/name", "\"b\"");

            assertThat(all.change()).containsExactly("/box/name=b");
        }
        assertThat(leaves("/")).noneMatch(leaf -> leaf.contains("@"));
        assertThat(leaves("/box/...")).noneMatch(leaf -> leaf.contains("@"));
    }

    @Test
    @DisplayName(
            "MD-2: unknown annotations, values that do not fit and annotations without a node are refused with their path")
    void otherAnnotationsAreRefused() {
        for (var refusal : List.of(
                refusal("/", "{\"@\":{\"demo-notes:gone\":1}}", "/@/demo-notes:gone"),
                refusal("/", "{\"@\":{\"weight\":\"1\"}}", "/@/weight"),
                refusal("/@/demo-notes:weight", "\"0\"", "/@/demo-notes:weight"),
                refusal(
                        "/box",
                        "{\"name\":\"a\",\"@name\":{\"demo-notes:weight\":\"0\"}}",
                        "/box/@name/demo-notes:weight"),
                refusal("/box", "{\"name\":\"a\",\"@big\":{\"demo-notes:weight\":\"1\"}}", "/box/@big"),
                refusal("/box", "{\"@tag\":[{\"demo-notes:weight\":\"1\"}]}", "/box/@tag"),
                refusal("/box", "{\"@\":{\"demo-notes:weight\":\"1\"}}", "/box/@"))) {
            String sentence = refused(
                    Code.INVALID_ARGUMENT,
                    client,
                    target,
                    () -> client.set(
                            setRequest(target).addUpdate(refusal.update()).build()));
            assertThat(sentence).contains(refusal.path());
        }
        refused(
                Code.NOT_FOUND,
                client,
                target,
                () -> client.set(setRequest(target)
                        .addUpdate(Update.newBuilder()
                                .setPath(path("/@/demo-notes:gone"))
                                .setVal(TypedValue.newBuilder().setStringVal("x")))
                        .build()));
    }

    private record Refusal(Update update, String path) {}

    private static Refusal refusal(String at, String json, String path) {
        return new Refusal(json(at, json), path);
    }
}
