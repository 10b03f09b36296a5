package dev.trimtab.app;

import dev.trimtab.app.start.StartException;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.SystemModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.pluginhost.InProcessPlugins;
import dev.trimtab.pluginhost.PluginClient;
import dev.trimtab.pluginhost.PluginDescription;
import dev.trimtab.pluginhost.PluginException;
import io.grpc.Channel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;

/** Loads the models that are part of the program, side by side: the server's own, and those of its plugins. */
final class ModelLoader implements AutoCloseable {
    private final InProcessPlugins plugins;

    ModelLoader() {
        try {
            plugins = InProcessPlugins.onClassPath();
        } catch (PluginException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws StartException naming the model, the file, the line and the reason, when one cannot be loaded */
    Models load() {
        try {
            CompletableFuture<ServedModel> system =
                    CompletableFuture.supplyAsync(() -> ServedModel.of(SystemModel.load()));
            List<CompletableFuture<ServedModel>> others = plugins.channels().stream()
                    .map(channel -> CompletableFuture.supplyAsync(
                            () -> served(describe(channel).model())))
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

    /** Shows each plugin of the program and what it says of itself. */
    void plugins(BiConsumer<Channel, PluginDescription> consumer) {
        plugins.channels().forEach(channel -> consumer.accept(channel, describe(channel)));
    }

    private static PluginDescription describe(Channel channel) {
        return PluginClient.DEFAULT.describe(channel);
    }

    private static ServedModel served(ModelDescription description) {
        return ServedModel.of(LoadedModel.load(description));
    }

    @Override
    public void close() {
        plugins.close();
    }
}
