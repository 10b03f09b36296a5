package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Edit;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.Revision;
import java.util.List;

/**
 * What a transaction changed in one target.
 *
 * @param model the model the edits are written in
 * @param revision the revision they led to
 * @param edits smallest form, deletes first, each with what was there before
 */
public record TargetChange(ModelId model, Revision revision, List<Edit> edits) {
    public TargetChange {
        edits = List.copyOf(edits);
    }
}
