package dev.trimtab.app.gnmi;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import java.util.List;

/**
 * One target of a stream.
 *
 * @param since sequence number of the newest change that was sent with the present values
 * @param paths one for each subscription, in the same order
 */
record WatchedTarget(TargetId id, Visibility visibility, long since, List<WatchedPath> paths) {

    static WatchedTarget of(VisibleTarget target, long since, SubscriptionPlan plan) {
        return new WatchedTarget(
                target.view().snapshot().target(),
                target.visibility(),
                since,
                plan.paths().stream()
                        .map(path -> new WatchedPath(canonical(target.model(), path.path())))
                        .toList());
    }

    /** Keys of changed nodes are canonical, the subscriber's may not be; beside a wildcard they are taken as they are. */
    private static Path canonical(LoadedModel model, Path path) {
        try {
            return PathResolver.resolve(model, path).path();
        } catch (FailureException _) {
            return path;
        }
    }

    WatchedTarget with(Visibility now) {
        return new WatchedTarget(id, now, since, paths);
    }

    /**
     * How far down a leaf is subscribed: elements of the topmost node at or above it that subscription {@code index} is about; -1
     * when it is not about it, or the caller may not see it.
     *
     * @param depth levels below that node, 0 for all
     */
    int match(int index, Path leaf, int depth) {
        int length = paths.get(index).match(leaf);
        boolean tooDeep = depth > 0 && leaf.elements().size() - length > depth;
        return length < 0 || tooDeep || !visibility.visible(leaf) ? -1 : length;
    }
}
