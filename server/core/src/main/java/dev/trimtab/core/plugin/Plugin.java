package dev.trimtab.core.plugin;

import dev.trimtab.model.ChangedNode;
import dev.trimtab.model.Migration;
import dev.trimtab.model.Path;
import dev.trimtab.model.PickedValue;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.util.List;
import java.util.Set;

/**
 * The code of one model. Thread-safe.
 *
 * <p>Two that are equal are the same: an answer of the one is an answer of the other.
 */
public interface Plugin {
    /**
     * Does nothing while the plugin is there; does not block.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code Unavailable}, naming plugin and model, while it is away
     */
    void requireAvailable();

    /** Schema paths, without keys, of the nodes that {@link #validate} wants to see; empty for none. Does not block. */
    Set<Path> validated();

    /** Schema paths, without keys, of the leaves whose values {@link #pick} knows; empty for none, or where the plugin was never there.
     * Does not block. */
    Set<Path> picked();

    /** The migrations that the plugin brings; does not block, but the code of a migration does, within the plugin's deadline. */
    List<Migration> migrations();

    /**
     * What the plugin says against a change; blocks within the deadline of the plugin.
     *
     * @param changed instances of {@link #validated} paths that the change touches
     * @return empty when there is nothing against it
     * @throws dev.trimtab.core.failure.FailureException naming the plugin and the hook, when it fails or takes too long
     */
    List<Violation> validate(TargetId target, List<ChangedNode> changed);

    /**
     * Values for a leaf; blocks within the deadline of the plugin.
     *
     * @param leaf instance of a {@link #picked} path
     * @param prefix what the values begin with; empty for any
     * @param limit most values, 1 or more
     * @param config the target's configuration in RFC 7951 JSON, as far as who asks may see it
     * @throws dev.trimtab.core.failure.FailureException naming the plugin and the hook, when it fails or takes too long
     */
    List<PickedValue> pick(TargetId target, Path leaf, String prefix, int limit, String config);
}
