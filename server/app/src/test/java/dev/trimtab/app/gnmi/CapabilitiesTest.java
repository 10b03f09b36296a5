package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.proto.gnmi.CapabilityRequest;
import dev.trimtab.proto.gnmi.CapabilityResponse;
import dev.trimtab.proto.gnmi.Encoding;
import dev.trimtab.proto.gnmi.ModelData;
import dev.trimtab.proto.gnmi.ext.Depth;
import dev.trimtab.proto.gnmi.ext.Extension;
import dev.trimtab.proto.gnmi.ext.ExtensionID;
import dev.trimtab.proto.gnmi.ext.History;
import dev.trimtab.proto.gnmi.ext.RegisteredExtension;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static GnmiFixture fixture;
    private static GnmiClient client;

    @BeforeAll
    static void start() throws IOException {
        fixture = GnmiFixture.start();
        client = fixture.client(GnmiFixture.ADMIN);
    }

    @AfterAll
    static void stop() {
        client.close();
        fixture.close();
    }

    @Test
    @DisplayName("CAP-1, CAP-2, CAP-9: models, encodings and the version of the protocol, before any target exists")
    void answersBeforeAnyTargetExists() {
        CapabilityResponse answer = client.blocking.capabilities(CapabilityRequest.getDefaultInstance());

        assertThat(answer.getGNMIVersion()).isEqualTo("0.10.0");
        assertThat(answer.getSupportedModelsList()).isNotEmpty();
        assertThat(answer.getSupportedEncodingsList())
                .containsExactly(Encoding.JSON, Encoding.JSON_IETF, Encoding.PROTO);
    }

    @Test
    @DisplayName("CAP-4: each implemented module once, with name, organization and version")
    void listsEachImplementedModuleOnce() {
        List<ModelData> models = client.blocking
                .capabilities(CapabilityRequest.getDefaultInstance())
                .getSupportedModelsList();

        assertThat(models).doesNotHaveDuplicates();
        assertThat(models)
                .contains(ModelData.newBuilder()
                        .setName("demo")
                        .setOrganization("Demo")
                        .setVersion("2026-01-02")
                        .build());
        assertThat(models).extracting(ModelData::getName).contains("trimtab-system", "onf-site");
        assertThat(models).extracting(ModelData::getName).doesNotContain("ietf-inet-types");
    }

    @Test
    @DisplayName("CAP-6, DEP-4, EXT-1: depth is refused, other extensions never change the answer")
    void refusesDepthAndIgnoresWhatItDoesNotKnow() {
        CapabilityResponse plain = client.blocking.capabilities(CapabilityRequest.getDefaultInstance());
        var unknown = Extension.newBuilder()
                .setRegisteredExt(RegisteredExtension.newBuilder().setId(ExtensionID.EID_EXPERIMENTAL));

        assertThat(client.blocking.capabilities(
                        CapabilityRequest.newBuilder().addExtension(unknown).build()))
                .isEqualTo(plain);
        refused(
                Status.Code.INVALID_ARGUMENT,
                () -> with(Extension.newBuilder().setDepth(Depth.newBuilder().setLevel(1))));
        refused(Status.Code.UNIMPLEMENTED, () -> with(Extension.newBuilder().setHistory(History.getDefaultInstance())));
    }

    private static CapabilityResponse with(Extension.Builder extension) throws StatusRuntimeException {
        return client.blocking.capabilities(
                CapabilityRequest.newBuilder().addExtension(extension).build());
    }

    @Test
    @DisplayName("CAP-7: reflection lists gnmi.gNMI for clients without the contract")
    void reflectionListsTheService() throws Exception {
        var answer = new CompletableFuture<ServerReflectionResponse>();
        StreamObserver<ServerReflectionRequest> request =
                ServerReflectionGrpc.newStub(client.channel).serverReflectionInfo(new FirstOf<>(answer));
        request.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        request.onCompleted();

        assertThat(answer.get(10, TimeUnit.SECONDS).getListServicesResponse().getServiceList())
                .anyMatch(service -> service.getName().equals("gnmi.gNMI"));
    }

    @Test
    @SuppressWarnings("deprecation")
    @DisplayName("CAP-7: so does reflection of the older version")
    void olderReflectionListsTheService() throws Exception {
        var answer = new CompletableFuture<io.grpc.reflection.v1alpha.ServerReflectionResponse>();
        var request = io.grpc.reflection.v1alpha.ServerReflectionGrpc.newStub(client.channel)
                .serverReflectionInfo(new FirstOf<>(answer));
        request.onNext(io.grpc.reflection.v1alpha.ServerReflectionRequest.newBuilder()
                .setListServices("")
                .build());
        request.onCompleted();

        assertThat(answer.get(10, TimeUnit.SECONDS).getListServicesResponse().getServiceList())
                .anyMatch(service -> service.getName().equals("gnmi.gNMI"));
    }

    @Test
    void healthSaysThatTheServiceIsServing() {
        var health = HealthGrpc.newBlockingStub(client.channel)
                .check(HealthCheckRequest.newBuilder().setService("gnmi.gNMI").build());

        assertThat(health.getStatus()).isEqualTo(ServingStatus.SERVING);
    }

    private record FirstOf<T>(CompletableFuture<T> value) implements StreamObserver<T> {
        @Override
        public void onNext(T next) {
            value.complete(next);
        }

        @Override
        public void onError(Throwable thrown) {
            value.completeExceptionally(thrown);
        }

        @Override
        public void onCompleted() {}
    }
}
