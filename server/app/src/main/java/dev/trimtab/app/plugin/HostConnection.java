package dev.trimtab.app.plugin;

import dev.trimtab.core.target.PluginSettings;
import dev.trimtab.pluginhost.PluginClient;
import dev.trimtab.pluginhost.PluginException;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Keeps a connection to one plugin host and tells the model's link when it is there and when it is away. */
final class HostConnection implements AutoCloseable {
    /** gRPC's own back-off goes up to two minutes; a plugin that is back should not wait that long. */
    private static final long RECONNECT_MILLIS = 500;

    private final ManagedChannel channel;
    private final PluginClient client;
    private final PluginLink link;

    private HostConnection(ManagedChannel channel, PluginClient client, PluginLink link) {
        this.channel = channel;
        this.client = client;
        this.link = link;
    }

    /** @throws IOException when a file of the TLS settings cannot be used */
    static HostConnection open(PluginSettings.Host host, PluginTls tls, PluginClient client, PluginLink link)
            throws IOException {
        ManagedChannelBuilder<?> builder = Grpc.newChannelBuilderForAddress(
                        host.address(), host.port(), tls.credentials())
                .maxInboundMessageSize(client.descriptionBytesMax())
                .keepAliveTime(10, TimeUnit.SECONDS)
                .keepAliveTimeout(5, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .idleTimeout(3650, TimeUnit.DAYS);
        if (host.tlsName() != null) {
            builder.overrideAuthority(host.tlsName());
        }
        var connection = new HostConnection(builder.build(), client, link);
        connection.follow();
        return connection;
    }

    /** Looks at the channel's state, asks for a connection, and comes back when the state changes. */
    private void follow() {
        ConnectivityState state = channel.getState(true);
        if (state == ConnectivityState.READY || state == ConnectivityState.TRANSIENT_FAILURE) {
            Thread.ofVirtual().name("trimtab-plugin").start(this::look); // a failed channel's call tells the reason
        } else if (state == ConnectivityState.IDLE) {
            link.disconnect("the connection ended");
        }
        if (state == ConnectivityState.TRANSIENT_FAILURE) {
            CompletableFuture.delayedExecutor(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(channel::resetConnectBackoff);
        }
        if (state != ConnectivityState.SHUTDOWN) {
            channel.notifyWhenStateChanged(state, this::follow);
        }
    }

    private void look() {
        try {
            link.connect(channel, client.describe(channel));
        } catch (PluginException e) {
            link.disconnect(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
