package dev.trimtab.app.gnmi;

import dev.trimtab.app.identity.Credentials;
import dev.trimtab.app.start.Edges;
import dev.trimtab.app.start.ServerConfig;
import dev.trimtab.app.start.StartException;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.grpc.GrpcServers;
import io.grpc.BindableService;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptors;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gNMI server: gNMI itself, for callers that say who they are, and reflection and health for everybody.
 *
 * <p>Every RPC has a virtual thread, so that one that waits holds nobody up.
 */
public final class GnmiServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GnmiServer.class);
    /** Clients of gNMI probe often: gnmic every 10 s. */
    private static final Duration PROBES_MIN = Duration.ofSeconds(5);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final HealthStatusManager health = new HealthStatusManager();
    private final GnmiSettings settings;
    private final GnmiService service;
    private final ServerTls tls;
    private final Server server;

    /**
     * @param authenticator who sent a request; throws {@link dev.trimtab.core.failure.FailureException} with {@code Unauthenticated}
     * @param others further services on the same port, behind the same authentication
     * @throws IOException when a file of the TLS settings cannot be used
     */
    GnmiServer(
            GnmiSettings settings,
            GnmiServices services,
            Function<Credentials, Principal> authenticator,
            InstantSource clock,
            BindableService... others)
            throws IOException {
        this.settings = settings;
        this.service = new GnmiService(services, settings, clock);
        this.tls = new ServerTls();
        var builder = builder(credentials())
                .addService(ServerInterceptors.intercept(service, new AuthInterceptor(authenticator)))
                .addService(health.getHealthService())
                .addService(ProtoReflectionServiceV1.newInstance())
                .addService(reflectionOfOldClients());
        for (BindableService other : others) {
            builder.addService(ServerInterceptors.intercept(other, new AuthInterceptor(authenticator)));
        }
        this.server = builder.build();
    }

    private ServerCredentials credentials() throws IOException {
        GnmiSettings.Tls files = settings.tls();
        return files == null ? InsecureServerCredentials.create() : tls.credentials(files);
    }

    private NettyServerBuilder builder(ServerCredentials credentials) {
        return NettyServerBuilder.forAddress(new InetSocketAddress(settings.address(), settings.port()), credentials)
                .executor(executor)
                .maxInboundMessageSize(settings.messageBytesMax())
                .keepAliveTime(settings.keepAlive().toNanos(), TimeUnit.NANOSECONDS)
                .permitKeepAliveTime(PROBES_MIN.toNanos(), TimeUnit.NANOSECONDS)
                .permitKeepAliveWithoutCalls(true);
    }

    @SuppressWarnings("deprecation") // v1alpha is what most installed clients ask for
    private static io.grpc.BindableService reflectionOfOldClients() {
        return io.grpc.protobuf.services.ProtoReflectionService.newInstance();
    }

    /**
     * A server on the settings of the process, serving.
     *
     * @throws IOException when a file of the TLS settings cannot be used
     * @throws StartException when it cannot listen
     */
    public static GnmiServer start(ServerConfig config, Edges core) throws IOException {
        var services = new GnmiServices(core.models(), core.reads(), core.transactions(), core.southbound());
        var server = new GnmiServer(
                GnmiSettings.of(config),
                services,
                core.authenticator()::authenticate,
                Clock.systemUTC(),
                new AdminService(core));
        server.start();
        return server;
    }

    /**
     * Begins to serve; called once.
     *
     * @throws StartException when it cannot listen
     */
    void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw StartException.cannotListen("gNMI", settings.address(), settings.port(), e);
        }
        health.setStatus("gnmi.gNMI", ServingStatus.SERVING);
        log.atInfo()
                .addKeyValue("port", port())
                .addKeyValue("tls", settings.tls() != null)
                .log("gNMI is served");
    }

    /** The port it listens at. */
    public int port() {
        return server.getPort();
    }

    /** Subscriptions that are being answered. */
    public int subscriptions() {
        return service.subscriptions();
    }

    /** Lets calls end for two seconds, then cancels what still runs. */
    @Override
    public void close() {
        health.enterTerminalState();
        GrpcServers.stop(server);
        executor.shutdownNow();
        tls.close();
    }
}
