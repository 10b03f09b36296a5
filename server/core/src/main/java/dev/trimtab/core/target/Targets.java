package dev.trimtab.core.target;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.tree.api.DataTree;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/**
 * The present trees and settings of every target, and the feed of their changes.
 *
 * <p>Thread-safe: reads take no lock. The transaction service alone publishes intended configurations; what observes a target
 * reports its operational state.
 */
public final class Targets {
    private final Map<TargetId, TargetView> views = new ConcurrentHashMap<>();
    private final Map<TargetId, TargetSettings> settings = new ConcurrentHashMap<>();
    private final Map<TargetId, DataTree> operational = new HashMap<>();
    private final List<Consumer<TargetId>> listeners = new CopyOnWriteArrayList<>();
    private final ChangeFeed feed;
    private final Object writers = new Object();

    /** @param feed gets every change, in the order in which the views change */
    public Targets(ChangeFeed feed) {
        this.feed = feed;
    }

    public ChangeFeed feed() {
        return feed;
    }

    public Optional<TargetView> find(TargetId target) {
        return Optional.ofNullable(views.get(target));
    }

    /**
     * A target's present trees.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound}
     */
    public TargetView require(TargetId target) {
        return find(target).orElseThrow(() -> notFound(target));
    }

    /** What every request for a target that does not exist, or is hidden, answers: the same for both. */
    public static RuntimeException notFound(TargetId target) {
        return new Failure.NotFound("target " + target + " does not exist").asException();
    }

    /** Settings of a target; empty for {@code system} and for one that does not exist. */
    public Optional<TargetSettings> settings(TargetId target) {
        return Optional.ofNullable(settings.get(target));
    }

    /** In the order of their names; {@code system} is one of them. */
    public List<TargetView> all() {
        return views.values().stream()
                .sorted(Comparator.comparing(view -> view.snapshot().target()))
                .toList();
    }

    /** Calls {@code listener} with each target that appears, disappears or gets other settings. It must return quickly. */
    public void onSettings(Consumer<TargetId> listener) {
        listeners.add(listener);
    }

    /** Shows a target that is new, or whose model is; there is nothing to tell the followers of its changes. */
    public void publish(TargetSnapshot snapshot) {
        synchronized (writers) {
            show(snapshot);
        }
    }

    /** Shows what a transaction made of a target. */
    public void publish(TargetSnapshot snapshot, List<Edit> edits) {
        synchronized (writers) {
            TargetView view = show(snapshot);
            feed.publish(sequence -> change(sequence, snapshot, edits, view));
        }
    }

    /**
     * Shows a target that a transaction gave another model: readers see the one state or the other, followers see everything of
     * the old model go and then the new come. What was reported about it is of the old model, and forgotten.
     *
     * @param nothing the target without any configuration, in the old model
     * @param removed what that took away
     * @param edits what leads from nothing to the snapshot
     */
    public void publish(TargetSnapshot nothing, List<Edit> removed, TargetSnapshot snapshot, List<Edit> edits) {
        synchronized (writers) {
            operational.remove(snapshot.target());
            var view = new TargetView(snapshot, null);
            views.put(snapshot.target(), view);
            var gone = new TargetView(nothing, null);
            feed.publish(sequence -> change(sequence, nothing, removed, gone));
            feed.publish(sequence -> change(sequence, snapshot, edits, view));
        }
    }

    private static Change change(long sequence, TargetSnapshot snapshot, List<Edit> edits, TargetView view) {
        return new Change(
                sequence,
                snapshot.target(),
                Change.Tree.INTENDED,
                snapshot.transaction(),
                snapshot.time(),
                edits,
                view);
    }

    private TargetView show(TargetSnapshot snapshot) {
        TargetView before = views.get(snapshot.target());
        var view = new TargetView(snapshot, before == null ? null : before.operational());
        views.put(snapshot.target(), view);
        return view;
    }

    /**
     * Notes what a target, or the server about it, reports.
     *
     * @param edits of {@code config false} nodes; what changes nothing is no error
     */
    public void report(TargetId target, List<Edit> edits, Instant time) {
        synchronized (writers) {
            TargetView before = views.get(target);
            if (before == null) {
                return;
            }
            DataTree tree =
                    operational.computeIfAbsent(target, _ -> before.model().newOperationalTree());
            List<Edit> changed = apply(before, tree, edits);
            if (changed.isEmpty()) {
                return;
            }
            var view = new TargetView(before.snapshot(), new TargetView.OperationalSnapshot(tree.takeSnapshot(), time));
            views.put(target, view);
            feed.publish(sequence -> new Change(sequence, target, Change.Tree.OPERATIONAL, 0, time, changed, view));
        }
    }

    private static List<Edit> apply(TargetView view, DataTree tree, List<Edit> edits) {
        try {
            DataTreeModification modification = tree.takeSnapshot().newModification();
            TreeEdits.write(modification, view.model(), edits);
            modification.ready();
            tree.validate(modification);
            var candidate = tree.prepare(modification);
            tree.commit(candidate);
            return TreeEdits.edits(view.model(), candidate);
        } catch (DataValidationFailedException e) {
            throw new IllegalStateException(
                    "reported state of " + view.snapshot().target() + " breaks its model", e);
        }
    }

    public void configure(TargetSettings target) {
        @Nullable TargetSettings before = settings.put(target.target(), target);
        if (!target.equals(before)) {
            listeners.forEach(listener -> listener.accept(target.target()));
        }
    }

    public void remove(TargetId target) {
        synchronized (writers) {
            views.remove(target);
            operational.remove(target);
        }
        settings.remove(target);
        listeners.forEach(listener -> listener.accept(target));
    }
}
