package dev.trimtab.core.validation;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.ValueNode;

/** What happened to an instance of a node that a rule reads. */
enum Change {
    CREATED,
    DELETED,
    /** It has another value, or what stands in for it while nothing is stored came or went. */
    ALTERED,
    /** It has the value it had, as keys have on the way to what changed, but its entry may have another place in the list. */
    REWRITTEN;

    static final Set<Change> ANY = Set.of(values());
    static final Set<Change> ADDING = Set.of(CREATED, ALTERED);
    static final Set<Change> REMOVING = Set.of(DELETED, ALTERED);

    /** What happened to a stored instance. */
    static Change of(@Nullable NormalizedNode before, @Nullable NormalizedNode after) {
        if (before == null) {
            return CREATED;
        }
        return after == null ? DELETED : haveTheSameValue(before, after) ? REWRITTEN : ALTERED;
    }

    private static boolean haveTheSameValue(NormalizedNode before, NormalizedNode after) {
        return before instanceof ValueNode<?> old
                && after instanceof ValueNode<?> young
                && Objects.deepEquals(old.body(), young.body());
    }
}
