package dev.trimtab.core.transaction;

import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.model.Edit;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Revision;
import java.util.List;
import java.util.Optional;

/**
 * What a transaction changed in one target.
 *
 * @param model the model the edits are written in
 * @param revision the revision they led to
 * @param edits smallest form, deletes first, each with what was there before; of a target that was migrated, those that lead from
 *     nothing to its new configuration
 * @param migrated empty where the target kept its model
 */
public record TargetChange(ModelId model, Revision revision, List<Edit> edits, Optional<Migrated> migrated) {
    public TargetChange {
        edits = List.copyOf(edits);
    }

    /** A change of a target that kept its model. */
    public TargetChange(ModelId model, Revision revision, List<Edit> edits) {
        this(model, revision, edits, Optional.empty());
    }

    /**
     * What somebody may know of it: the edits and notes of which everything may be read. The configuration before a migration is for
     * a rollback alone.
     */
    TargetChange seenBy(PolicyDecision reader) {
        List<Edit> seen =
                edits.stream().filter(edit -> reader.allows(edit.path())).toList();
        return new TargetChange(model, revision, seen, migrated.map(one -> one.seenBy(reader)));
    }
}
