package dev.trimtab.app.gnmi;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.Leaves;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.Change;
import dev.trimtab.model.Path;
import dev.trimtab.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A change leaf by leaf, as every stream that is about any of it needs it.
 *
 * <p>A leaf that was removed and has a default that comes in use is among the updates. A leaf that has the value it had is not here.
 *
 * @param removals what is gone, in the order of the edits
 * @param updates leaves with new values, to be applied after the removals
 */
record Delta(List<Removal> removals, List<LeafUpdate> updates) {

    /**
     * A node that is gone.
     *
     * @param leaves the ones that went with it; the node itself where it is one
     */
    record Removal(Path path, List<Path> leaves) {}

    static Delta of(Change change) {
        var after = new VisibleTarget(change.view(), Visibility.ALL);
        List<Removal> removals = new ArrayList<>();
        List<LeafUpdate> updates = new ArrayList<>();
        for (Edit edit : change.edits()) {
            List<Path> gone = new ArrayList<>();
            for (LeafChange leaf : LeafChange.of(change.view().model(), edit)) {
                Value value = leaf.after();
                if (value != null) {
                    addUpdate(updates, leaf, value);
                } else if (!fallsBack(leaf, after, updates)) {
                    gone.add(leaf.path());
                }
            }
            addRemovals(removals, edit, gone);
        }
        return new Delta(removals, updates);
    }

    private static void addUpdate(List<LeafUpdate> updates, LeafChange leaf, Value value) {
        if (!value.equals(leaf.before())) {
            updates.add(new LeafUpdate(leaf.path(), leaf.schema(), value));
        }
    }

    private static void addRemovals(List<Removal> removals, Edit edit, List<Path> gone) {
        if (gone.isEmpty()) {
            return;
        }
        if (edit instanceof Edit.Delete) {
            removals.add(new Removal(edit.path(), gone));
        } else {
            gone.forEach(leaf -> removals.add(new Removal(leaf, List.of(leaf))));
        }
    }

    /** Whether a removed leaf's default is in use now; it is an update then. */
    private static boolean fallsBack(LeafChange leaf, VisibleTarget after, List<LeafUpdate> updates) {
        if (leaf.schema().defaults().isEmpty()) {
            return false;
        }
        List<Match> present = after.find(leaf.path(), Content.CONFIG, true);
        present.forEach(match -> Leaves.walk(
                match.instance(),
                match.node(),
                LeafChange.WITH_DEFAULTS,
                Visibility.ALL,
                (path, schema, value) -> updates.add(new LeafUpdate(path, schema, value))));
        return !present.isEmpty();
    }
}
