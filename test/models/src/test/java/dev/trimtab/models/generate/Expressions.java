package dev.trimtab.models.generate;

import dev.trimtab.models.generate.Drawn.Values;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random XPath over the nodes of the modules that are being drawn. */
final class Expressions {
    private final List<Drawn> nodes;
    private final Dice dice;

    private final boolean plain;

    /**
     * @param nodes every data node there is
     * @param plain whether nothing may depend on the order of what the system orders, which differs between implementations
     */
    Expressions(List<Drawn> nodes, Dice dice, boolean plain) {
        this.nodes = nodes;
        this.dice = dice;
        this.plain = plain;
    }

    /** A condition on {@code context} for a {@code must}: true of many configurations, not of all. */
    String must(Drawn context) {
        String first = atom(context, context, node -> true);
        return switch (dice.below(5)) {
            case 0 -> "not(" + first + ")";
            case 1 -> "(" + first + ") or (" + atom(context, context, node -> true) + ")";
            case 2 -> "not(" + first + ") or " + atom(context, context, node -> true);
            case 3 -> "(" + first + ") and not(" + atom(context, context, node -> true) + ")";
            default -> first;
        };
    }

    /** A condition for a {@code when} of {@code owner}: it reads nothing that is itself conditional, nor what it guards. */
    String when(Drawn owner) {
        Drawn context = owner.isData() ? owner : owner.dataParent();
        Predicate<Drawn> free = node -> !node.isConditional() && !node.isWithin(owner);
        if (nodes.stream().noneMatch(node -> node.isLeaf() && free.test(node) && readable(node, owner))) {
            return "true()";
        }
        String first = direct(context, owner, free);
        return dice.chance(30) ? first + " or " + direct(context, owner, free) : first;
    }

    private String atom(Drawn context, Drawn owner, Predicate<Drawn> allowed) {
        return switch (dice.below(10)) {
            case 0, 1, 2 -> direct(context, owner, allowed);
            case 3 ->
                "count(" + path(context, any(owner, allowed), owner) + ") " + dice.one("<", "<=", "=", "!=", ">") + " "
                        + dice.below(4);
            case 4 -> sum(context, leaf(owner, allowed, Values.NUMBER), owner);
            case 5 ->
                comparison(
                        path(context, leaf(owner, allowed, null), owner),
                        path(context, leaf(owner, allowed, null), owner));
            case 6 -> positional(context, owner, allowed);
            case 7 -> reference(context, owner, allowed);
            case 8 -> everywhere(leaf(owner, allowed, null), owner);
            default -> context.isLeaf() ? own(context) : "count(*) < " + dice.between(1, 6);
        };
    }

    private String sum(Drawn context, Drawn leaf, Drawn owner) {
        String function = leaf.values == Values.NUMBER ? "sum(" : "count(";
        return function + path(context, leaf, owner) + ") < " + dice.between(2, 12);
    }

    private String comparison(String left, String right) {
        return left.equals(right) ? left : left + dice.one(" = ", " != ") + right;
    }

    /** Reads one leaf by its path. */
    private String direct(Drawn context, Drawn owner, Predicate<Drawn> allowed) {
        Drawn leaf = leaf(owner, allowed, null);
        String path = path(context, leaf, owner);
        if (plain && !isSingle(context, leaf)) {
            return path + " = " + literal(leaf, owner);
        }
        return dice.chance(25)
                ? path
                : switch (leaf.values) {
                    case NUMBER -> path + dice.one(" < ", " >= ", " = ", " != ") + dice.below(5);
                    case ENUM ->
                        dice.chance(30)
                                ? "enum-value(" + path + ") < 2"
                                : path + dice.one(" = ", " != ") + "'" + dice.one("a", "b") + "'";
                    case IDENTITY ->
                        dice.one("derived-from", "derived-from-or-self") + "(" + path + ", '" + prefix("g", owner)
                                + dice.one("base", "mid", "low") + "')";
                    case BITS -> "bit-is-set(" + path + ", 'x')";
                    case TRUTH -> path + " = 'true'";
                    case TEXT -> text(path);
                    case EMPTY, OTHER -> "not(" + path + ")";
                };
    }

    /** Whether the path from the context can lead to one instance only. */
    private static boolean isSingle(Drawn context, Drawn leaf) {
        List<Drawn> above = context.isData() ? context.line() : List.of();
        return leaf.line().stream()
                .noneMatch(node -> node.is("leaf-list") || (node.is("list") && !above.contains(node)));
    }

    private String everywhere(Drawn leaf, Drawn owner) {
        return "//" + name(leaf, owner) + " = " + literal(leaf, owner);
    }

    /** A value that the leaf may have, mostly. */
    private String literal(Drawn leaf, Drawn owner) {
        return switch (leaf.values) {
            case NUMBER -> String.valueOf(dice.below(5));
            case IDENTITY -> "'" + prefix("g", owner) + dice.one("mid", "low", "side") + "'";
            case TRUTH -> "'true'";
            default -> "'" + dice.one("a", "b", "c", "1") + "'";
        };
    }

    private String text(String path) {
        return switch (dice.below(5)) {
            case 0 -> "string-length(" + path + ") < 2";
            case 1 -> "contains(" + path + ", 'a')";
            case 2 -> "starts-with(" + path + ", 'b')";
            case 3 -> "re-match(" + path + ", '[ab]*')";
            default -> path + dice.one(" = ", " != ") + "'" + dice.one("a", "b", "") + "'";
        };
    }

    private String own(Drawn context) {
        return switch (context.values) {
            case NUMBER -> ". < " + dice.between(1, 6);
            case ENUM -> ". != '" + dice.one("a", "b", "c") + "'";
            case TEXT -> text(".");
            case TRUTH -> ". = 'true'";
            default -> "string-length(.) < 12";
        };
    }

    private String positional(Drawn context, Drawn owner, Predicate<Drawn> allowed) {
        List<Drawn> lists = nodes.stream()
                .filter(node -> node.is("list") && allowed.test(node) && readable(node, owner))
                .toList();
        if (lists.isEmpty()) {
            return "true()";
        }
        Drawn list = dice.one(lists);
        String path = path(context, list, owner);
        if (plain || path.endsWith(".")) {
            return "count(../*) > " + dice.below(5);
        }
        return switch (dice.below(4)) {
            case 0 -> "count(" + path + "[position() < 3]) < 2";
            case 1 -> path + "[1]/* = " + path + "[last()]/*";
            case 2 -> "count(preceding-sibling::*) < " + dice.between(1, 5);
            default -> "count(ancestor-or-self::*) > " + dice.below(3);
        };
    }

    private String reference(Drawn context, Drawn owner, Predicate<Drawn> allowed) {
        List<Drawn> references = nodes.stream()
                .filter(node -> node.reference && allowed.test(node) && readable(node, owner))
                .toList();
        return references.isEmpty()
                ? direct(context, owner, allowed)
                : "count(deref(" + path(context, dice.one(references), owner) + ")/../*) < " + dice.between(2, 6);
    }

    private Drawn any(Drawn owner, Predicate<Drawn> allowed) {
        List<Drawn> found = nodes.stream()
                .filter(node -> allowed.test(node) && readable(node, owner))
                .toList();
        return dice.one(found);
    }

    /** A leaf, of the values wanted if there is one. */
    private Drawn leaf(Drawn owner, Predicate<Drawn> allowed, @Nullable Values wanted) {
        List<Drawn> leaves = nodes.stream()
                .filter(node -> node.isLeaf() && allowed.test(node) && readable(node, owner))
                .toList();
        List<Drawn> fitting =
                leaves.stream().filter(leaf -> leaf.values == wanted).toList();
        return dice.one(fitting.isEmpty() ? leaves : fitting);
    }

    /** The first module does not import the second. */
    private static boolean readable(Drawn node, Drawn owner) {
        return node.module.equals("g") || owner.module.equals("h");
    }

    /** A path from one data node to another: relative, absolute, or by a key that equals a leaf beside the context. */
    String path(Drawn from, Drawn to, Drawn owner) {
        List<Drawn> above = from.isData() ? from.line() : List.of();
        List<Drawn> line = to.line();
        int shared = 0;
        while (shared < Math.min(above.size(), line.size()) && above.get(shared) == line.get(shared)) {
            shared++;
        }
        if (shared == 0 || dice.chance(20)) {
            return "/" + down(line, from, owner);
        }
        String up = "../".repeat(above.size() - shared);
        String rest = down(line.subList(shared, line.size()), from, owner);
        String path = up + rest;
        return path.isEmpty() ? "." : path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private String down(List<Drawn> line, Drawn from, Drawn owner) {
        return line.stream()
                .map(node -> name(node, owner) + predicate(node, from, owner))
                .collect(Collectors.joining("/"));
    }

    private String predicate(Drawn node, Drawn from, Drawn owner) {
        if (!node.is("list") || !dice.chance(35)) {
            return "";
        }
        Drawn key = node.children.getFirst();
        List<Drawn> beside = nodes.stream()
                .filter(leaf -> leaf.is("leaf")
                        && readable(leaf, owner)
                        && !leaf.isConditional()
                        && !leaf.isWithin(owner)
                        && leaf.dataParent() == (from.isLeaf() ? from.dataParent() : from))
                .toList();
        String operand = beside.isEmpty() || dice.chance(30)
                ? literal(key, owner)
                : "current()/" + (from.isLeaf() ? "../" : "") + name(dice.one(beside), owner);
        return "[" + name(key, owner) + " = " + operand + "]";
    }

    static String name(Drawn node, Drawn owner) {
        return prefix(node.module, owner) + node.name;
    }

    private static String prefix(String module, Drawn owner) {
        return module.equals(owner.module) ? "" : module + ":";
    }
}
