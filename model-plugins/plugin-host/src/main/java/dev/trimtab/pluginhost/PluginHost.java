package dev.trimtab.pluginhost;

import dev.trimtab.grpc.GrpcServers;
import dev.trimtab.model.ModelPlugin;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Serves one plugin over TLS, to those who have a certificate of an authority that it trusts.
 *
 * <p>{@code main} is a process that does this with the plugin of a jar until SIGTERM.
 */
public final class PluginHost implements AutoCloseable {
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Server server;

    private PluginHost(ModelPlugin plugin, HostSettings settings) throws IOException {
        server = NettyServerBuilder.forAddress(
                        new InetSocketAddress(settings.address(), settings.port()), credentials(settings))
                .executor(executor)
                .addService(new ModelPluginService(plugin))
                .addService(new MigrationService(plugin))
                .permitKeepAliveTime(1, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .build();
    }

    private static ServerCredentials credentials(HostSettings settings) throws IOException {
        return TlsServerCredentials.newBuilder()
                .keyManager(settings.certificate().toFile(), settings.key().toFile())
                .trustManager(settings.authorities().toFile())
                .clientAuth(ClientAuth.REQUIRE)
                .build();
    }

    /**
     * Starts a host, which serves on return.
     *
     * @throws IOException when a file cannot be used, or it cannot listen
     */
    public static PluginHost start(ModelPlugin plugin, HostSettings settings) throws IOException {
        var host = new PluginHost(plugin, settings);
        host.server.start();
        return host;
    }

    /** The port it listens at. */
    public int port() {
        return server.getPort();
    }

    /** Arguments: see {@link HostSettings#USAGE}. */
    public static void main(String[] arguments) {
        HostSettings settings;
        try {
            settings = HostSettings.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            end(USAGE, e.getMessage() + "\n" + HostSettings.USAGE);
            return;
        }
        try {
            run(settings);
        } catch (IOException | PluginException e) {
            end(FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static void run(HostSettings settings) throws IOException {
        LoadedPlugins loaded = LoadedPlugins.inJar(settings.jar());
        if (loaded.plugins().size() != 1) {
            throw new PluginException(
                    settings.jar() + " has " + loaded.plugins().size() + " plugins; a process serves one");
        }
        ModelPlugin plugin = loaded.plugins().getFirst();
        PluginHost host = start(plugin, settings);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("trimtab-stop").unstarted(host::close));
        System.out.println("plugin-host: " + plugin.describe().id() + " at " + settings.address() + ":" + host.port());
        System.out.flush();
        host.await();
    }

    /** Waits until it is closed; gRPC's own threads keep no process alive. */
    private void await() {
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(int status, String sentence) {
        System.err.println("plugin-host: " + sentence);
        System.exit(status);
    }

    /** Lets calls end for two seconds, then cancels what still runs. */
    @Override
    public void close() {
        GrpcServers.stop(server);
        executor.shutdownNow();
    }
}
