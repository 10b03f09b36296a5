package dev.trimtab.core.validation;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.ListSchemaNode;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaNodeIdentifier;
import org.opendaylight.yangtools.yang.model.api.stmt.UniqueEffectiveStatement;

/**
 * {@code unique}: RFC 7950 sections 7.8.3 and 15.1. Checked on the node around the list.
 *
 * <p>A change of one of the leaves, or a new entry, reads the one list that it is in from end to end: a known cost.
 */
final class UniqueRules {
    private UniqueRules() {}

    static List<Rule> of(XSchema parent) {
        List<Rule> rules = new ArrayList<>();
        for (XSchema child : parent.children()) {
            if (child.kind() == SchemaNode.Kind.LIST && child.node().effective() instanceof ListSchemaNode list) {
                list.getUniqueConstraints().forEach(unique -> rules.add(rule(parent, child, unique)));
            }
        }
        return rules;
    }

    private static Rule rule(XSchema parent, XSchema list, UniqueEffectiveStatement unique) {
        List<List<XSchema>> leaves =
                unique.argument().stream().map(id -> resolve(list, id)).toList();
        List<XSchema> read = leaves.stream().map(List::getLast).toList();
        String names = String.join(
                " and ", read.stream().map(leaf -> leaf.node().name()).toList());
        return Rule.ofChildren(parent, read, XPath.Dependencies.NONE, Change.ADDING, (context, report) -> {
            for (List<XNode> same : groups(context, list, leaves)) {
                reportAll(same, names, report);
            }
        });
    }

    /** Each of the entries is at fault as much as the others. */
    private static void reportAll(List<XNode> same, String names, Report report) {
        for (XNode entry : same) {
            XNode other = entry.equals(same.getFirst()) ? same.getLast() : same.getFirst();
            String message = "has the same " + names + " as " + Paths.of(other);
            report.add(Paths.of(entry), "unique", null, message, "data-not-unique");
        }
    }

    /** Entries with the same values, two or more together. */
    private static List<List<XNode>> groups(XNode parent, XSchema list, List<List<XSchema>> leaves) {
        Map<List<String>, List<XNode>> byValues = new HashMap<>();
        for (XNode entry : parent.children(list)) {
            List<String> values = values(entry, leaves);
            if (values != null) {
                byValues.computeIfAbsent(values, _ -> new ArrayList<>(1)).add(entry);
            }
        }
        return byValues.values().stream().filter(same -> same.size() > 1).toList();
    }

    /** The values of all leaves; null if one of them has none. */
    private static @Nullable List<String> values(XNode entry, List<List<XSchema>> leaves) {
        List<String> values = new ArrayList<>(leaves.size());
        for (List<XSchema> steps : leaves) {
            List<XNode> at = List.of(entry);
            for (XSchema step : steps) {
                at = at.isEmpty() ? at : at.getFirst().children(step);
            }
            if (at.isEmpty()) {
                return null;
            }
            values.add(at.getFirst().text());
        }
        return values;
    }

    /** The data nodes on the way to a leaf; choices and cases have no node. */
    private static List<XSchema> resolve(XSchema list, SchemaNodeIdentifier leaf) {
        List<XSchema> steps = new ArrayList<>();
        XSchema at = list;
        for (QName name : leaf.getNodeIdentifiers()) {
            XSchema child = at.child(name);
            if (child != null) {
                steps.add(child);
                at = child;
            }
        }
        return steps;
    }
}
