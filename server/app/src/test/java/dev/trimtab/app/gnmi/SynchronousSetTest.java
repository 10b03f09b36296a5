package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.GnmiClient.json;
import static dev.trimtab.app.gnmi.GnmiClient.setRequest;
import static dev.trimtab.app.gnmi.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import dev.trimtab.codec.SetExtension;
import dev.trimtab.core.southbound.Backend;
import dev.trimtab.core.southbound.BackendChange;
import dev.trimtab.core.southbound.BackendRefusedException;
import dev.trimtab.proto.gnmi.SetResponse;
import dev.trimtab.proto.v1.Edit;
import dev.trimtab.proto.v1.SetOptions;
import dev.trimtab.proto.v1.SetOutcome;
import dev.trimtab.proto.v1.TargetOutcome;
import io.grpc.Status.Code;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Set with the server's own options. */
class SynchronousSetTest {
    private static final SetOptions.Builder SYNCHRONOUS =
            SetOptions.newBuilder().setSynchronous(true);

    private final FakeBackend backend = new FakeBackend();
    private GnmiFixture fixture;
    private GnmiClient client;
    private String target;

    /** Confirms, refuses, or does not answer. */
    private static final class FakeBackend implements Backend {
        volatile String refusal = "";
        volatile boolean silent;

        @Override
        public long session() {
            return 1;
        }

        @Override
        public void set(BackendChange change) throws BackendRefusedException {
            if (silent) {
                await();
            }
            if (!refusal.isEmpty()) {
                throw new BackendRefusedException(refusal);
            }
        }

        private static void await() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void start() throws IOException {
        fixture = new GnmiFixture(GnmiSettings.at("127.0.0.1", 0), 1000, (_, _, onSession) -> {
            onSession.run();
            return backend;
        });
        client = fixture.client(GnmiFixture.ADMIN);
        target = client.target();
        client.update(
                "system", "/system/targets/target[name=" + target + "]/connection", "{\"address\":\"127.0.0.1\"}");
    }

    @AfterEach
    void stop() {
        client.close();
        fixture.close();
    }

    private SetResponse set(String path, String json, SetOptions.Builder options) {
        return client.set(setRequest(target)
                .addUpdate(json(path, json))
                .addExtension(SetExtension.of(options.build()))
                .build());
    }

    private static SetOutcome outcome(SetResponse answer) {
        return SetExtension.outcome(answer.getExtensionList()).orElseThrow();
    }

    @Test
    void synchronousSetAnswersWhenTheBackendConfirmed() {
        SetOutcome outcome = outcome(set("/box/name", "\"a\"", SYNCHRONOUS));

        assertThat(outcome.getTransaction()).isPositive();
        assertThat(outcome.getTargetsList())
                .containsExactly(TargetOutcome.newBuilder()
                        .setTarget(target)
                        .setRevision(1)
                        .setStatus(TargetOutcome.Status.STATUS_APPLIED)
                        .build());
    }

    @Test
    @DisplayName("SET-17: a refusal of the backend is ABORTED with its reason; the transaction stays committed")
    void refusalOfTheBackendIsAborted() {
        backend.refusal = "no such radio";

        String sentence = refused(Code.ABORTED, () -> set("/box/name", "\"a\"", SYNCHRONOUS));

        assertThat(sentence).contains("no such radio", target, "committed");
        assertThat(client.read(target, "/box/name")).isEqualTo("\"a\"");
    }

    @Test
    @DisplayName("SET-21: a backend that does not answer in time is DEADLINE_EXCEEDED with the transaction")
    void silenceOfTheBackendIsUnknown() {
        backend.silent = true;
        var hasty = SYNCHRONOUS.clone().setApplyTimeout(Duration.newBuilder().setNanos(50_000_000));

        assertThat(refused(Code.DEADLINE_EXCEEDED, () -> set("/box/name", "\"a\"", hasty)))
                .containsPattern("transaction \\d+");
    }

    @Test
    void dryRunShowsTheEditsAndChangesNothing() {
        client.update(target, "/box/name", "\"a\"");

        SetOutcome outcome =
                outcome(set("/box/name", "\"b\"", SetOptions.newBuilder().setDryRun(true)));

        assertThat(outcome.getTransaction()).isZero();
        assertThat(outcome.getEditsList())
                .containsExactly(Edit.newBuilder()
                        .setTarget(target)
                        .setPath(GnmiClient.path("/box/name"))
                        .setBefore(GnmiClient.jsonIetf("\"a\""))
                        .setAfter(GnmiClient.jsonIetf("\"b\""))
                        .build());
        assertThat(client.read(target, "/box/name")).isEqualTo("\"a\"");
    }

    @Test
    void repeatedKeyIsCarriedOutOnce() {
        var keyed = SetOptions.newBuilder().setIdempotencyKey("k-1").setComment("why");

        SetOutcome first = outcome(set("/box/name", "\"a\"", keyed));
        client.update(target, "/box/name", "\"other\"");
        SetOutcome again = outcome(set("/box/name", "\"a\"", keyed));

        assertThat(again).isEqualTo(first);
        assertThat(client.read(target, "/box/name")).isEqualTo("\"other\"");
    }

    @Test
    void optionsThatAreThereTwiceAreRefused() {
        var options = SetExtension.of(SYNCHRONOUS.build());

        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> client.set(setRequest(target)
                        .addUpdate(json("/box/name", "\"a\""))
                        .addExtension(options)
                        .addExtension(options)
                        .build()));
        refused(
                Code.INVALID_ARGUMENT,
                client,
                target,
                () -> set("/box/name", "\"a\"", SetOptions.newBuilder().setComment("x".repeat(1001))));
    }
}
