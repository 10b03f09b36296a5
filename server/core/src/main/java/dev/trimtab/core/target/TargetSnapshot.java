package dev.trimtab.core.target;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.time.Instant;
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

    public Optional<NormalizedNode> read(YangInstanceIdentifier id) {
        return intended.readNode(id);
    }
}
