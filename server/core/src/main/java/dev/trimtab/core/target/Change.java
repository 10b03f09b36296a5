package dev.trimtab.core.target;

import dev.trimtab.core.model.Edit;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.List;

/**
 * One target's tree changed, as the followers of a {@link ChangeFeed} see it.
 *
 * @param sequence place in the feed of this process, from 1, without a gap
 * @param tree which of the target's trees
 * @param transaction index of the transaction; 0 for an operational change
 * @param edits what changed, smallest form; the deletes first
 * @param view the target's trees after it
 */
public record Change(
        long sequence, TargetId target, Tree tree, long transaction, Instant time, List<Edit> edits, TargetView view) {

    /** A target's trees. */
    public enum Tree {
        INTENDED,
        OPERATIONAL
    }

    public Change {
        edits = List.copyOf(edits);
    }
}
