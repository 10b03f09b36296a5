package dev.trimtab.core.validation;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.Place;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.ListSchemaNode;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaNodeIdentifier;
import org.opendaylight.yangtools.yang.model.api.stmt.UniqueEffectiveStatement;

/** {@code unique}: RFC 7950 sections 7.8.3 and 15.1. The entries of a list are indexed by their values. */
final class UniqueRules {
    private UniqueRules() {}

    static List<KeyIndex> of(XSchema list, XPathCompiler compiler) {
        if (list.kind() != SchemaNode.Kind.LIST || !(list.node().effective() instanceof ListSchemaNode effective)) {
            return List.of();
        }
        return effective.getUniqueConstraints().stream()
                .map(unique -> leaves(list, unique))
                .flatMap(Optional::stream)
                .map(leaves -> index(list, leaves, compiler))
                .toList();
    }

    /** Empty for leaves of state, which all are if one is (RFC 7950 section 7.8.3): a configuration has none of them. */
    private static Optional<List<List<XSchema>>> leaves(XSchema list, UniqueEffectiveStatement unique) {
        List<List<XSchema>> leaves =
                unique.argument().stream().map(id -> resolve(list, id)).toList();
        boolean configured = leaves.stream()
                .noneMatch(steps -> steps.isEmpty() || steps.getLast().kind() != SchemaNode.Kind.LEAF);
        return configured ? Optional.of(leaves) : Optional.empty();
    }

    private static KeyIndex index(XSchema list, List<List<XSchema>> leaves, XPathCompiler compiler) {
        String names = String.join(
                " and ",
                leaves.stream().map(steps -> steps.getLast().node().name()).toList());
        return KeyIndex.ofUnique(
                list,
                readings(list, leaves, compiler),
                entry -> key(entry, leaves),
                (entries, report) -> reportAll(entries, names, report));
    }

    /** The leaves, and what decides whether their defaults are in use. */
    private static List<Reading> readings(XSchema list, List<List<XSchema>> leaves, XPathCompiler compiler) {
        List<Place> places = new ArrayList<>();
        for (List<XSchema> steps : leaves) {
            XSchema parent = list;
            for (XSchema step : steps) {
                places.add(new Place(step, list));
                compiler.conditionsOfChild(parent, step).places().stream()
                        .map(place -> place.pivot().isWithin(list) ? new Place(place.schema(), list) : place)
                        .forEach(places::add);
                parent = step;
            }
        }
        return Reading.of(places, Change.ANY);
    }

    /** The values of all leaves, within the instance around the list; none if one of them has none. */
    private static List<?> key(XNode entry, List<List<XSchema>> leaves) {
        List<Object> key = new ArrayList<>(leaves.size() + 1);
        for (List<XSchema> steps : leaves) {
            List<XNode> at = List.of(entry);
            for (XSchema step : steps) {
                at = at.isEmpty() ? at : at.getFirst().children(step);
            }
            if (at.isEmpty()) {
                return List.of();
            }
            key.add(at.getFirst().text());
        }
        XNode parent = entry.parent();
        Object around = parent == null ? Address.ONLY : Address.of(parent);
        if (!around.equals(Address.ONLY)) {
            key.add(around);
        }
        return List.of(key.size() == 1 ? key.getFirst() : List.copyOf(key));
    }

    /** Each of the entries is at fault as much as the others. */
    private static void reportAll(List<XNode> entries, String names, Report report) {
        List<XNode> same = entries.stream()
                .sorted(Comparator.comparing(entry -> Paths.of(entry).toString()))
                .toList();
        for (XNode entry : same) {
            if (report.isFull()) {
                return;
            }
            XNode other = entry.equals(same.getFirst()) ? same.getLast() : same.getFirst();
            String message = "has the same " + names + " as " + Paths.of(other);
            report.add(Paths.of(entry), "unique", null, message, "data-not-unique");
        }
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
