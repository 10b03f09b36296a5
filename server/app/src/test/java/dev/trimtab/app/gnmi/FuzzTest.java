package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.GnmiClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import dev.trimtab.proto.gnmi.GetRequest;
import dev.trimtab.proto.gnmi.PathElem;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.SubscribeRequest;
import dev.trimtab.proto.gnmi.SubscriptionList;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Requests with bytes changed at random: each is answered, or refused with a code that says why. */
class FuzzTest extends GnmiTest {
    private static final int REQUESTS = 4000;
    private static final Set<Code> DEFECTS = Set.of(Code.UNKNOWN, Code.INTERNAL);
    private static final List<String> PIECES =
            List.of("*", "...", "", "/", ":", "demo:", "\u0000", "null", "{", "-1", "1e999", "[null]", "\"", "box");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    @DisplayName("ERR-1: no mutated Get or Set is answered with UNKNOWN or INTERNAL")
    void mutatedRequestsAreRefusedForAReason() throws InvalidProtocolBufferException {
        for (int i = 0; i < REQUESTS; i++) {
            if (random.nextBoolean()) {
                GetRequest get = mutated(get(), GetRequest.getDefaultInstance());
                check(get, () -> client.get(get));
            } else {
                SetRequest set = mutated(set(), SetRequest.getDefaultInstance());
                check(set, () -> client.set(set));
            }
        }
    }

    @Test
    @DisplayName("ERR-1: no mutated subscription is ended with UNKNOWN or INTERNAL")
    void mutatedSubscriptionsAreRefusedForAReason() throws InvalidProtocolBufferException {
        for (int i = 0; i < REQUESTS / 10; i++) {
            SubscribeRequest request = mutated(
                    Stream.request(Stream.list(target, SubscriptionList.Mode.ONCE, "/box/inner", "/shelf/book[id=a]")),
                    SubscribeRequest.getDefaultInstance());
            try (Stream stream = Stream.open(client, request)) {
                stream.halfClose();
                if (request.getSubscribe().getMode() == SubscriptionList.Mode.ONCE) {
                    assertThat(DEFECTS)
                            .as("seed %d: %s", seed, request)
                            .doesNotContain(stream.end().getCode());
                }
            }
        }
    }

    private GetRequest get() {
        return GnmiClient.getRequest(target, "/box/inner/deep", "/shelf/pair[a=x][b=1]/note")
                .addPath(dev.trimtab.proto.gnmi.Path.newBuilder()
                        .addElem(PathElem.newBuilder().setName("shelf"))
                        .addElem(PathElem.newBuilder().setName("book").putKey("id", piece())))
                .build();
    }

    private SetRequest set() {
        return GnmiClient.setRequest(target)
                .addDelete(GnmiClient.path("/shelf/book[id=a]"))
                .addReplace(json("/box/inner", "{\"deep\":\"" + piece() + "\"}"))
                .addUpdate(json("/shelf/pair[a=x][b=1]", piece()))
                .addUpdate(json("/box/size", piece()))
                .build();
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** One to three bytes changed, or a piece written over them, until it still is a message. */
    @SuppressWarnings("unchecked")
    private <T extends MessageLite> T mutated(T request, T prototype) throws InvalidProtocolBufferException {
        byte[] original = request.toByteArray();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = original.clone();
            for (int j = random.nextInt(3); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(3) == 0) {
                byte[] piece = piece().getBytes(StandardCharsets.UTF_8);
                int at = random.nextInt(bytes.length);
                System.arraycopy(piece, 0, bytes, at, Math.min(piece.length, bytes.length - at));
            }
            try {
                return (T) prototype.getParserForType().parseFrom(bytes);
            } catch (InvalidProtocolBufferException _) {
                // No message any more; try again.
            }
        }
        return request;
    }

    private void check(MessageLite request, Runnable call) {
        try {
            call.run();
        } catch (StatusRuntimeException e) {
            assertThat(DEFECTS)
                    .as("seed %d, %s: %s", seed, e.getStatus(), request)
                    .doesNotContain(e.getStatus().getCode());
        }
    }
}
