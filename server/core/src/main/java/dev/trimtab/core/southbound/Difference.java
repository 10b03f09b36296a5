package dev.trimtab.core.southbound;

import dev.trimtab.core.model.Annotations;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.model.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** What a backend that holds one snapshot needs to come to another. */
final class Difference {
    private static final JsonWriter.Options PLAIN = new JsonWriter.Options(true, false, Content.CONFIG, 0);

    private Difference() {}

    /** Everything: the backend becomes exactly {@code intended}, whatever it held. */
    static BackendChange whole(long term, TargetSnapshot intended) {
        Instance root = PathResolver.resolve(intended.model(), Path.ROOT);
        byte[] json = intended.read(root.id())
                .map(node -> json(root, node))
                .orElseGet(() -> "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new BackendChange(term, List.of(), List.of(new BackendChange.Replacement(Path.ROOT, json)));
    }

    /**
     * The difference at the nodes that changed since; the cost is theirs and not the configuration's.
     *
     * @param touched paths of every edit between the two snapshots
     */
    static BackendChange between(long term, TargetSnapshot applied, TargetSnapshot intended, List<Path> touched) {
        List<Path> deletes = new ArrayList<>();
        List<BackendChange.Replacement> replacements = new ArrayList<>();
        for (Path path : outermost(touched)) {
            if (Annotations.isAt(path)) {
                continue; // they are for the clients of this server
            }
            Instance at = PathResolver.resolve(intended.model(), path);
            Optional<NormalizedNode> before = applied.read(at.id());
            Optional<NormalizedNode> after = intended.read(at.id());
            if (after.isEmpty()) {
                before.ifPresent(_ -> deletes.add(at.path()));
            } else if (!after.equals(before)) {
                replacements.add(new BackendChange.Replacement(at.path(), json(at, after.get())));
            }
        }
        return new BackendChange(term, deletes, replacements);
    }

    private static byte[] json(Instance at, NormalizedNode node) {
        return JsonWriter.write(at.schema(), node, PLAIN, Visibility.ALL);
    }

    /** Without the paths that lie below another one. */
    private static List<Path> outermost(List<Path> paths) {
        List<Path> sorted = new ArrayList<>(new LinkedHashSet<>(paths));
        sorted.sort(Comparator.comparingInt(path -> path.elements().size()));
        Set<Path> kept = new LinkedHashSet<>();
        for (Path path : sorted) {
            boolean covered = false;
            for (Path above = path; !above.isRoot() && !covered; ) {
                above = above.parent();
                covered = kept.contains(above);
            }
            if (!covered) {
                kept.add(path);
            }
        }
        return List.copyOf(kept);
    }
}
