package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.validation.ConstraintIndexes;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateTip;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;

/** What one command would make of the targets it names, not yet committed. */
record Candidate(Pending pending, Map<TargetId, Part> parts, ModelChanges models) {

    /**
     * One target's share.
     *
     * @param base revision it builds on
     * @param indexes what validation knows about the tree that it leads to
     * @param edits what it changes; empty when nothing
     * @param migrated whether the tree has another model than the target's present one
     * @param octets what the tree does not share with the one that it builds on; 0 of a dry run, which nobody keeps
     */
    record Part(
            WorkingTree tree,
            Revision base,
            DataTreeModification modification,
            DataTreeCandidateTip tip,
            ConstraintIndexes indexes,
            List<Edit> edits,
            Optional<Migrated> migrated,
            long octets) {
        TargetChange change() {
            return new TargetChange(tree.served().model().id(), base.next(), edits, migrated);
        }

        boolean isIdle() {
            return edits.isEmpty() && migrated.isEmpty();
        }
    }

    boolean isOfSystem() {
        return parts.containsKey(TargetId.SYSTEM);
    }

    /** What its trees take of the heap, about, beside those that they build on. */
    long octets() {
        return parts.values().stream().mapToLong(Part::octets).sum();
    }

    /** Without the parts that change nothing. */
    Candidate withoutIdle() {
        Map<TargetId, Part> busy = new LinkedHashMap<>(parts);
        busy.values().removeIf(Part::isIdle);
        return new Candidate(pending, busy, models);
    }

    Map<TargetId, TargetChange> changes() {
        Map<TargetId, TargetChange> changes = new LinkedHashMap<>();
        parts.forEach((target, part) -> changes.put(target, part.change()));
        return changes;
    }
}
