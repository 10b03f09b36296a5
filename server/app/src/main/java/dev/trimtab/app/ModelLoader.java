package dev.trimtab.app;

import dev.trimtab.app.start.StartException;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangResources;
import dev.trimtab.pluginhost.InProcessPlugins;
import dev.trimtab.pluginhost.PluginClient;
import dev.trimtab.pluginhost.PluginException;
import io.grpc.Channel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Loads the server's own model and those of every plugin, side by side, over the plugins' gRPC contract. */
final class ModelLoader implements AutoCloseable {
    private final List<InProcessPlugins> plugins = new ArrayList<>();

    /** @param folder of plugin jars beyond those on the class path */
    ModelLoader(Path folder) {
        try {
            plugins.add(InProcessPlugins.onClassPath());
            plugins.addAll(InProcessPlugins.inFolder(folder));
        } catch (PluginException e) {
            close();
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws StartException naming the model, the file, the line and the reason, when one cannot be loaded */
    Models load() {
        try {
            CompletableFuture<ServedModel> system = CompletableFuture.supplyAsync(() -> served(system()));
            List<CompletableFuture<ServedModel>> others = plugins.stream()
                    .flatMap(place -> place.channels().stream())
                    .map(channel -> CompletableFuture.supplyAsync(() -> served(describe(channel))))
                    .toList();
            return new Models(
                    system.join(), others.stream().map(CompletableFuture::join).toList());
        } catch (CompletionException e) {
            if (e.getCause() instanceof ModelLoadException || e.getCause() instanceof PluginException) {
                throw new StartException(String.valueOf(e.getCause().getMessage()), e);
            }
            throw e;
        } catch (IllegalArgumentException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    private static ModelDescription describe(Channel channel) {
        return PluginClient.DEFAULT.describe(channel);
    }

    private static ServedModel served(ModelDescription description) {
        return ServedModel.of(LoadedModel.load(description));
    }

    private static ModelDescription system() {
        return new ModelDescription(
                new ModelId("system", "1.0.0"),
                "The server's own configuration",
                new YangResources(ModelLoader.class.getClassLoader())
                        .implemented("yang/system/1.0.0", "trimtab-system")
                        .imported("META-INF/yang", "ietf-inet-types@2013-07-15", "ietf-yang-types@2013-07-15")
                        .sources());
    }

    @Override
    public void close() {
        plugins.forEach(InProcessPlugins::close);
    }
}
