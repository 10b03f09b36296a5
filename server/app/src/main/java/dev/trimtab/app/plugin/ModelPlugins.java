package dev.trimtab.app.plugin;

import dev.trimtab.core.plugin.Plugin;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.target.ModelReport;
import dev.trimtab.core.target.ModelReport.PluginStatus;
import dev.trimtab.core.target.ModelSettings;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.PluginSettings;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.pluginhost.PluginDescription;
import io.grpc.Channel;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows the served models and binds each to its code: a plugin of the program, of a jar in the plugin folder, or of a plugin host.
 *
 * <p>Thread-safe.
 */
public final class ModelPlugins implements Plugins, AutoCloseable {
    private final Models models;
    private final PluginBounds bounds;
    private final @Nullable PluginTls tls;
    private final Map<ModelId, Bound> bound = new ConcurrentHashMap<>();
    private final Map<String, Map<ModelId, Offer>> jars = new HashMap<>();
    private final Map<ModelId, Offer> builtIn = new HashMap<>();
    private @Nullable ModelReport report;

    /** A plugin that runs in this process, and what it says of itself. */
    record Offer(Channel channel, PluginDescription description) {}

    private record Bound(PluginSettings settings, PluginLink link, AutoCloseable connection) {}

    /** @param tls null where there are no settings for plugin hosts; models whose code they run are read-only then */
    public ModelPlugins(Models models, PluginBounds bounds, @Nullable PluginTls tls) {
        this.models = models;
        this.bounds = bounds;
        this.tls = tls;
    }

    /** Notes a plugin of the program; called before {@link #start}. */
    public void builtIn(Channel channel, PluginDescription description) {
        builtIn.put(description.model().id(), new Offer(channel, description));
    }

    /** Binds all models and follows them from now on; called once, when the targets are there to report in. */
    public void start(ModelReport modelReport) {
        synchronized (this) {
            this.report = modelReport;
        }
        models.onChange(this::follow);
        models.all().forEach(served -> follow(served.model().id()));
    }

    @Override
    public Optional<Plugin> find(ModelId model) {
        return Optional.ofNullable(bound.get(model)).map(Bound::link);
    }

    /** A jar of the plugin folder is there, or there anew: the code of these models. */
    synchronized void offer(String jar, Map<ModelId, Offer> offers) {
        jars.put(jar, Map.copyOf(offers));
        bound.values().forEach(one -> attach(one, jar));
    }

    /** A jar of the plugin folder is gone. */
    synchronized void withdraw(String jar) {
        jars.remove(jar);
        bound.values().forEach(one -> attach(one, jar));
    }

    /** Shows what is wrong with a file that would be the code of a model. */
    synchronized void complain(ModelId model, String reason) {
        Bound one = bound.get(model);
        if (one != null) {
            one.link().complain(reason);
        }
    }

    private void attach(Bound one, String jar) {
        if (!(one.settings() instanceof PluginSettings.Jar(String wanted)) || !wanted.equals(jar)) {
            return;
        }
        Offer offer = jars.getOrDefault(jar, Map.of()).get(one.link().model().id());
        if (offer == null) {
            one.link().disconnect(jar + " is not in the plugin folder");
        } else {
            one.link().connect(offer.channel(), offer.description());
        }
    }

    private synchronized void follow(ModelId id) {
        ModelReport shown = report;
        if (shown == null) {
            return;
        }
        Optional<ModelDescription> served =
                models.find(id).map(model -> model.model().description());
        PluginSettings settings = models.settings(id).map(ModelSettings::plugin).orElseGet(PluginSettings.None::new);
        Bound present = bound.get(id);
        if (present != null
                && present.settings().equals(settings)
                && served.filter(present.link().model()::equals).isPresent()) {
            return;
        }
        unbind(id);
        served.ifPresentOrElse(model -> bind(model, settings, shown), () -> shown.show(id, PluginStatus.NONE, ""));
    }

    private void bind(ModelDescription model, PluginSettings settings, ModelReport shown) {
        switch (settings) {
            case PluginSettings.None _ -> bindBuiltIn(model, shown);
            case PluginSettings.Jar(String fileName) -> {
                Bound one = link(model, settings, fileName, shown);
                attach(one, fileName);
            }
            case PluginSettings.Host host ->
                connect(host, link(model, settings, "plugin host " + host.address() + ":" + host.port(), shown));
        }
    }

    private void bindBuiltIn(ModelDescription model, ModelReport shown) {
        Offer offer = builtIn.get(model.id());
        if (offer == null || models.settings(model.id()).isPresent()) {
            shown.show(model.id(), PluginStatus.NONE, "");
        } else {
            link(model, new PluginSettings.None(), "the program", shown)
                    .link()
                    .connect(offer.channel(), offer.description());
        }
    }

    private Bound link(ModelDescription model, PluginSettings settings, String name, ModelReport shown) {
        var one = new Bound(settings, new PluginLink(model, name, bounds.hooks(), shown), () -> {});
        bound.put(model.id(), one);
        return one;
    }

    private void connect(PluginSettings.Host host, Bound one) {
        if (tls == null) {
            one.link().disconnect("the settings plugin-authorities, plugin-certificate and plugin-key are missing");
            return;
        }
        try {
            var connection = HostConnection.open(host, tls, bounds.client(), one.link());
            bound.put(one.link().model().id(), new Bound(host, one.link(), connection));
        } catch (IOException | IllegalArgumentException e) {
            one.link().disconnect("the TLS files for plugin hosts cannot be used: " + e.getMessage());
        }
    }

    private void unbind(ModelId id) {
        Bound one = bound.remove(id);
        if (one != null) {
            close(one);
        }
    }

    private static void close(Bound one) {
        one.link().end();
        try {
            one.connection().close();
        } catch (Exception e) {
            throw new IllegalStateException("a connection to a plugin host cannot be closed", e);
        }
    }

    @Override
    public synchronized void close() {
        report = null;
        bound.values().forEach(ModelPlugins::close);
        bound.clear();
    }
}
