package dev.trimtab.core.migration;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.ChoiceStep;
import dev.trimtab.core.model.SchemaNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Reads the old tree. */
final class OldNodes {
    private OldNodes() {}

    /** The child of {@code schema} in {@code parent}, choices looked through; null if it is not there. */
    static @Nullable NormalizedNode child(@Nullable DataContainerNode parent, SchemaNode schema) {
        DataContainerNode container = parent;
        for (ChoiceStep step : schema.choices()) {
            container = container == null ? null : (ChoiceNode) container.childByArg(step.id());
        }
        return container == null ? null : container.childByArg(schema.id());
    }

    /** Canonical text of a leaf; null if it is not there. */
    static @Nullable String text(DataContainerNode parent, SchemaNode leaf) {
        NormalizedNode node = child(parent, leaf);
        return node == null ? null : leaf.type().canonical(node.body());
    }

    /** Canonical texts of an entry's keys, in the order of the list's keys. */
    static List<String> keys(SchemaNode list, MapEntryNode entry) {
        return list.keyNodes().stream()
                .map(key -> key.type().canonical(requireNonNull(entry.name().getValue(key.qname()))))
                .toList();
    }

    /** Whether a default of {@code leaf} may be in use: it is in no choice, or in the default case of each. */
    static boolean defaultMayApply(SchemaNode leaf) {
        return leaf.choices().stream().allMatch(ChoiceStep::isDefault);
    }
}
