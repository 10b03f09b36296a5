package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.Existence;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Leaves;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** One list of the target {@code system}: which of its entries a change touched, and what is in an entry. */
final class CatalogList {
    private static final JsonWriter.Options WITH_DEFAULTS = new JsonWriter.Options(true, true, Content.CONFIG, 0);

    private final ServedModel system;
    private final Path list;

    CatalogList(ServedModel system, Path list) {
        this.system = system;
        this.list = list;
    }

    /**
     * Keys of the entries that a change touched; of every entry, before it and after it, where it touched the list as a whole.
     *
     * @param known keys of the entries before the change
     * @param after the tree after it
     */
    Set<Map<String, String>> touched(List<Edit> edits, Set<Map<String, String>> known, @Nullable NormalizedNode after) {
        Set<Map<String, String>> keys = new HashSet<>();
        for (Edit edit : edits) {
            List<PathElement> elements = edit.path().elements();
            int depth = Math.min(elements.size(), list.elements().size());
            if (!names(elements, depth).equals(names(list.elements(), depth))) {
                continue;
            }
            if (elements.size() >= list.elements().size()
                    && !elements.get(depth - 1).keys().isEmpty()) {
                keys.add(elements.get(depth - 1).keys());
            } else {
                keys.addAll(known);
                keys.addAll(keys(after));
            }
        }
        return keys;
    }

    private static List<String> names(List<PathElement> elements, int depth) {
        return elements.subList(0, depth).stream().map(PathElement::name).toList();
    }

    /** Keys of every entry. */
    Set<Map<String, String>> keys(@Nullable NormalizedNode root) {
        Map<String, String> any = new HashMap<>();
        PathResolver.resolve(system.model(), list).schema().keys().forEach(key -> any.put(key, PathElement.ANY));
        Set<Map<String, String>> keys = new HashSet<>();
        for (Match match : PathResolver.expand(system.model(), entry(any), root)) {
            keys.add(match.instance().path().elements().getLast().keys());
        }
        return keys;
    }

    /**
     * The leaves of one entry, defaults in use included, by their paths relative to it: {@code /connection/port}.
     *
     * @return canonical values, of a leaf-list in their order; empty where there is no such entry
     */
    Optional<Map<Path, List<String>>> find(Map<String, String> keys, @Nullable NormalizedNode root) {
        List<Match> matches = PathResolver.expand(system.model(), entry(keys), root);
        if (root == null || matches.isEmpty()) {
            return Optional.empty();
        }
        Match match = matches.getFirst();
        int depth = match.instance().path().elements().size();
        Map<Path, List<String>> leaves = new HashMap<>();
        Existence existence = system.validator().existence(root);
        Leaves.walk(match.instance(), match.node(), WITH_DEFAULTS, Visibility.ALL, existence, (path, schema, value) -> {
            List<Value> values = value instanceof Value.Sequence(var many) ? many : List.of(value);
            leaves.put(
                    new Path(path.elements().subList(depth, path.elements().size())),
                    values.stream()
                            .map(one -> schema.type().canonical(schema.type().fromValue(one)))
                            .toList());
        });
        return Optional.of(leaves);
    }

    private Path entry(Map<String, String> keys) {
        return list.parent().child(new PathElement(list.elements().getLast().name(), keys));
    }
}
