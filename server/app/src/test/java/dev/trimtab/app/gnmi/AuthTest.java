package dev.trimtab.app.gnmi;

import static dev.trimtab.app.gnmi.GnmiClient.getRequest;
import static dev.trimtab.app.gnmi.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.app.identity.Credentials;
import dev.trimtab.proto.gnmi.CapabilityRequest;
import dev.trimtab.proto.gnmi.gNMIGrpc;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthTest extends GnmiTest {

    @Test
    @DisplayName("TLS-3: a wrong password is refused by every RPC")
    void refusesWrongPassword() {
        try (GnmiClient wrong = fixture.client(new Credentials.Basic("admin", "wrong"))) {
            refused(Code.UNAUTHENTICATED, () -> wrong.blocking.capabilities(CapabilityRequest.getDefaultInstance()));
            refused(
                    Code.UNAUTHENTICATED,
                    () -> wrong.get(getRequest(target, "/box/size").build()));
            refused(Code.UNAUTHENTICATED, client, target, () -> wrong.update(target, "/box/size", "5"));
            Stream stream = Stream.open(
                    wrong,
                    Stream.request(
                            Stream.list(target, dev.trimtab.proto.gnmi.SubscriptionList.Mode.ONCE, "/box/size")));
            assertThat(stream.end().getCode()).isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    @Test
    @DisplayName("TLS-7: requests of one connection are judged separately")
    void judgesEachRequest() {
        String right = Base64.getEncoder().encodeToString("admin:right".getBytes(StandardCharsets.UTF_8));
        String wrong = Base64.getEncoder().encodeToString("admin:wrong".getBytes(StandardCharsets.UTF_8));

        refused(Code.UNAUTHENTICATED, () -> capabilities("Basic " + wrong));
        capabilities("Basic " + right);
        refused(Code.UNAUTHENTICATED, () -> capabilities("Digest " + right));
        refused(Code.UNAUTHENTICATED, () -> capabilities("Bearer " + right));
        refused(
                Code.UNAUTHENTICATED,
                () -> gNMIGrpc.newBlockingStub(client.channel).capabilities(CapabilityRequest.getDefaultInstance()));
    }

    private void capabilities(String authorization) {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
        assertThat(gNMIGrpc.newBlockingStub(client.channel)
                        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
                        .capabilities(CapabilityRequest.getDefaultInstance())
                        .getSupportedModelsCount())
                .isPositive();
    }

    @Test
    @DisplayName("ERR-5: a request above the limit is refused and the connection goes on")
    void refusesLargeRequests() {
        String large = "\"" + "x".repeat(65 << 20) + "\"";

        refused(Code.RESOURCE_EXHAUSTED, () -> client.update(target, "/box/name", large));
        assertThat(client.read(target, "/box/size")).isEqualTo("10");
    }
}
