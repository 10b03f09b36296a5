package dev.trimtab.core.pick;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.plugin.Plugin;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.Path;
import dev.trimtab.model.PickedValue;
import dev.trimtab.model.TargetId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a leaf may get: what a principal may not read is not offered. Thread-safe; blocks while a plugin is asked. */
public final class PickService {
    /** Most values in one list. */
    public static final int LIMIT_MAX = 1000;

    private static final JsonWriter.Options STRICT = new JsonWriter.Options(true, false, Content.CONFIG, 0);

    private final ReadService reads;
    private final Plugins plugins;

    public PickService(ReadService reads, Plugins plugins) {
        this.reads = reads;
        this.plugins = plugins;
    }

    /**
     * Values for a leaf or leaf-list, which need not exist.
     *
     * @param leaf with all its keys
     * @param prefix what the values begin with; empty for any
     * @param limit 1 to {@link #LIMIT_MAX}
     * @return empty for a type that does not say which values there are
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound} for what is hidden, {@code UnknownNode}, {@code
     *     Malformed} for what is no leaf, {@code Unavailable} when the model's code is asked and does not answer
     */
    public PickList pick(Principal principal, TargetId target, Path leaf, String prefix, int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new Failure.Malformed(leaf, "limit is " + limit + "; it must be 1 to " + LIMIT_MAX).asException();
        }
        VisibleTarget visible = reads.read(principal, Action.READ, target);
        Instance instance = PathResolver.resolve(visible.model(), leaf);
        if (!visible.visibility().visible(instance.path())) {
            throw new Failure.NotFound(leaf + " does not exist").asException();
        }
        SchemaNode schema = instance.schema();
        if (schema.kind() != SchemaNode.Kind.LEAF && schema.kind() != SchemaNode.Kind.LEAF_LIST) {
            throw new Failure.Malformed(leaf, leaf + " is no leaf").asException();
        }
        Optional<Plugin> plugin = plugins.find(visible.model().id());
        List<PickedValue> values = plugin.filter(one -> one.picked().contains(schema.path()))
                .map(one -> one.pick(target, instance.path(), prefix, limit + 1, config(visible)))
                .orElseGet(
                        () -> new TypeValues(visible, instance).of(schema.type().definition()));
        if (values.isEmpty()) {
            plugin.ifPresent(Plugin::requireAvailable); // it may be one that knew some
        }
        return list(values, prefix, limit);
    }

    private static String config(VisibleTarget visible) {
        var root = visible.require(Path.ROOT, Content.CONFIG);
        return new String(visible.json(root, STRICT), StandardCharsets.UTF_8);
    }

    private static PickList list(List<PickedValue> values, String prefix, int limit) {
        Map<String, PickedValue> distinct = new LinkedHashMap<>();
        for (PickedValue value : values) {
            if (value.value().startsWith(prefix)) {
                distinct.putIfAbsent(value.value(), value);
            }
        }
        return new PickList(distinct.values().stream().limit(limit).toList(), distinct.size() > limit);
    }
}
