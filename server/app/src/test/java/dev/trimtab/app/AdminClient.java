package dev.trimtab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.trimtab.proto.admin.v1.AdminGrpc;
import dev.trimtab.proto.admin.v1.AdminGrpc.AdminBlockingStub;
import dev.trimtab.proto.admin.v1.LoginRequest;
import dev.trimtab.proto.gnmi.gNMIGrpc;
import dev.trimtab.proto.gnmi.gNMIGrpc.gNMIBlockingStub;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;

/** Calls the admin service and gNMI of a server on this machine. */
final class AdminClient implements AutoCloseable {
    private final ManagedChannel channel;

    AdminClient(int port) {
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
    }

    String login(String user, String password) {
        var request = LoginRequest.newBuilder()
                .setUsername(user)
                .setPassword(password)
                .build();
        return anonymous().login(request).getToken();
    }

    AdminBlockingStub anonymous() {
        return AdminGrpc.newBlockingStub(channel);
    }

    AdminBlockingStub admin(String token) {
        return anonymous().withInterceptors(bearer(token));
    }

    gNMIBlockingStub gnmi(String token) {
        return gNMIGrpc.newBlockingStub(channel).withInterceptors(bearer(token));
    }

    private static ClientInterceptor bearer(String token) {
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return MetadataUtils.newAttachHeadersInterceptor(headers);
    }

    /** Requires that a call fails with a status that says why; what it says. */
    static String refused(Status.Code code, Runnable call) {
        Status status = assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call::run)
                .actual()
                .getStatus();
        assertThat(status.getCode()).isEqualTo(code);
        assertThat(status.getDescription()).isNotBlank();
        return String.valueOf(status.getDescription());
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
