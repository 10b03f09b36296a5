package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.TargetSettings;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.TargetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * Shows committed transactions to readers: the trees they lead to, and the targets that they add, alter and remove.
 *
 * <p>Not thread-safe.
 */
final class Publisher {
    private final TargetCatalog catalog;
    private final WorkingTrees trees;
    private final ModelReplay models;
    private final Targets targets;

    Publisher(Catalogs catalogs, WorkingTrees trees, ModelReplay models, Targets targets) {
        this.catalog = catalogs.targets();
        this.trees = trees;
        this.models = models;
        this.targets = targets;
    }

    /**
     * Shows a target as a transaction left it, which may be in another model.
     *
     * @param octets what its tree does not share with the one before it
     */
    void show(WorkingTree tree, TargetSnapshot snapshot, List<Edit> edits, long octets) {
        trees.put(tree);
        targets.publish(snapshot, edits, octets);
    }

    /** Adds the targets that {@code /system/targets} gained, changes the settings of others, and removes those that it lost. */
    void followCatalog(Transaction transaction) {
        TargetChange system = transaction.targets().get(TargetId.SYSTEM);
        if (system == null) {
            return;
        }
        @Nullable NormalizedNode root = systemRoot();
        for (TargetId target : catalog.touched(system.edits(), trees.configurable(), root)) {
            TargetSettings settings = catalog.find(target, root).orElse(null);
            if (settings == null) {
                forget(target);
            } else {
                configure(settings, transaction);
            }
        }
    }

    /** The tree of the target {@code system} as it is committed; null while it is empty. */
    @Nullable NormalizedNode systemRoot() {
        return trees.require(TargetId.SYSTEM)
                .snapshot(0, Instant.EPOCH)
                .read(YangInstanceIdentifier.of())
                .orElse(null);
    }

    private void configure(TargetSettings settings, Transaction transaction) {
        ModelId model = settings.model();
        WorkingTree tree = trees.find(settings.target()).orElse(null);
        if (tree == null || !tree.served().model().id().equals(model)) {
            ServedModel served = models.require(model);
            WorkingTree fresh = trees.fresh(settings.target(), served);
            show(fresh, fresh.snapshot(transaction.index(), transaction.time()), List.of(), 0);
        }
        targets.configure(settings);
    }

    private void forget(TargetId target) {
        trees.remove(target);
        targets.remove(target);
    }
}
