package dev.trimtab.model;

import java.util.List;
import java.util.Set;

/**
 * What brings one version of a model into the server.
 *
 * <p>An implementation in a jar is found through {@link java.util.ServiceLoader}; the server talks to it over the gRPC contract
 * of {@code trimtab/plugin/v1/plugin.proto} whichever way it runs. Implementations are thread-safe. The server waits 5 seconds for
 * an answer of any method but {@link #describe} unless its settings say otherwise; one that fails or takes longer fails the change
 * it was made for.
 */
public interface ModelPlugin {
    /** The model with its YANG text; the same answer at each call. */
    ModelDescription describe();

    /**
     * Paths of the nodes that {@link #validate} wants to see, such as {@code /site/slice}: without keys, and of a list its entries.
     *
     * @return the same answer at each call; empty for none
     */
    default Set<Path> validatedPaths() {
        return Set.of();
    }

    /**
     * What there is against a change, beyond the constraints of the YANG, which hold already. Asked before the commit; the same
     * question may come several times.
     *
     * @param changed the nodes of {@link #validatedPaths} that the change touches, in the order of their paths
     * @return empty where there is nothing against it
     */
    default List<Violation> validate(TargetId target, List<ChangedNode> changed) {
        return List.of();
    }

    /**
     * Paths of the leaves that {@link #pick} knows values for, without keys.
     *
     * @return the same answer at each call; empty for none
     */
    default Set<Path> pickedPaths() {
        return Set.of();
    }

    /**
     * Values that a leaf may get, for people to choose from; what a leafref, an enumeration or an identity allows the server knows by
     * itself.
     *
     * @param leaf an instance of one of {@link #pickedPaths}
     * @param prefix what the values begin with; empty for any
     * @param limit most values, 1 or more
     * @param config the target's configuration as far as who asks may see it: an RFC 7951 JSON object
     */
    default List<PickedValue> pick(TargetId target, Path leaf, String prefix, int limit, String config) {
        return List.of();
    }

    /**
     * The migrations that the plugin brings, to its version or from it; the same answer at each call, at most one from one version
     * to another. Between versions for which no plugin brings one, what has the same path in both is carried over.
     */
    default List<Migration> migrations() {
        return List.of();
    }
}
