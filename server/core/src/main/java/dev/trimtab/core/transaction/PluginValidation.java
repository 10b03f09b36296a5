package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.plugin.Plugin;
import dev.trimtab.model.ChangedNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * What a plugin says against a change of a target's configuration.
 *
 * @param changed the nodes that the plugin wants to see, in the order of their paths
 */
record PluginValidation(Plugin plugin, TargetId target, List<ChangedNode> changed)
        implements Question<List<Violation>> {
    /** The question about a candidate; without changed nodes there is nothing to ask. */
    static PluginValidation of(Plugin plugin, Candidate.Part part) {
        var root = part.tip().getRootNode();
        var changes = new Changes(part.tree().served().model(), root.dataBefore(), root.dataAfter());
        var changed = new ArrayList<ChangedNode>();
        for (Path schema : plugin.validated()) {
            changes.of(schema, part.edits()).forEach(changed::add);
        }
        return new PluginValidation(plugin, part.tree().target(), List.copyOf(changed));
    }

    @Override
    public List<Violation> answer() {
        return plugin.validate(target, changed);
    }

    /** Finds the instances of schema paths that edits touch. */
    private record Changes(
            LoadedModel model,
            @Nullable NormalizedNode before,
            @Nullable NormalizedNode after) {

        List<ChangedNode> of(Path schema, List<Edit> edits) {
            var patterns = new TreeSet<Path>(Comparator.comparing(Path::toString));
            edits.forEach(edit -> {
                if (concerns(schema, edit.path())) {
                    patterns.add(pattern(schema, edit.path()));
                }
            });
            Map<String, ChangedNode> nodes = new LinkedHashMap<>();
            for (Path pattern : patterns) {
                Map<Path, String> old = json(pattern, before);
                Map<Path, String> now = json(pattern, after);
                var paths = new ArrayList<>(old.keySet());
                now.keySet().stream().filter(path -> !old.containsKey(path)).forEach(paths::add);
                paths.forEach(path -> nodes.put(path.toString(), new ChangedNode(path, old.get(path), now.get(path))));
            }
            return List.copyOf(nodes.values());
        }

        /** Whether the one leads to the other, by their names. */
        private static boolean concerns(Path schema, Path edit) {
            int depth = Math.min(schema.elements().size(), edit.elements().size());
            for (int i = 0; i < depth; i++) {
                if (!schema.elements()
                        .get(i)
                        .name()
                        .equals(edit.elements().get(i).name())) {
                    return false;
                }
            }
            return true;
        }

        /** The schema path with the edit's keys as far as it has some, and every entry where it has none. */
        private Path pattern(Path schema, Path edit) {
            Path pattern = Path.ROOT;
            var node = model.root();
            for (int i = 0; i < schema.elements().size(); i++) {
                String name = schema.elements().get(i).name();
                node = Objects.requireNonNull(node.child(name), name);
                Map<String, String> keys = new HashMap<>();
                node.keys().forEach(key -> keys.put(key, PathElement.ANY));
                if (i < edit.elements().size()) {
                    keys.putAll(edit.elements().get(i).keys());
                }
                pattern = pattern.child(new PathElement(name, keys));
            }
            return pattern;
        }

        private Map<Path, String> json(Path pattern, @Nullable NormalizedNode root) {
            Map<Path, String> found = new LinkedHashMap<>();
            for (Match match : PathResolver.expand(model, pattern, root)) {
                Instance at = match.instance();
                found.put(at.path(), JsonWriter.text(at.schema(), match.node()));
            }
            return found;
        }
    }
}
