package dev.trimtab.models.generate;

import java.util.List;

/** Gives the nodes of drawn modules the statements that restrict them. */
final class DrawnConstraints {
    private final Dice dice;
    private final Expressions expressions;
    private final boolean plain;

    /** @param nodes every data node that expressions may read */
    DrawnConstraints(Dice dice, List<Drawn> nodes, boolean plain) {
        this.dice = dice;
        this.plain = plain;
        this.expressions = new Expressions(nodes, dice, plain);
    }

    /** Restricts all nodes, choices and cases included. No condition reads what is itself conditional, so that none is circular. */
    void constrain(List<Drawn> all) {
        all.forEach(node -> node.conditional = !node.key && dice.chance(12));
        all.forEach(this::constrain);
    }

    private void constrain(Drawn node) {
        if (node.conditional) {
            node.statements.add("when \"" + expressions.when(node) + "\";");
        }
        if (node.isData() && !node.key && dice.chance(25)) {
            node.statements.add("must \"" + expressions.must(node) + "\";");
        }
        switch (node.keyword) {
            case "leaf" -> leaf(node);
            case "leaf-list", "list" -> several(node);
            default -> {}
        }
    }

    private void leaf(Drawn leaf) {
        String value = DrawnTypes.value(leaf);
        if (!leaf.key && leaf.module.equals("g") && dice.chance(12) && !isInDefaultCase(leaf)) {
            leaf.statements.add("mandatory true;");
        } else if (!leaf.key && !value.isEmpty() && dice.chance(30) && mayHaveDefault(leaf)) {
            leaf.statements.add("default \"" + value + "\";");
        }
    }

    /** A default of a unique leaf makes every second entry wrong; some have one, so that it is tried. */
    private boolean mayHaveDefault(Drawn leaf) {
        boolean unique = leaf.line().stream()
                .flatMap(above -> above.statements.stream())
                .anyMatch(statement -> statement.startsWith("unique") && statement.contains(leaf.name));
        if (unique && (dice.chance(60) || (plain && leaf.isConditional()))) {
            return false;
        }
        return !plain
                || leaf.line().stream()
                        .anyMatch(node -> node.is("list")
                                || node.statements.stream().anyMatch(statement -> statement.startsWith("presence")));
    }

    private static boolean isInDefaultCase(Drawn node) {
        for (Drawn at = node.parent; at != null; at = at.parent) {
            if (at.defaultCase) {
                return true;
            }
        }
        return false;
    }

    private void several(Drawn node) {
        int least = node.module.equals("g") && !isInDefaultCase(node) && dice.chance(12) ? dice.between(1, 2) : 0;
        if (least > 0) {
            node.statements.add("min-elements " + least + ";");
        }
        if (dice.chance(20)) {
            node.statements.add("max-elements " + (least + dice.between(1, 3)) + ";");
        }
    }
}
