package dev.trimtab.core.validation;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * Where the instance of a known node is, in as few octets as can be: the entries of lists and leaf-lists on its way, which the tree
 * has anyway. One entry is itself, several are a list, none is {@link #ONLY}.
 */
final class Address {
    /** The address of what exists at most once. */
    static final Object ONLY = List.of();

    private Address() {}

    static Object of(XNode node) {
        List<PathArgument> entries = new ArrayList<>(2);
        for (XNode at = node; at != null; at = at.parent()) {
            if (at.schema().repeats()) {
                entries.addFirst(entry(at));
            }
        }
        return switch (entries.size()) {
            case 0 -> ONLY;
            case 1 -> entries.getFirst();
            default -> List.copyOf(entries);
        };
    }

    /** What tells an entry of a list or leaf-list from the others. */
    static PathArgument entry(XNode node) {
        NormalizedNode stored = node.stored();
        return stored == null ? new NodeWithValue<>(node.schema().name(), node.value()) : stored.name();
    }

    /** The instance of {@code schema} at {@code address} below {@code root}; null if it does not exist. */
    static @Nullable XNode find(XNode root, XSchema schema, Object address) {
        List<?> entries = address instanceof List<?> several ? several : List.of(address);
        List<XSchema> way = new ArrayList<>();
        for (XSchema at = schema; at.parent() != null; at = at.parent()) {
            way.addFirst(at);
        }
        XNode node = root;
        int next = 0;
        for (XSchema step : way) {
            node = step.repeats() ? entry(node, step, (PathArgument) entries.get(next++)) : node.firstChild(step);
            if (node == null) {
                return null;
            }
        }
        return node;
    }

    private static @Nullable XNode entry(XNode parent, XSchema child, PathArgument entry) {
        if (child.kind() == SchemaNode.Kind.LIST) {
            return entry instanceof NodeIdentifierWithPredicates key ? parent.entry(child, key) : null;
        }
        return parent.value(child, (NodeWithValue<?>) entry);
    }
}
