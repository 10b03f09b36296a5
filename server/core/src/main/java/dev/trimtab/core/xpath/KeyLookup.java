package dev.trimtab.core.xpath;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.InvalidValueException;
import dev.trimtab.core.model.LeafType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;

/**
 * Finds the entries of a list whose keys an expression's predicates name, each at the cost of one lookup.
 *
 * @param list the list
 * @param keys for each key leaf what its value must equal; does not depend on the entry
 * @param reads what those values are computed from
 */
record KeyLookup(XSchema list, Map<XSchema, Expr> keys, Set<Place> reads) {

    /** The texts of the keys that the predicates ask for: every combination. */
    List<List<String>> texts(Context context) {
        List<List<String>> combinations = List.of(List.of());
        for (Expr key : keys.values()) {
            List<List<String>> longer = new ArrayList<>();
            for (String text : texts(key, context)) {
                for (List<String> each : combinations) {
                    List<String> more = new ArrayList<>(each);
                    more.add(text);
                    longer.add(List.copyOf(more));
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** Entries of {@link #list} below {@code parent} that the predicates can be true for; they are still to be applied. */
    List<XNode> find(XNode parent, Context context) {
        List<Map<QName, Object>> combinations = List.of(Map.of());
        for (Map.Entry<XSchema, Expr> key : keys.entrySet()) {
            combinations = extend(combinations, key.getKey(), texts(key.getValue(), context));
        }
        List<XNode> found = new ArrayList<>();
        for (Map<QName, Object> values : combinations) {
            XNode entry = parent.entry(list, NodeIdentifierWithPredicates.of(list.name(), values));
            if (entry != null) {
                found.add(entry);
            }
        }
        return found;
    }

    private static List<Map<QName, Object>> extend(List<Map<QName, Object>> some, XSchema leaf, List<String> texts) {
        List<Map<QName, Object>> longer = new ArrayList<>();
        for (String text : texts) {
            Object value = parse(requireNonNull(leaf.type()), text);
            if (value != null) {
                some.forEach(combination -> {
                    var more = new LinkedHashMap<>(combination);
                    more.put(leaf.name(), value);
                    longer.add(more);
                });
            }
        }
        return longer;
    }

    /** Null for a text that is not the canonical form of any value, and therefore equals none. */
    private static @Nullable Object parse(LeafType type, String text) {
        try {
            Object value = type.parse(text);
            return type.canonical(value).equals(text) ? value : null;
        } catch (InvalidValueException _) {
            return null;
        }
    }

    private static List<String> texts(Expr expr, Context context) {
        return expr instanceof Expr.OfNodes nodes
                ? nodes.select(context).stream().map(XNode::text).distinct().toList()
                : List.of(expr.asText(context));
    }
}
