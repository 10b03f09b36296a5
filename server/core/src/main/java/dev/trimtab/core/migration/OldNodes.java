package dev.trimtab.core.migration;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.ChoiceStep;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
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
        return keys(list, entry.name());
    }

    private static List<String> keys(SchemaNode list, NodeIdentifierWithPredicates entry) {
        return list.keyNodes().stream()
                .map(key -> key.type().canonical(requireNonNull(entry.getValue(key.qname()))))
                .toList();
    }

    /** Whether a default of {@code leaf} may be in use: it is in no choice, or in the default case of each. */
    static boolean defaultMayApply(SchemaNode leaf) {
        return leaf.choices().stream().allMatch(ChoiceStep::isDefault);
    }

    /** The path of what {@code id} names, as the walk has it; of the leaf-list where it names one of its values. */
    static Path path(SchemaNode root, YangInstanceIdentifier id) {
        Path path = Path.ROOT;
        SchemaNode node = root;
        for (PathArgument step : id.getPathArguments()) {
            SchemaNode child = node.child(step.getNodeType());
            if (step instanceof NodeIdentifierWithPredicates entry) {
                path = path.parent().child(PathNames.entry(node, keys(node, entry)));
            } else if (child != null && step instanceof NodeIdentifier) {
                path = path.child(PathNames.of(child));
                node = child;
            }
        }
        return path;
    }

    /** The node that {@code id} names an instance of. */
    static SchemaNode schema(SchemaNode root, YangInstanceIdentifier id) {
        SchemaNode node = root;
        for (PathArgument step : id.getPathArguments()) {
            SchemaNode child = step instanceof NodeIdentifier ? node.child(step.getNodeType()) : null;
            node = child == null ? node : child;
        }
        return node;
    }
}
