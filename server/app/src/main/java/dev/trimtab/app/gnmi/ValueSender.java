package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.Change;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends what a stream's plan asks for: present values, changes, samples; one update a leaf, whatever the encoding. */
final class ValueSender {
    private final SubscriptionPlan plan;
    private final Outbox outbox;
    private final Deltas deltas;
    private final JsonWriter.Options options;

    ValueSender(SubscriptionPlan plan, Outbox outbox, Deltas deltas) {
        this.plan = plan;
        this.outbox = outbox;
        this.deltas = deltas;
        this.options = new JsonWriter.Options(plan.encoding().strict(), true, Content.ALL, plan.depth());
    }

    /**
     * The present values of every subscription, one subscription after the other.
     *
     * @param lenient whether a model without such a node is passed over; of several targets some may have another model
     */
    void present(VisibleTarget target, boolean lenient) throws InterruptedException {
        for (int i = 0; i < plan.paths().size(); i++) {
            present(target, i, lenient);
        }
    }

    void present(VisibleTarget target, int index, boolean lenient) throws InterruptedException {
        SubscribedPath path = plan.paths().get(index);
        Notifications out =
                notifications(target.view().snapshot().target(), target.view().time());
        @Nullable Match above = null;
        for (Match match : find(target, path.path(), lenient)) {
            // A pattern may match a node and nodes below it; its leaves were sent with it.
            if (above == null
                    || !above.instance().path().contains(match.instance().path())) {
                above = match;
                send(target, match, path.origin(), out);
            }
        }
        out.flush();
    }

    private static List<Match> find(VisibleTarget target, Path path, boolean lenient) {
        try {
            return target.find(path, Content.ALL, true);
        } catch (FailureException e) {
            if (lenient && e.failure() instanceof Failure.UnknownNode) {
                return List.of();
            }
            throw e;
        }
    }

    private void send(VisibleTarget target, Match match, String origin, Notifications out) throws InterruptedException {
        List<LeafUpdate> batch = new ArrayList<>();
        target.leaves(match, options, (path, schema, value) -> batch.add(new LeafUpdate(path, schema, value)));
        for (LeafUpdate leaf : batch) {
            out.update(leaf.encode(plan.encoding(), origin));
        }
    }

    /** What a change means to the subscriptions; those that are sampled only take note of it. */
    void change(WatchedTarget target, Change change, Collection<Sampler> samplers) throws InterruptedException {
        Delta delta = deltas.of(change);
        Notifications out = notifications(change.target(), change.time());
        for (Map.Entry<Path, String> gone : removed(target, delta, samplers).entrySet()) {
            out.delete(GnmiPaths.encode(gone.getKey(), gone.getValue()));
        }
        for (LeafUpdate leaf : delta.updates()) {
            String origin = origin(target, leaf.path());
            if (origin != null) {
                out.update(leaf.encode(plan.encoding(), origin));
            }
            note(target, leaf, samplers);
        }
        out.flush();
    }

    /** Origin of the first subscription that has a leaf sent as it changes; null where none has. */
    private @Nullable String origin(WatchedTarget target, Path leaf) {
        for (int i = 0; i < plan.paths().size(); i++) {
            SubscribedPath path = plan.paths().get(i);
            if (!path.sampled() && target.match(i, leaf, plan.depth()) >= 0) {
                return path.origin();
            }
        }
        return null;
    }

    private void note(WatchedTarget target, LeafUpdate leaf, Collection<Sampler> samplers) {
        for (Sampler sampler : samplers) {
            if (plan.paths().get(sampler.index()).suppressRedundant()
                    && target.match(sampler.index(), leaf.path(), plan.depth()) >= 0) {
                sampler.changed(target.id(), leaf);
            }
        }
    }

    /** Each node to be deleted, once, with its origin. */
    private Map<Path, String> removed(WatchedTarget target, Delta delta, Collection<Sampler> samplers) {
        Map<Path, String> removed = new LinkedHashMap<>();
        for (Delta.Removal removal : delta.removals()) {
            for (Path leaf : removal.leaves()) {
                samplers.forEach(sampler -> sampler.removed(target.id(), leaf));
                addRemoved(removed, target, removal.path(), leaf);
            }
        }
        return removed;
    }

    /** The removed node, or, where a subscription is about less than it, what it is about. */
    private void addRemoved(Map<Path, String> removed, WatchedTarget target, Path gone, Path leaf) {
        for (int i = 0; i < plan.paths().size(); i++) {
            SubscribedPath path = plan.paths().get(i);
            int length = path.sampled() ? -1 : target.match(i, leaf, plan.depth());
            if (length >= 0) {
                int cut = Math.max(length, gone.elements().size());
                Path node = cut == gone.elements().size()
                        ? gone
                        : new Path(leaf.elements().subList(0, cut));
                removed.putIfAbsent(node, path.origin());
            }
        }
    }

    /** The values that a sampler noted. */
    void changed(Sampler sampler, Instant time) throws InterruptedException {
        String origin = plan.paths().get(sampler.index()).origin();
        for (var ofTarget : sampler.takeChanged().entrySet()) {
            Notifications out = notifications(ofTarget.getKey(), time);
            for (LeafUpdate leaf : ofTarget.getValue().values()) {
                out.update(leaf.encode(plan.encoding(), origin));
            }
            out.flush();
        }
    }

    private Notifications notifications(TargetId target, Instant time) {
        return new Notifications(outbox, plan.prefix(), target.value(), Timestamps.nanos(time));
    }
}
