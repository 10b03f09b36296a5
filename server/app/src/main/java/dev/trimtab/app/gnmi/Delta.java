package dev.trimtab.app.gnmi;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.Change;
import dev.trimtab.core.target.TargetView;
import dev.trimtab.model.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change leaf by leaf, as every stream that is about any of it needs it: who applies it to what a read showed before has what a
 * read shows after it, defaults in use included.
 *
 * @param removals what is gone, in the order of the edits
 * @param updates leaves with new values, to be applied after the removals
 */
record Delta(List<Removal> removals, List<LeafUpdate> updates) {
    private static final JsonWriter.Options WITH_DEFAULTS = new JsonWriter.Options(true, true, Content.ALL, 0);

    /**
     * A node that is gone.
     *
     * @param leaves the ones that went with it; the node itself where it is one
     */
    record Removal(Path path, List<Path> leaves) {}

    static Delta of(Change change) {
        var delta = new Delta(new ArrayList<>(), new ArrayList<>());
        change.comparable()
                .ifPresentOrElse(
                        before -> delta.compare(before, change),
                        () -> delta.compare(change.before(), change.view(), Path.ROOT, Content.ALL, true));
        return delta;
    }

    private void compare(TargetView before, Change change) {
        Content content = change.tree() == Change.Tree.INTENDED ? Content.CONFIG : Content.STATE;
        for (Edit edit : change.edits()) {
            compare(before, change.view(), edit.path(), content, edit instanceof Edit.Delete);
        }
        if (change.tree() == Change.Tree.INTENDED) {
            List<Instance> edited = change.edits().stream()
                    .map(edit -> PathResolver.resolve(before.model(), edit.path()))
                    .toList();
            for (Instance implied : before.snapshot().implied(change.view().snapshot(), edited)) {
                compare(before, change.view(), implied.path(), content, true);
            }
        }
    }

    /** @param whole whether the node itself is gone if none of its leaves is left */
    private void compare(@Nullable TargetView before, TargetView after, Path path, Content content, boolean whole) {
        Map<Path, LeafUpdate> old = before == null ? Map.of() : leaves(before, path, content);
        Map<Path, LeafUpdate> young = leaves(after, path, content);
        List<Path> gone =
                old.keySet().stream().filter(leaf -> !young.containsKey(leaf)).toList();
        boolean removed = whole && !gone.isEmpty();
        if (removed) {
            removals.add(new Removal(path, gone));
        } else {
            gone.forEach(leaf -> removals.add(new Removal(leaf, List.of(leaf))));
        }
        young.forEach((leaf, update) -> {
            LeafUpdate present = old.get(leaf);
            if (present == null || removed || !present.value().equals(update.value())) {
                updates.add(update);
            }
        });
    }

    private static Map<Path, LeafUpdate> leaves(TargetView view, Path path, Content content) {
        var target = new VisibleTarget(view, Visibility.ALL);
        Map<Path, LeafUpdate> leaves = new LinkedHashMap<>();
        target.find(path, content, true)
                .forEach(match -> target.leaves(
                        match,
                        WITH_DEFAULTS,
                        (leaf, schema, value) -> leaves.put(leaf, new LeafUpdate(leaf, schema, value))));
        return leaves;
    }
}
