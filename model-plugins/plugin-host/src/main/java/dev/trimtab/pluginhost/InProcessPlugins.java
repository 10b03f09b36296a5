package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelPlugin;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The plugins of one place, the class path or a jar, served within this process until they are closed.
 *
 * <p>Each plugin has a server of its own on the in-process transport, under a name that nothing else has. A plugin runs on
 * virtual threads, so that one that hangs runs into its client's deadline and holds nobody else up. Closing ends the calls that
 * are under way and lets go of the jar. Not thread-safe, but the channels are.
 */
public final class InProcessPlugins implements AutoCloseable {
    private final LoadedPlugins plugins;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Server> servers = new ArrayList<>();
    private final List<ManagedChannel> channels = new ArrayList<>();

    private InProcessPlugins(LoadedPlugins plugins) {
        this.plugins = plugins;
        plugins.plugins().forEach(this::serve);
    }

    /**
     * Serves the plugins that are part of the program; there may be none.
     *
     * @throws PluginException for one that cannot be created
     */
    public static InProcessPlugins onClassPath() {
        return new InProcessPlugins(LoadedPlugins.onClassPath());
    }

    /**
     * Serves the plugins of one jar, which sees the program's classes.
     *
     * @throws PluginException where it has none of its own, or one that cannot be created
     */
    public static InProcessPlugins inJar(Path jar) {
        return new InProcessPlugins(LoadedPlugins.inJar(jar));
    }

    /** Where the plugins come from, for people. */
    public String place() {
        return plugins.place();
    }

    /** A channel to each plugin; they end when this is closed. */
    public List<Channel> channels() {
        return List.copyOf(channels);
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        servers.forEach(Server::shutdownNow);
        executor.shutdownNow();
        plugins.close();
    }

    private void serve(ModelPlugin plugin) {
        String name = InProcessServerBuilder.generateName();
        Server server = InProcessServerBuilder.forName(name)
                .addService(new ModelPluginService(plugin))
                .addService(new MigrationService(plugin))
                .executor(executor)
                .build();
        try {
            servers.add(server.start());
        } catch (IOException e) {
            throw new UncheckedIOException("in-process server " + name + " cannot start", e);
        }
        channels.add(InProcessChannelBuilder.forName(name).build());
    }
}
