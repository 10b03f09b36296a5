package dev.trimtab.app.gnmi;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.read.ReadService;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.core.target.Change;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The targets of one stream: the one it names, or with {@code *} every one its principal may see, also the ones that come later.
 *
 * <p>Not thread-safe.
 */
final class WatchedTargets {
    private static final Duration RECHECK = Duration.ofSeconds(1);
    private static final int TRIES = 1000;

    private final ReadService reads;
    private final Principal principal;
    private final SubscriptionPlan plan;
    private final @Nullable TargetId single;
    private final Map<TargetId, WatchedTarget> watched = new LinkedHashMap<>();
    private long checked = System.nanoTime();

    /** @throws dev.trimtab.core.failure.FailureException when the prefix names no target */
    WatchedTargets(ReadService reads, Principal principal, SubscriptionPlan plan) {
        this.reads = reads;
        this.principal = principal;
        this.plan = plan;
        this.single = Requests.isAllTargets(plan.prefix()) ? null : Requests.target(plan.prefix());
    }

    boolean isSingle() {
        return single != null;
    }

    /** The present views, in the order of the targets' names. */
    List<VisibleTarget> views() {
        return single == null
                ? reads.all(principal, Action.SUBSCRIBE)
                : List.of(reads.read(principal, Action.SUBSCRIBE, single));
    }

    /**
     * Begins to watch: a view of each target, and the place in the feed that it belongs to.
     *
     * @return the views, in the order of the targets' names
     */
    List<VisibleTarget> begin() {
        return views().stream()
                .map(view -> begin(view.view().snapshot().target()))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * No change may come between the look at the feed and the look at the target: one that is in the view already would be sent again
     * and would take the client back to an older value.
     */
    private Optional<VisibleTarget> begin(TargetId target) {
        long before = reads.feed().last();
        Optional<VisibleTarget> view = find(target);
        for (int i = 0; i < TRIES && reads.feed().last() != before; i++) {
            before = reads.feed().last();
            view = find(target);
        }
        long since = before;
        view.ifPresent(visible -> watched.put(target, WatchedTarget.of(visible, since, plan)));
        return view;
    }

    private Optional<VisibleTarget> find(TargetId target) {
        try {
            return Optional.of(reads.read(principal, Action.SUBSCRIBE, target));
        } catch (FailureException e) {
            if (single == null && e.failure() instanceof Failure.NotFound) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The place in the feed from which changes are needed. */
    long since() {
        return watched.values().stream().mapToLong(WatchedTarget::since).min().orElseGet(reads.feed()::last);
    }

    /** The target of a change that is still to be sent. */
    Optional<WatchedTarget> of(Change change) {
        return Optional.ofNullable(watched.get(change.target())).filter(target -> change.sequence() > target.since());
    }

    /** The view of a target that the stream did not have before this change, if its principal may see it. */
    Optional<VisibleTarget> joins(Change change) {
        if (single != null || watched.containsKey(change.target())) {
            return Optional.empty();
        }
        Optional<VisibleTarget> view =
                find(change.target()).map(visible -> new VisibleTarget(change.view(), visible.visibility()));
        view.ifPresent(visible -> watched.put(change.target(), WatchedTarget.of(visible, change.sequence(), plan)));
        return view;
    }

    /**
     * Asks again, about once a second, what the principal may see.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound} when the one target is gone or hidden
     */
    void recheck() {
        long now = System.nanoTime();
        if (now - checked < RECHECK.toNanos()) {
            return;
        }
        checked = now;
        for (WatchedTarget target : List.copyOf(watched.values())) {
            Optional<VisibleTarget> view = find(target.id());
            if (view.isPresent()) {
                watched.put(target.id(), target.with(view.get().visibility()));
            } else {
                watched.remove(target.id());
            }
        }
    }
}
