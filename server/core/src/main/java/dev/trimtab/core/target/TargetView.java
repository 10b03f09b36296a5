package dev.trimtab.core.target;

import com.google.common.base.Suppliers;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.LoadedModel;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeSnapshot;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/** One target's intended configuration and operational state at one moment; immutable. */
public final class TargetView {
    private final TargetSnapshot intended;
    private final @Nullable OperationalSnapshot operational;
    private final Supplier<NormalizedNode> everything;

    /** What the target, or the server about it, reports; and when it last changed. */
    record OperationalSnapshot(DataTreeSnapshot tree, Instant time) {}

    TargetView(TargetSnapshot intended, @Nullable OperationalSnapshot operational) {
        this.intended = intended;
        this.operational = operational;
        this.everything = Suppliers.memoize(this::merged);
    }

    @Nullable OperationalSnapshot operational() {
        return operational;
    }

    public TargetSnapshot snapshot() {
        return intended;
    }

    public LoadedModel model() {
        return intended.model();
    }

    /** When the newest of the trees changed. */
    public Instant time() {
        return operational == null || operational.time().isBefore(intended.time())
                ? intended.time()
                : operational.time();
    }

    /** The node at {@code id} in the tree that holds {@code content}; keys of lists are in each. */
    public Optional<NormalizedNode> read(YangInstanceIdentifier id, Content content) {
        if (content == Content.CONFIG) {
            return intended.read(id);
        }
        if (operational == null) {
            return content == Content.STATE ? Optional.empty() : intended.read(id);
        }
        return content == Content.STATE ? operational.tree().readNode(id) : find(id);
    }

    private Optional<NormalizedNode> find(YangInstanceIdentifier id) {
        NormalizedNode node = everything.get();
        for (YangInstanceIdentifier.PathArgument step : id.getPathArguments()) {
            NormalizedNode child = NormalizedNodes.getDirectChild(node, step).orElse(null);
            if (child == null) {
                return Optional.empty();
            }
            node = child;
        }
        return Optional.of(node);
    }

    private NormalizedNode merged() {
        ContainerNode config =
                (ContainerNode) intended.read(YangInstanceIdentifier.of()).orElseThrow();
        if (operational == null) {
            return config;
        }
        try {
            var tree = model().newOperationalTree();
            DataTreeModification merge = tree.takeSnapshot().newModification();
            merge.merge(YangInstanceIdentifier.of(), config);
            operational
                    .tree()
                    .readNode(YangInstanceIdentifier.of())
                    .ifPresent(state -> merge.merge(YangInstanceIdentifier.of(), state));
            merge.ready();
            tree.validate(merge);
            tree.commit(tree.prepare(merge));
            return tree.takeSnapshot().readNode(YangInstanceIdentifier.of()).orElseThrow();
        } catch (DataValidationFailedException e) {
            throw new IllegalStateException("configuration and state of " + intended.target() + " do not merge", e);
        }
    }
}
