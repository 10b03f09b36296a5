package dev.trimtab.models.generate;

import dev.trimtab.models.generate.Drawn.Values;
import java.util.List;
import java.util.stream.Collectors;

/** Turns some leaves of drawn modules into references to others: leafrefs, alone and in unions, and instance-identifiers. */
final class DrawnReferences {
    private static final int MOST = 5;

    private final Dice dice;
    private final List<Drawn> nodes;
    private final boolean plain;

    DrawnReferences(Dice dice, List<Drawn> nodes, boolean plain) {
        this.dice = dice;
        this.plain = plain;
        this.nodes = nodes;
    }

    void refer() {
        List<Drawn> leaves =
                nodes.stream().filter(node -> node.isLeaf() && !node.key).toList();
        for (int i = dice.between(2, MOST); i > 0 && !leaves.isEmpty(); i--) {
            refer(dice.one(leaves));
        }
    }

    private void refer(Drawn leaf) {
        List<Drawn> targets = nodes.stream()
                .filter(target -> target.isLeaf()
                        && target != leaf
                        && target.values != Values.EMPTY
                        && !leaf.reference
                        && (target.module.equals("g") || leaf.module.equals("h"))
                        && (target.refersTo == null || (target.reference && dice.chance(30))))
                .toList();
        if (targets.isEmpty() || isUnique(leaf) || nodes.stream().anyMatch(other -> other.refersTo == leaf)) {
            return;
        }
        Drawn target = dice.one(targets);
        String leafref = "leafref { path \"" + path(leaf, target) + "\"; "
                + (!plain && dice.chance(15) ? "require-instance false; " : "") + "}";
        switch (dice.below(6)) {
            case 0 ->
                become(leaf, target, "union { type " + leafref + " type uint8 { range \"200..210\"; } }", Values.OTHER);
            case 1 ->
                become(
                        leaf,
                        target,
                        "instance-identifier" + (!plain && dice.chance(30) ? " { require-instance false; }" : ""),
                        Values.OTHER);
            default -> {
                become(leaf, target, leafref, target.values);
                leaf.reference = true;
            }
        }
    }

    private static void become(Drawn leaf, Drawn target, String type, Values values) {
        leaf.type = type;
        leaf.values = values;
        leaf.refersTo = target;
    }

    private static boolean isUnique(Drawn leaf) {
        return leaf.parent != null
                && leaf.parent.statements.stream()
                        .anyMatch(statement -> statement.startsWith("unique") && statement.contains(leaf.name));
    }

    private String path(Drawn leaf, Drawn target) {
        List<Drawn> from = leaf.line();
        List<Drawn> to = target.line();
        int shared = 0;
        while (shared < Math.min(from.size(), to.size()) - 1 && from.get(shared) == to.get(shared)) {
            shared++;
        }
        if (dice.chance(40)) {
            return to.stream()
                    .map(node -> "/" + Expressions.name(node, leaf) + predicate(node, leaf))
                    .collect(Collectors.joining());
        }
        return "../".repeat(from.size() - shared)
                + to.subList(shared, to.size()).stream()
                        .map(node -> Expressions.name(node, leaf))
                        .collect(Collectors.joining("/"));
    }

    private String predicate(Drawn list, Drawn leaf) {
        if (!list.is("list") || dice.chance(50)) {
            return "";
        }
        Drawn key = list.children.getFirst();
        List<Drawn> beside = nodes.stream()
                .filter(other -> other.is("leaf")
                        && other != leaf
                        && other.dataParent() == leaf.dataParent()
                        && other.type.equals(key.type)
                        && (other.module.equals("g") || leaf.module.equals("h")))
                .toList();
        return beside.isEmpty()
                ? ""
                : "[" + Expressions.name(key, leaf) + " = current()/../" + Expressions.name(dice.one(beside), leaf)
                        + "]";
    }
}
