package dev.trimtab.app.plugin;

import dev.trimtab.app.identity.LocalUsers;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.target.ModelSettings;
import dev.trimtab.core.target.PluginSettings;
import dev.trimtab.core.transaction.Command;
import dev.trimtab.core.transaction.ModelOperations;
import dev.trimtab.core.transaction.Operation;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.pluginhost.InProcessPlugins;
import dev.trimtab.pluginhost.PluginClient;
import dev.trimtab.pluginhost.PluginDescription;
import dev.trimtab.pluginhost.PluginException;
import io.grpc.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the models of files, each file in one transaction of the principal that stands for the plugin folder. Not thread-safe.
 *
 * <p>A jar is copied before its code is run, so that whoever writes over it does not write into a running program.
 */
final class FolderModels implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FolderModels.class);

    /** Whoever may write into the folder may run code in the server: there is nothing to keep from them. */
    private static final Principal FOLDER = new Principal("plugin-folder", Set.of(LocalUsers.ADMINISTRATOR), "file");

    private final PluginFolder.Services services;
    private final PluginClient client;
    private final Path copies;
    private final Map<String, Taken> taken = new HashMap<>();

    /** What was made of a file; {@code running} is its code. */
    private record Taken(
            Set<ModelId> models,
            PluginSettings plugin,
            @Nullable InProcessPlugins running) {
        void close() {
            if (running != null) {
                running.close();
            }
        }
    }

    /** @param copies an empty folder of its own */
    FolderModels(PluginFolder.Services services, PluginClient client, Path copies) {
        this.services = services;
        this.client = client;
        this.copies = copies;
    }

    /** Adds the models of a file that is new or has changed, and runs its code in place of what it was before. */
    void take(Path file) throws RefusedFileException {
        if (file.toString().endsWith(".jar")) {
            takeJar(file);
        } else {
            ModelDescription model = new YangBundle(client.descriptionBytesMax()).read(file);
            add(file, List.of(new ModelSettings(model, new PluginSettings.None())));
            replace(name(file), new Taken(Set.of(model.id()), new PluginSettings.None(), null));
        }
    }

    private void takeJar(Path file) throws RefusedFileException {
        InProcessPlugins running = run(file);
        var plugin = new PluginSettings.Jar(name(file));
        try {
            Map<ModelId, ModelPlugins.Offer> offers = offers(running);
            var settings = offers.values().stream()
                    .map(offer -> new ModelSettings(offer.description().model(), plugin))
                    .toList();
            add(file, settings);
            services.plugins().offer(name(file), offers);
            replace(name(file), new Taken(offers.keySet(), plugin, running));
        } catch (RefusedFileException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private InProcessPlugins run(Path file) throws RefusedFileException {
        try {
            Path copy = Files.createTempFile(copies, "", "-" + name(file));
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            try (var zip = new ZipFile(copy.toFile())) {
                log.atDebug().addKeyValue("entries", zip.size()).log("a jar is whole");
            }
            return InProcessPlugins.inJar(copy);
        } catch (IOException | PluginException e) {
            throw new RefusedFileException(String.valueOf(e.getMessage()), e);
        }
    }

    private Map<ModelId, ModelPlugins.Offer> offers(InProcessPlugins running) throws RefusedFileException {
        Map<ModelId, ModelPlugins.Offer> offers = new HashMap<>();
        for (Channel channel : running.channels()) {
            try {
                PluginDescription description = client.describe(channel);
                ModelId id = description.model().id();
                if (offers.put(id, new ModelPlugins.Offer(channel, description)) != null) {
                    throw new RefusedFileException("it has two plugins for model " + id);
                }
            } catch (PluginException e) {
                throw new RefusedFileException(String.valueOf(e.getMessage()), e);
            }
        }
        return offers;
    }

    private void add(Path file, Collection<ModelSettings> settings) throws RefusedFileException {
        List<Operation> operations = settings.stream().map(ModelOperations::add).toList();
        try {
            commit(operations, "file " + name(file));
        } catch (FailureException e) {
            String reason = name(file) + " is refused: " + e.failure().message();
            settings.forEach(
                    one -> services.plugins().complain(one.description().id(), reason));
            throw new RefusedFileException(e.failure().message(), e);
        }
    }

    private void replace(String name, Taken now) {
        Taken before = taken.put(name, now);
        if (before != null) {
            Set<ModelId> gone = new HashSet<>(before.models());
            gone.removeAll(now.models());
            gone.forEach(id -> removeUnused(id, before.plugin(), name));
            before.close();
        }
    }

    /** Takes away the code of a file that is gone, and those of its models that no target has. */
    void drop(String name) {
        services.plugins().withdraw(name);
        Taken before = taken.remove(name);
        if (before != null) {
            before.models().forEach(id -> removeUnused(id, before.plugin(), name));
            before.close();
        }
    }

    private void removeUnused(ModelId id, PluginSettings plugin, String name) {
        Optional<ModelSettings> present = services.models().settings(id);
        if (present.filter(settings -> settings.plugin().equals(plugin)).isEmpty()) {
            return; // somebody has made it a model of something else
        }
        try {
            commit(List.of(ModelOperations.remove(services.models(), id)), "file " + name + " is gone");
        } catch (FailureException e) {
            log.atWarn()
                    .addKeyValue("model", id)
                    .addKeyValue("file", name)
                    .addKeyValue("reason", e.failure().message())
                    .log("the file of a model is gone; the model stays");
        }
    }

    private void commit(List<Operation> operations, String comment) {
        services.transactions().commit(new Command(FOLDER, operations, comment, "", Map.of(), false));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void close() {
        taken.values().forEach(Taken::close);
        taken.clear();
    }
}
