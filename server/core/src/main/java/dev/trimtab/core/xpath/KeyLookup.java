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

    /** The keys that the predicates ask for, as texts: every combination; null for more than {@code max}. */
    @Nullable List<List<String>> wanted(Context context, int max) {
        List<List<String>> combinations = List.of(List.of());
        for (Expr key : keys.values()) {
            List<String> texts = texts(key, context);
            if ((long) texts.size() * combinations.size() > max) {
                return null;
            }
            combinations = product(combinations, texts);
        }
        return combinations;
    }

    private static List<List<String>> product(List<List<String>> some, List<String> texts) {
        List<List<String>> longer = new ArrayList<>(some.size() * texts.size());
        for (List<String> each : some) {
            for (String text : texts) {
                List<String> more = new ArrayList<>(each);
                more.add(text);
                longer.add(List.copyOf(more));
            }
        }
        return longer;
    }

    /**
     * Entries of {@link #list} below {@code parent} that the predicates can be true for; they are still to be applied. Where more keys
     * are asked for than there are entries, all of them.
     */
    List<XNode> find(XNode parent, Context context) {
        List<List<String>> wanted = wanted(context, parent.storedCount(list));
        if (wanted == null) {
            return parent.children(list);
        }
        List<XNode> found = new ArrayList<>(wanted.size());
        for (List<String> texts : wanted) {
            Map<QName, Object> key = parse(texts);
            XNode entry = key == null ? null : parent.entry(list, NodeIdentifierWithPredicates.of(list.name(), key));
            if (entry != null) {
                found.add(entry);
            }
        }
        return found;
    }

    /** Null for texts that are the key of no entry. */
    private @Nullable Map<QName, Object> parse(List<String> texts) {
        Map<QName, Object> key = new LinkedHashMap<>();
        for (XSchema leaf : keys.keySet()) {
            Object value = parse(requireNonNull(leaf.type()), texts.get(key.size()));
            if (value == null) {
                return null;
            }
            key.put(leaf.name(), value);
        }
        return key;
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
