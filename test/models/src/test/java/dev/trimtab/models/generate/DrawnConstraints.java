package dev.trimtab.models.generate;

import java.util.List;

/** Gives the nodes of drawn modules the statements that restrict them. */
final class DrawnConstraints {
    private final Dice dice;
    private final Expressions expressions;

    /** @param nodes every data node that expressions may read */
    DrawnConstraints(Dice dice, List<Drawn> nodes) {
        this.dice = dice;
        this.expressions = new Expressions(nodes, dice);
    }

    /** Called once for each node, choices and cases included, from the outermost in. */
    void constrain(Drawn node) {
        if (!node.key && dice.chance(12)) {
            node.conditional = true;
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
        } else if (!leaf.key && !value.isEmpty() && dice.chance(30) && !isUnique(leaf) && !isTop(leaf)) {
            leaf.statements.add("default \"" + value + "\";");
        }
    }

    private static boolean isInDefaultCase(Drawn node) {
        for (Drawn at = node.parent; at != null; at = at.parent) {
            if (at.defaultCase) {
                return true;
            }
        }
        return false;
    }

    /** yanglint does not see the defaults there in expressions. */
    private static boolean isTop(Drawn leaf) {
        return leaf.line().size() == 1;
    }

    /** A default of a unique leaf makes every second entry wrong; some have one, so that it is tried. */
    private boolean isUnique(Drawn leaf) {
        return leaf.parent != null
                && leaf.parent.statements.stream()
                        .anyMatch(statement -> statement.startsWith("unique") && statement.contains(leaf.name))
                && dice.chance(60);
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
