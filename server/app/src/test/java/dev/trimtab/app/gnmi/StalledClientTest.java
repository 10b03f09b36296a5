package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.Stream.list;
import static dev.trimtab.app.gnmi.Stream.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.trimtab.proto.gnmi.SubscribeRequest;
import dev.trimtab.proto.gnmi.SubscribeResponse;
import dev.trimtab.proto.gnmi.SubscriptionList.Mode;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StalledClientTest {
    private static final int CHANGES_HELD = 50;
    private static final String LARGE = "\"" + "x".repeat(20_000) + "\"";

    @Test
    @DisplayName("SUB-21: a client that reads nothing holds nobody up and is ended")
    void stalledClientIsEnded() throws IOException {
        GnmiSettings settings = new GnmiSettings(
                "127.0.0.1", 0, null, 64 << 20, 2, Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofMinutes(1));
        try (var fixture = new GnmiFixture(settings, CHANGES_HELD, (_, _, _) -> {
                    throw new IllegalStateException("no target of this test has a backend");
                });
                GnmiClient client = fixture.client(GnmiFixture.ADMIN)) {
            String target = client.target();
            client.async.subscribe(new Stalled(request(list(target, Mode.STREAM, "/box"))));
            try (Stream other = Stream.open(client, request(list(target, Mode.STREAM, "/box/size")))) {
                other.untilSync();
                for (int i = 0; i < 200; i++) {
                    client.update(target, "/box/tag", "[\"" + i + "\"," + LARGE + "]");
                }
                client.update(target, "/box/size", "5");

                assertThat(other.change()).containsExactly("/box/size=5");
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(
                                () -> assertThat(fixture.server.subscriptions()).isEqualTo(1));
            }
        }
    }

    /** Asks, and takes no message. */
    private record Stalled(SubscribeRequest request)
            implements ClientResponseObserver<SubscribeRequest, SubscribeResponse> {
        @Override
        public void beforeStart(ClientCallStreamObserver<SubscribeRequest> stream) {
            stream.disableAutoRequestWithInitial(0);
            stream.setOnReadyHandler(new Runnable() {
                private boolean asked;

                @Override
                public void run() {
                    if (!asked) {
                        asked = true;
                        stream.onNext(request);
                    }
                }
            });
        }

        @Override
        public void onNext(SubscribeResponse response) {
            throw new AssertionError("a message was taken: " + response);
        }

        @Override
        public void onError(Throwable thrown) {}

        @Override
        public void onCompleted() {}
    }
}
