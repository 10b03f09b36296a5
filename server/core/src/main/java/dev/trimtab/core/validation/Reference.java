package dev.trimtab.core.validation;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.xpath.Place;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPath;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;

/**
 * One type of a leaf by which its value refers to an instance that has to exist.
 *
 * @param name of the rule
 * @param target says whether what an instance of the leaf refers to exists
 * @param readings what the answer depends on
 * @param indexes what the target and the readings look things up in
 * @param identifies whether the index is by {@link YangInstanceIdentifier}, and what is referred to may be anywhere
 * @param wrong what to say of a value without an instance
 */
record Reference(
        String name,
        Target target,
        List<Reading> readings,
        List<KeyIndex> indexes,
        boolean identifies,
        UnaryOperator<String> wrong) {

    /** Whether what an instance of the leaf refers to exists. */
    @FunctionalInterface
    interface Target {
        boolean exists(XNode context, ConstraintIndexes indexes);
    }

    /** A new instance of the target breaks no leafref; one that goes concerns those that have its value. */
    static Reference leafref(XSchema node, LeafrefTypeDefinition type, XPathCompiler compiler) {
        String path = type.getPathStatement().getOriginalString();
        XPath target = Compiling.of(node, "path", path, () -> compiler.leafref(node, type));
        Set<Place> places = target.dependencies().places();
        UnaryOperator<String> wrong = text -> "refers to '" + path + "', where '" + text + "' does not exist";
        List<Place> leaves =
                places.stream().filter(place -> place.schema().type() != null).toList();
        if (leaves.size() != 1) { // what the path's own conditions read is not found by the value
            List<Reading> readings = Reading.of(places, Change.REMOVING);
            return new Reference("leafref", (context, _) -> target.holds(context), readings, List.of(), false, wrong);
        }
        Place leaf = leaves.getFirst();
        KeyIndex byValue = KeyIndex.of(node, Reading.of(compiler.existence(node)), context -> List.of(context.text()));
        var pin = new Pin(byValue, leaf.schema(), each -> List.of(each.text()));
        List<Reading> readings = places.stream()
                .map(place -> new Reading(place, Change.REMOVING, pin))
                .toList();
        if (isLookedUp(leaf.schema()) || path.contains("[")) {
            return new Reference(
                    "leafref", (context, _) -> target.holds(context), readings, List.of(byValue), false, wrong);
        }
        KeyIndex targets =
                KeyIndex.of(leaf.schema(), Reading.of(compiler.existence(leaf.schema())), each -> List.of(each.text()));
        return new Reference(
                "leafref",
                (context, indexes) -> isAmong(targets, leaf, context, indexes),
                readings,
                List.of(byValue, targets),
                false,
                wrong);
    }

    /** Whether the path itself finds an instance by its value without a search: it is the one key of a list. */
    private static boolean isLookedUp(XSchema target) {
        XSchema parent = target.parent();
        return parent != null && target.node().isKey() && parent.node().keys().size() == 1;
    }

    /** Whether an instance of {@code target} has the context's value and is below the same instance of the pivot. */
    private static boolean isAmong(KeyIndex targets, Place target, XNode context, ConstraintIndexes indexes) {
        XNode pivot = context.ancestor(target.pivot());
        XNode root = context.tree().root();
        for (Object address : indexes.find(targets, context.text())) {
            XNode found = Address.find(root, target.schema(), address);
            if (found != null && Objects.equals(found.ancestor(target.pivot()), pivot)) {
                return true;
            }
        }
        return false;
    }

    /** What is identified may be a default, which comes and goes with its conditions. */
    static Reference identifier(XSchema node, LeafType type, XPathCompiler compiler) {
        KeyIndex byTarget = KeyIndex.of(node, Reading.of(compiler.existence(node)), context -> id(context, type));
        return new Reference(
                "instance-identifier",
                (context, _) -> id(context, type).stream()
                        .anyMatch(id -> Identifiers.exists(context.tree().root(), id)),
                conditionsAnywhere(Identifiers.root(node), compiler),
                List.of(byTarget),
                true,
                text -> "identifies '" + text + "', which does not exist");
    }

    /** What a value identifies; a value that an earlier type of the union took may be none. */
    private static List<YangInstanceIdentifier> id(XNode context, LeafType type) {
        if (context.value() instanceof YangInstanceIdentifier id) {
            return List.of(id);
        }
        String text = context.text();
        return type.takes(text) ? List.of((YangInstanceIdentifier) type.parse(text)) : List.of();
    }

    private static List<Reading> conditionsAnywhere(XSchema root, XPathCompiler compiler) {
        List<Place> places = Identifiers.all(root)
                .filter(schema -> schema.canBeImplicit() && !schema.whens().isEmpty())
                .flatMap(schema -> compiler.existence(schema).places().stream())
                .map(place -> new Place(place.schema(), root))
                .distinct()
                .toList();
        return Reading.of(places, Change.ANY);
    }

    String message(String text) {
        return wrong.apply(text);
    }
}
