package dev.trimtab.core.target;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.core.model.TreeFootprint;
import dev.trimtab.core.target.TargetView.OperationalSnapshot;
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
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
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

    /**
     * Shows what a transaction made of a target. What was reported about it stays unless its model is another one now.
     *
     * @param edits what changed, as a {@link Change} has it; empty for a target that is new or whose model is
     * @param octets what the tree does not share with the one before it, as {@link TreeFootprint} has it
     */
    public void publish(TargetSnapshot snapshot, List<Edit> edits, long octets) {
        synchronized (writers) {
            TargetView before = views.get(snapshot.target());
            OperationalSnapshot reported = null;
            if (before != null && before.model().equals(snapshot.model())) {
                reported = before.operational();
            } else {
                operational.remove(snapshot.target());
            }
            var view = new TargetView(snapshot, reported);
            views.put(snapshot.target(), view);
            if (before != null || !edits.isEmpty()) {
                feed.publish(
                        octets,
                        sequence -> new Change(
                                sequence,
                                snapshot.target(),
                                Change.Tree.INTENDED,
                                snapshot.transaction(),
                                snapshot.time(),
                                edits,
                                before,
                                view));
            }
        }
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
            DataTreeCandidate candidate = apply(before, tree, edits);
            List<Edit> changed = TreeEdits.edits(before.model(), candidate);
            if (changed.isEmpty()) {
                return;
            }
            var view = new TargetView(before.snapshot(), new OperationalSnapshot(tree.takeSnapshot(), time));
            views.put(target, view);
            feed.publish(
                    TreeFootprint.octets(candidate),
                    sequence -> new Change(sequence, target, Change.Tree.OPERATIONAL, 0, time, changed, before, view));
        }
    }

    private static DataTreeCandidate apply(TargetView view, DataTree tree, List<Edit> edits) {
        try {
            DataTreeModification modification = tree.takeSnapshot().newModification();
            TreeEdits.write(modification, view.model(), edits);
            modification.ready();
            tree.validate(modification);
            var candidate = tree.prepare(modification);
            tree.commit(candidate);
            return candidate;
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
