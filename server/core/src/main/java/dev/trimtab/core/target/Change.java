package dev.trimtab.core.target;

import dev.trimtab.core.model.Edit;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One target's tree changed, as the followers of a {@link ChangeFeed} see it.
 *
 * @param sequence place in the feed of this process, from 1, without a gap
 * @param tree which of the target's trees
 * @param transaction index of the transaction; 0 for an operational change
 * @param edits what changed, smallest form; the deletes first; for a target that got another model, what leads from an empty tree
 *     to the one after
 * @param before the target's trees before it; null for a target that is new
 * @param view the target's trees after it
 */
public record Change(
        long sequence,
        TargetId target,
        Tree tree,
        long transaction,
        Instant time,
        List<Edit> edits,
        @Nullable TargetView before,
        TargetView view) {

    /** An edit with its path, without its texts. */
    private static final long EDIT_OCTETS = 256;

    /** A target's trees. */
    public enum Tree {
        INTENDED,
        OPERATIONAL
    }

    public Change {
        edits = List.copyOf(edits);
    }

    /** About what the edits take of the heap, without the trees. */
    long editOctets() {
        return edits.stream().mapToLong(Change::octets).sum();
    }

    private static long octets(Edit edit) {
        return EDIT_OCTETS
                + switch (edit) {
                    case Edit.Put(var _, String json, String before) ->
                        json.length() + (before == null ? 0 : before.length());
                    case Edit.Delete(var _, String before) -> before.length();
                };
    }

    /** The trees before it, if they are of the same model: only then can the two be compared node by node. */
    public Optional<TargetView> comparable() {
        return Optional.ofNullable(before).filter(trees -> trees.model().equals(view.model()));
    }
}
