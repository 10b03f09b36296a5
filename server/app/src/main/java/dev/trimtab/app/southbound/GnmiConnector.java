package dev.trimtab.app.southbound;

import dev.trimtab.core.southbound.Backend;
import dev.trimtab.core.southbound.Connector;
import dev.trimtab.core.target.ConnectionSettings;
import dev.trimtab.model.TargetId;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.TimeUnit;

/** Opens one gRPC channel a target. Thread-safe. */
public final class GnmiConnector implements Connector {
    private final int messageBytesMax;

    /** @param messageBytesMax largest answer taken from a backend */
    public GnmiConnector(int messageBytesMax) {
        this.messageBytesMax = messageBytesMax;
    }

    @Override
    public Backend connect(TargetId target, ConnectionSettings settings, Runnable onSession) {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(settings.address(), settings.port())
                .maxInboundMessageSize(messageBytesMax)
                .withOption(
                        io.grpc.netty.shaded.io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connectTimeout().toMillis()))
                .keepAliveTime(30, TimeUnit.SECONDS)
                .keepAliveTimeout(10, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .idleTimeout(3650, TimeUnit.DAYS);
        ManagedChannel channel = (settings.tls() ? builder.useTransportSecurity() : builder.usePlaintext()).build();
        var backend = new GnmiBackend(target, channel, settings.requestTimeout(), onSession);
        backend.follow();
        return backend;
    }
}
