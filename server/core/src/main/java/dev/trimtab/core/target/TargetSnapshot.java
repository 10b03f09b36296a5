package dev.trimtab.core.target;

import dev.trimtab.core.model.Existence;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeSnapshot;

/**
 * One target's intended configuration at one revision; immutable, shares its structure with its neighbours.
 *
 * @param transaction index of the transaction that led here; 0 for a target that was never configured
 * @param time when that transaction was committed
 */
public record TargetSnapshot(
        TargetId target,
        ServedModel served,
        Revision revision,
        long transaction,
        Instant time,
        DataTreeSnapshot intended) {

    public LoadedModel model() {
        return served.model();
    }

    /** Which defaults are in use; for one thread. */
    public Existence existence() {
        return served.validator().existence(root());
    }

    /**
     * The topmost nodes that exist by default either here or in {@code after}, a snapshot of the same model, although nothing of
     * them was written or deleted.
     *
     * @param edited the topmost nodes that were
     */
    public List<Instance> implied(TargetSnapshot after, List<Instance> edited) {
        return served.validator().implied(root(), after.root(), edited);
    }

    private NormalizedNode root() {
        return read(YangInstanceIdentifier.of()).orElseThrow();
    }

    public Optional<NormalizedNode> read(YangInstanceIdentifier id) {
        return intended.readNode(id);
    }
}
