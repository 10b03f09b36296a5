package dev.trimtab.core.model;

import dev.trimtab.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * What a JSON text means at a place of the model.
 *
 * @param node the value; null exactly if there are violations
 * @param annotations of the value and what is in it but of the root itself: entries for the list of annotations, each of a node of the
 *     value or, for a value that is merged, of the tree; empty if they were not asked for
 * @param violations what does not fit the model, in the order of the text; at most 100
 */
public record Decoded(@Nullable NormalizedNode node, List<MapEntryNode> annotations, List<Violation> violations) {
    public Decoded {
        annotations = List.copyOf(annotations);
        violations = List.copyOf(violations);
    }
}
