package dev.trimtab.adapter.kit;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.grpc.GrpcServers;
import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gNMI server in front of a system that has none.
 *
 * <p>Each target named in {@code prefix.target} has a tree of its own, of the one model. A Set is atomic and answered with OK
 * only after the backend accepted everything: ABORTED with the backend's reason when it refused, UNAVAILABLE when it may accept
 * the same later, and in both cases the tree is as before. A Set with a smaller election id than one seen before is answered with
 * PERMISSION_DENIED. What was accepted is on the disk, and a restarted adapter goes on from there.
 */
public final class AdapterServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AdapterServer.class);
    private static final long PROBES_MIN_SECONDS = 5;

    /** More calls at once than a server has for one connection; the rest wait in the connection. */
    private static final int CALLS_PER_CONNECTION_MAX = 256;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HealthStatusManager health = new HealthStatusManager();
    private final AdapterTargets targets;
    private final Backend backend;
    private final Server server;

    /** An adapter that does nothing until {@link #start}; it closes {@code backend} when it is closed. */
    public AdapterServer(AdapterSettings settings, LoadedModel model, Backend backend) {
        this.backend = backend;
        this.targets = new AdapterTargets(ServedModel.of(model), backend, settings);
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(settings.address(), settings.port()))
                .executor(executor)
                .maxInboundMessageSize(settings.messageBytesMax())
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION_MAX)
                .permitKeepAliveTime(PROBES_MIN_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(new AdapterService(model, targets, settings.operationsMax(), Clock.systemUTC()))
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance())
                .addService(reflectionOfOldClients())
                .build();
    }

    @SuppressWarnings("deprecation") // v1alpha is what most installed clients ask for
    private static BindableService reflectionOfOldClients() {
        return io.grpc.protobuf.services.ProtoReflectionService.newInstance();
    }

    /**
     * Reads what was accepted before, tells the backend, and begins to serve; called once.
     *
     * @throws IOException when a file cannot be read or the port is taken
     */
    public AdapterServer start() throws IOException {
        targets.resume();
        server.start();
        health.setStatus("gnmi.gNMI", ServingStatus.SERVING);
        log.atInfo().addKeyValue("port", port()).log("adapter serves");
        return this;
    }

    public int port() {
        return server.getPort();
    }

    /** Returns when the adapter is closed. */
    public void awaitTermination() throws InterruptedException {
        server.awaitTermination();
    }

    /** Lets calls end for two seconds, then cancels what still runs. */
    @Override
    public void close() {
        health.enterTerminalState();
        GrpcServers.stop(server);
        backend.close();
        executor.shutdownNow();
    }
}
