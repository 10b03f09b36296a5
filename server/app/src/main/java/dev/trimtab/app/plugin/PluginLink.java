package dev.trimtab.app.plugin;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.plugin.Plugin;
import dev.trimtab.core.target.ModelReport;
import dev.trimtab.core.target.ModelReport.PluginStatus;
import dev.trimtab.model.ChangedNode;
import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.PickedValue;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import dev.trimtab.pluginhost.HookClient;
import dev.trimtab.pluginhost.PluginDescription;
import dev.trimtab.pluginhost.PluginException;
import io.grpc.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The code of one model: there, behind a channel, or away. Thread-safe. */
final class PluginLink implements Plugin {
    private static final Logger log = LoggerFactory.getLogger(PluginLink.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ModelDescription model;
    private final String name;
    private final HookClient hooks;
    private final ModelReport report;
    private volatile @Nullable Channel present;
    /** Stays when the plugin goes: which questions are its own does not change by that. */
    private volatile @Nullable PluginDescription known;

    private boolean ended;

    /**
     * Begins away.
     *
     * @param model what the plugin has to describe
     * @param name of the plugin, for people
     */
    PluginLink(ModelDescription model, String name, HookClient hooks, ModelReport report) {
        this.model = model;
        this.name = name;
        this.hooks = hooks;
        this.report = report;
        report.show(model.id(), PluginStatus.AWAY, name + " has not answered yet");
    }

    /** The plugin is at the other end, if it describes the model; if it does not, it is away. */
    synchronized void connect(Channel channel, PluginDescription description) {
        if (ended) {
            return;
        }
        String difference = Differences.between(model, description.model());
        if (!difference.isEmpty()) {
            disconnect(name + " is not the code of model " + id() + ": " + difference);
            return;
        }
        known = description;
        present = channel;
        report.show(id(), PluginStatus.CONNECTED, "");
        log.atInfo().addKeyValue("model", id()).addKeyValue("plugin", name).log("the plugin of a model is there");
    }

    /** The plugin is away. */
    synchronized void disconnect(String reason) {
        if (ended) {
            return;
        }
        boolean wasPresent = present != null;
        present = null;
        report.show(id(), PluginStatus.AWAY, reason);
        if (wasPresent) {
            log.atWarn()
                    .addKeyValue("model", id())
                    .addKeyValue("plugin", name)
                    .addKeyValue("reason", reason)
                    .log("the plugin of a model is away; its targets are read-only");
        }
    }

    /** Shows what went wrong with the plugin, which stays as it is. */
    synchronized void complain(String reason) {
        if (!ended) {
            report.show(id(), present == null ? PluginStatus.AWAY : PluginStatus.CONNECTED, reason);
        }
    }

    /** Away for good: a connection that is still busy does not speak for the one that follows it. */
    synchronized void end() {
        ended = true;
        present = null;
    }

    ModelDescription model() {
        return model;
    }

    private ModelId id() {
        return model.id();
    }

    @Override
    public void requireAvailable() {
        channel();
    }

    private RuntimeException away() {
        return unavailable(name + ", the plugin of model " + id() + ",");
    }

    @Override
    public Set<Path> validated() {
        PluginDescription description = known;
        return description == null ? Set.of() : description.validatedPaths();
    }

    @Override
    public Set<Path> picked() {
        PluginDescription description = known;
        return description == null ? Set.of() : description.pickedPaths();
    }

    @Override
    public List<Migration> migrations() {
        PluginDescription description = known;
        return description == null
                ? List.of()
                : description.migrations().stream()
                        .<Migration>map(one -> new LinkedMigration(this, one))
                        .toList();
    }

    /** A migration that fails as the plugin's other answers do. */
    private record LinkedMigration(PluginLink link, Migration migration) implements Migration {
        @Override
        public MigrationPlan plan() {
            return migration.plan();
        }

        @Override
        public Completed complete(Unfinished unfinished) {
            link.requireAvailable();
            return link.ask(() -> migration.complete(unfinished));
        }
    }

    @Override
    public List<Violation> validate(TargetId target, List<ChangedNode> changed) {
        return ask(() -> hooks.validate(channel(), target, changed));
    }

    @Override
    public List<PickedValue> pick(TargetId target, Path leaf, String prefix, int limit, String config) {
        return ask(() -> hooks.pick(channel(), target, leaf, prefix, limit, config));
    }

    private Channel channel() {
        Channel channel = present;
        if (channel == null) {
            throw away();
        }
        return channel;
    }

    private <A> A ask(Supplier<A> hook) {
        try {
            return Objects.requireNonNull(hook.get());
        } catch (PluginException e) {
            log.atWarn()
                    .addKeyValue("model", id())
                    .addKeyValue("plugin", name)
                    .setCause(e)
                    .log("a hook of a plugin failed");
            throw unavailable(name + ", the plugin of model " + id() + " (" + e.getMessage() + "),");
        }
    }

    private static RuntimeException unavailable(String what) {
        return new Failure.Unavailable(what, RETRY).asException();
    }
}
