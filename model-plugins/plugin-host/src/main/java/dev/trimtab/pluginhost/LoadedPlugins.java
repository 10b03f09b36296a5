package dev.trimtab.pluginhost;

import dev.trimtab.model.ModelPlugin;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The plugins of one place, the class path or a jar.
 *
 * @param place where they come from, for people
 * @param source closed with them
 */
record LoadedPlugins(String place, List<ModelPlugin> plugins, Closeable source) implements AutoCloseable {

    /**
     * The plugins that are part of the program; there may be none.
     *
     * @throws PluginException for one that cannot be created
     */
    static LoadedPlugins onClassPath() {
        String place = "the class path";
        return new LoadedPlugins(place, created(place, providers(LoadedPlugins.class.getClassLoader())), () -> {});
    }

    /**
     * The plugins of one jar, which sees the program's classes.
     *
     * @throws PluginException where it has none of its own, or one that cannot be created
     */
    static LoadedPlugins inJar(Path jar) {
        var loader = new URLClassLoader(new URL[] {url(jar)}, LoadedPlugins.class.getClassLoader());
        try {
            // Through the jar's loader the program's own plugins are found too; they are not the jar's.
            List<ModelPlugin> plugins = created(
                    jar.toString(),
                    providers(loader)
                            .filter(provider -> loader.equals(provider.type().getClassLoader())));
            if (plugins.isEmpty()) {
                throw new PluginException(jar + " has no model plugin");
            }
            return new LoadedPlugins(jar.toString(), plugins, loader);
        } catch (PluginException e) {
            close(jar.toString(), loader);
            throw e;
        }
    }

    private static Stream<ServiceLoader.Provider<ModelPlugin>> providers(ClassLoader loader) {
        return ServiceLoader.load(ModelPlugin.class, loader).stream();
    }

    private static List<ModelPlugin> created(String place, Stream<ServiceLoader.Provider<ModelPlugin>> providers) {
        try {
            return providers.map(ServiceLoader.Provider::get).toList();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new PluginException("a plugin of " + place + " cannot be created: " + e.getMessage(), e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("path " + jar + " is no URL", e);
        }
    }

    @Override
    public void close() {
        close(place, source);
    }

    private static void close(String place, Closeable source) {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be closed", e);
        }
    }
}
