package dev.trimtab.core.transaction;

import dev.trimtab.model.PathElement;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;

/** The operations on the target {@code system} that are about other targets. */
public final class TargetOperations {
    private TargetOperations() {}

    /** Gives a target another version of its model; its configuration is migrated by the same transaction. */
    public static Operation migrate(TargetId target, String version) {
        var leaf = TargetCatalog.entry(target).child(new PathElement("version"));
        return new Operation.Update(TargetId.SYSTEM, leaf, new Value.Text(version));
    }
}
