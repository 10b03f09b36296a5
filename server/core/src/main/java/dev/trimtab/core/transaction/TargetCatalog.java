package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Leaves;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.target.ConnectionSettings;
import dev.trimtab.core.target.TargetSettings;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Reads {@code /system/targets} out of the tree of the target {@code system}. */
final class TargetCatalog {
    static final Path TARGETS = Path.parse("/system/targets");
    private static final JsonWriter.Options WITH_DEFAULTS = new JsonWriter.Options(true, true, Content.CONFIG, 0);

    private final LoadedModel system;

    TargetCatalog(LoadedModel system) {
        this.system = system;
    }

    static Path entry(TargetId target) {
        return TARGETS.child(new PathElement("target", Map.of("name", target.value())));
    }

    /**
     * The targets whose entry a change of {@code /system} touched; all of them where it touched the list as a whole.
     *
     * @param known the targets before the change
     * @param after the tree after it
     */
    Set<TargetId> touched(List<Edit> edits, Set<TargetId> known, @Nullable NormalizedNode after) {
        Set<TargetId> names = new TreeSet<>();
        for (Edit edit : edits) {
            List<PathElement> elements = edit.path().elements();
            String name = elements.size() > 2 ? elements.get(2).keys().get("name") : null;
            if (name != null) {
                names.add(new TargetId(name));
            } else {
                names.addAll(known);
                names.addAll(names(after));
            }
        }
        return names;
    }

    private Set<TargetId> names(@Nullable NormalizedNode root) {
        Set<TargetId> names = new TreeSet<>();
        Path pattern = TARGETS.child(new PathElement("target", Map.of("name", PathElement.ANY)));
        for (Match match : PathResolver.expand(system, pattern, root, false)) {
            String name = match.instance().path().elements().getLast().keys().get("name");
            names.add(new TargetId(Objects.requireNonNull(name)));
        }
        return names;
    }

    /** One target's settings; empty where it has no entry. */
    Optional<TargetSettings> find(TargetId target, @Nullable NormalizedNode root) {
        List<Match> matches = PathResolver.expand(system, entry(target), root, false);
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        Match match = matches.getFirst();
        int depth = match.instance().path().elements().size();
        Map<String, String> leaves = new HashMap<>();
        Leaves.walk(match.instance(), match.node(), WITH_DEFAULTS, Visibility.ALL, (path, schema, value) -> {
            String name =
                    new Path(path.elements().subList(depth, path.elements().size())).toString();
            leaves.put(name, schema.type().canonical(schema.type().fromValue(value)));
        });
        return Optional.of(new TargetSettings(
                target, new ModelId(leaf(leaves, "/model"), leaf(leaves, "/version")), connection(leaves)));
    }

    private static @Nullable ConnectionSettings connection(Map<String, String> leaves) {
        if (!leaves.containsKey("/connection/address")) {
            return null;
        }
        return new ConnectionSettings(
                leaf(leaves, "/connection/address"),
                Integer.parseInt(leaf(leaves, "/connection/port")),
                Boolean.parseBoolean(leaf(leaves, "/connection/tls")),
                Duration.ofSeconds(Long.parseLong(leaf(leaves, "/connection/connect-timeout"))),
                Duration.ofSeconds(Long.parseLong(leaf(leaves, "/connection/request-timeout"))));
    }

    private static String leaf(Map<String, String> leaves, String name) {
        return Objects.requireNonNull(leaves.get(name), name);
    }
}
