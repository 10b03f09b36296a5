package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.target.ConnectionSettings;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.TargetSettings;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Reads {@code /system/targets} out of the tree of the target {@code system}. */
final class TargetCatalog {
    private static final Path TARGETS = Path.parse("/system/targets/target");

    private final CatalogList list;

    TargetCatalog(ServedModel system) {
        this.list = new CatalogList(system, TARGETS);
    }

    static Path entry(TargetId target) {
        return TARGETS.parent().child(new PathElement("target", keys(target)));
    }

    private static Map<String, String> keys(TargetId target) {
        return Map.of("name", target.value());
    }

    /**
     * The targets whose entry a change of {@code /system} touched; all of them where it touched the list as a whole.
     *
     * @param known the targets before the change
     * @param after the tree after it
     */
    Set<TargetId> touched(List<Edit> edits, Set<TargetId> known, @Nullable NormalizedNode after) {
        Set<Map<String, String>> before =
                known.stream().map(TargetCatalog::keys).collect(Collectors.toUnmodifiableSet());
        Set<TargetId> targets = new TreeSet<>();
        list.touched(edits, before, after)
                .forEach(keys -> targets.add(new TargetId(Objects.requireNonNull(keys.get("name")))));
        return targets;
    }

    /** One target's settings; empty where it has no entry. */
    Optional<TargetSettings> find(TargetId target, @Nullable NormalizedNode root) {
        return list.find(keys(target), root)
                .map(leaves -> new TargetSettings(
                        target, new ModelId(leaf(leaves, "/model"), leaf(leaves, "/version")), connection(leaves)));
    }

    private static @Nullable ConnectionSettings connection(Map<Path, List<String>> leaves) {
        if (!leaves.containsKey(Path.parse("/connection/address"))) {
            return null;
        }
        return new ConnectionSettings(
                leaf(leaves, "/connection/address"),
                Integer.parseInt(leaf(leaves, "/connection/port")),
                Boolean.parseBoolean(leaf(leaves, "/connection/tls")),
                Duration.ofSeconds(Long.parseLong(leaf(leaves, "/connection/connect-timeout"))),
                Duration.ofSeconds(Long.parseLong(leaf(leaves, "/connection/request-timeout"))));
    }

    private static String leaf(Map<Path, List<String>> leaves, String path) {
        return Objects.requireNonNull(leaves.get(Path.parse(path)), path).getFirst();
    }
}
