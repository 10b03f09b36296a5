package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelPlugin;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The plugins of one place, the class path or a jar, served within this process until they are closed.
 *
 * <p>Each plugin has a server of its own on the in-process transport, under a name that nothing else has. A plugin runs on
 * virtual threads, so that one that hangs runs into its client's deadline and holds nobody else up. Closing ends the calls that
 * are under way and lets go of the jar. Not thread-safe, but the channels are.
 */
public final class InProcessPlugins implements AutoCloseable {
    private final String place;
    private final Closeable source;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Server> servers = new ArrayList<>();
    private final List<ManagedChannel> channels = new ArrayList<>();

    private InProcessPlugins(String place, Closeable source) {
        this.place = place;
        this.source = source;
    }

    /**
     * Serves the plugins that are part of the program; there may be none.
     *
     * @throws PluginException for one that cannot be created
     */
    public static InProcessPlugins onClassPath() {
        var plugins = new InProcessPlugins("the class path", () -> {});
        plugins.serveAll(providers(InProcessPlugins.class.getClassLoader()));
        return plugins;
    }

    /**
     * Serves the plugins of one jar, which sees the program's classes.
     *
     * @throws PluginException where it has none of its own, or one that cannot be created
     */
    public static InProcessPlugins inJar(Path jar) {
        var loader = new URLClassLoader(new URL[] {url(jar)}, InProcessPlugins.class.getClassLoader());
        var plugins = new InProcessPlugins(jar.toString(), loader);
        // Through the jar's loader the program's own plugins are found too; they are not the jar's.
        plugins.serveAll(providers(loader)
                .filter(provider -> loader.equals(provider.type().getClassLoader())));
        if (plugins.channels.isEmpty()) {
            plugins.close();
            throw new PluginException(jar + " has no model plugin");
        }
        return plugins;
    }

    /**
     * Serves the plugins of every jar in a folder.
     *
     * @return one for each {@code *.jar}, in the order of the names; none where the folder does not exist
     * @throws PluginException for the first jar that {@link #inJar} refuses; then none is served
     */
    public static List<InProcessPlugins> inFolder(Path folder) {
        List<InProcessPlugins> found = new ArrayList<>();
        try {
            jars(folder).forEach(jar -> found.add(inJar(jar)));
        } catch (PluginException e) {
            found.forEach(InProcessPlugins::close);
            throw e;
        }
        return List.copyOf(found);
    }

    /** Where the plugins come from, for people. */
    public String place() {
        return place;
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
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be closed", e);
        }
    }

    private static Stream<ServiceLoader.Provider<ModelPlugin>> providers(ClassLoader loader) {
        return ServiceLoader.load(ModelPlugin.class, loader).stream();
    }

    private void serveAll(Stream<ServiceLoader.Provider<ModelPlugin>> providers) {
        try {
            providers.map(ServiceLoader.Provider::get).forEach(this::serve);
        } catch (ServiceConfigurationError | LinkageError e) {
            close();
            throw new PluginException("a plugin of " + place + " cannot be created: " + e.getMessage(), e);
        }
    }

    private void serve(ModelPlugin plugin) {
        String name = InProcessServerBuilder.generateName();
        Server server = InProcessServerBuilder.forName(name)
                .addService(new ModelPluginService(plugin))
                .executor(executor)
                .build();
        try {
            servers.add(server.start());
        } catch (IOException e) {
            throw new UncheckedIOException("in-process server " + name + " cannot start", e);
        }
        channels.add(InProcessChannelBuilder.forName(name).build());
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("plugin folder " + folder + " cannot be read", e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("path " + jar + " is no URL", e);
        }
    }
}
