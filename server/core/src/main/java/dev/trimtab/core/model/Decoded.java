package dev.trimtab.core.model;

import dev.trimtab.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * What a JSON text means at a place of the model.
 *
 * @param node the value; null exactly if there are violations
 * @param violations what does not fit the model, in the order of the text; at most 100
 */
public record Decoded(@Nullable NormalizedNode node, List<Violation> violations) {
    public Decoded {
        violations = List.copyOf(violations);
    }
}
