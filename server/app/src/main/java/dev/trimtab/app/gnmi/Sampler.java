package dev.trimtab.app.gnmi;

import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When a subscription is due, and what changed since it last was.
 *
 * <p>After a stall it is due once, not once for each interval that passed. Not thread-safe; times are those of {@link
 * System#nanoTime}.
 */
final class Sampler {
    private final int index;
    private final SubscribedPath path;
    private final Map<TargetId, Map<Path, LeafUpdate>> changed = new LinkedHashMap<>();
    private long due;
    private long dueInFull;

    /** @param index of the subscription in its list */
    Sampler(int index, SubscribedPath path, long now) {
        this.index = index;
        this.path = path;
        this.due = now + path.interval().toNanos();
        this.dueInFull = now + path.heartbeat().toNanos();
    }

    int index() {
        return index;
    }

    /** Nanoseconds until it is due; 0 or less when it is. */
    long until(long now) {
        return due - now;
    }

    /** Begins the next interval; whether all values are to be sent, and not only {@link #takeChanged}. */
    boolean begin(long now) {
        due = next(due, path.interval(), now);
        if (!path.suppressRedundant()) {
            return true;
        }
        if (path.heartbeat().isZero() || dueInFull - now > 0) {
            return false;
        }
        dueInFull = next(dueInFull, path.heartbeat(), now);
        changed.clear();
        return true;
    }

    private static long next(long due, Duration interval, long now) {
        long nanos = interval.toNanos();
        return due + nanos * ((now - due) / nanos + 1);
    }

    void changed(TargetId target, LeafUpdate update) {
        changed.computeIfAbsent(target, _ -> new LinkedHashMap<>()).put(update.path(), update);
    }

    void removed(TargetId target, Path leaf) {
        Map<Path, LeafUpdate> ofTarget = changed.get(target);
        if (ofTarget != null) {
            ofTarget.remove(leaf);
        }
    }

    /** The newest value of each leaf that changed, and forgets them. */
    Map<TargetId, Map<Path, LeafUpdate>> takeChanged() {
        var taken = new LinkedHashMap<>(changed);
        changed.clear();
        return taken;
    }
}
