package dev.trimtab.models.generate;

import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.YangSource;
import dev.trimtab.models.generate.Drawn.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Random small models of two modules: {@code g}, and {@code h} that augments it, with every kind of node, type and constraint,
 * whose expressions and references lead across them.
 */
public final class SchemaGenerator {
    private static final int DEPTH_MAX = 4;
    private static final String PRESENCE = "presence \"p\";";

    private final Dice dice;
    private final DrawnTypes types;
    private final List<Drawn> data = new ArrayList<>();
    private final boolean plain;
    private int names;

    private SchemaGenerator(Dice dice, boolean plain) {
        this.dice = dice;
        this.plain = plain;
        this.types = new DrawnTypes(dice);
    }

    /** The model of a seed. */
    public static ModelDescription draw(long seed) {
        return new SchemaGenerator(new Dice(seed), false).model(seed);
    }

    /**
     * The model of a seed without what yanglint is known to judge otherwise: choices within cases, defaults outside of lists and
     * presence containers, unique leaves whose defaults may be out of use, leafrefs that may dangle.
     */
    public static ModelDescription drawPlain(long seed) {
        return new SchemaGenerator(new Dice(seed), true).model(seed);
    }

    private ModelDescription model(long seed) {
        var g = new Drawn("module", "g", null, "g");
        for (int i = dice.between(2, 4); i > 0; i--) {
            node(g, 1);
        }
        leaf(g);
        Drawn list = list(g, 2);
        Drawn augment = augment(list);
        new DrawnReferences(dice, data, plain).refer();
        new DrawnConstraints(dice, data, plain)
                .constrain(Stream.concat(g.all().skip(1), augment.all().skip(1)).toList());
        var text = new StringBuilder();
        g.children.forEach(child -> child.write(text));
        var more = new StringBuilder();
        augment.write(more);
        return new ModelDescription(
                new ModelId("drawn-" + Math.abs(seed), "1.0.0"),
                "drawn from seed " + seed,
                List.of(
                        new YangSource("g.yang", module("g", "", HEAD + text), true),
                        new YangSource("h.yang", module("h", "import g { prefix g; }", more.toString()), true)),
                Map.of(),
                Set.of());
    }

    private static final String HEAD = """
            identity base;
            typedef some { type string { pattern '[a-c]*'; } }
            typedef short { type some { length "1..2"; } }
            identity mid { base base; }
            identity low { base mid; }
            identity side { base base; }
            """;

    private static String module(String name, String imports, String body) {
        return "module %s {\nyang-version 1.1;\nnamespace 'urn:%s';\nprefix %s;\n%s\n%s}\n"
                .formatted(name, name, name, imports, body);
    }

    private void node(Drawn parent, int depth) {
        if (depth >= DEPTH_MAX) {
            leaf(parent);
            return;
        }
        switch (dice.below(10)) {
            case 0, 1 -> container(parent, depth);
            case 2, 3 -> list(parent, depth);
            case 4 -> choiceOrContainer(parent, depth);
            case 5 -> leafList(parent);
            default -> leaf(parent);
        }
    }

    private Drawn add(String keyword, Drawn parent) {
        var node = new Drawn(keyword, "n" + names++, parent, parent.module);
        parent.children.add(node);
        if (node.isData()) {
            data.add(node);
        }
        return node;
    }

    private void children(Drawn parent, int depth) {
        for (int i = dice.between(1, 4); i > 0; i--) {
            node(parent, depth + 1);
        }
    }

    private void container(Drawn parent, int depth) {
        Drawn container = add("container", parent);
        if (dice.chance(30)) {
            container.statements.add(PRESENCE);
        }
        children(container, depth);
    }

    private Drawn list(Drawn parent, int depth) {
        Drawn list = add("list", parent);
        String keys = key(list);
        if (dice.chance(25)) {
            keys += " " + key(list);
        }
        list.statements.add("key \"" + keys + "\";");
        if (dice.chance(25)) {
            list.statements.add("ordered-by user;");
        }
        children(list, depth);
        unique(list);
        return list;
    }

    private String key(Drawn list) {
        Drawn key = leaf(list, types.key());
        key.key = true;
        return key.name;
    }

    private void unique(Drawn list) {
        List<String> leaves = leavesBelow(list, "").toList();
        if (!leaves.isEmpty() && dice.chance(50)) {
            String first = dice.one(leaves);
            String second = dice.one(leaves);
            list.statements.add("unique \"" + first + (first.equals(second) ? "" : " " + second) + "\";");
        }
    }

    /** The paths from a list to the leaves that may be unique in it. */
    private Stream<String> leavesBelow(Drawn node, String path) {
        return node.children.stream().flatMap(child -> switch (child.keyword) {
            case "leaf" -> child.key || child.values == Values.EMPTY ? Stream.empty() : Stream.of(path + child.name);
            case "container", "choice", "case" ->
                plain && mayBeAbsent(child) ? Stream.empty() : leavesBelow(child, path + child.name + "/");
            default -> Stream.empty();
        });
    }

    private static boolean mayBeAbsent(Drawn node) {
        return node.is("choice") || node.statements.contains(PRESENCE);
    }

    private void choiceOrContainer(Drawn parent, int depth) {
        if (plain && parent.is("case")) {
            container(parent, depth);
        } else {
            choice(parent, depth);
        }
    }

    private void choice(Drawn parent, int depth) {
        Drawn choice = add("choice", parent);
        for (int i = dice.between(2, 3); i > 0; i--) {
            children(add("case", choice), depth);
        }
        if (parent.module.equals("g") && dice.chance(20)) {
            choice.statements.add("mandatory true;");
        } else if (dice.chance(40) && choice.children.getFirst().all().noneMatch(Drawn::isMandatoryChoice)) {
            Drawn theDefault = choice.children.getFirst();
            theDefault.defaultCase = true;
            choice.statements.add("default " + theDefault.name + ";");
        }
    }

    private void leaf(Drawn parent) {
        leaf(parent, types.any());
    }

    private Drawn leaf(Drawn parent, DrawnTypes.Type type) {
        Drawn leaf = add("leaf", parent);
        type.give(leaf);
        return leaf;
    }

    private void leafList(Drawn parent) {
        Drawn leafList = add("leaf-list", parent);
        types.any().give(leafList);
        if (dice.chance(30)) {
            leafList.statements.add("ordered-by user;");
        }
    }

    /** The second module's nodes in {@code list} of the first. */
    private Drawn augment(Drawn list) {
        String path = list.line().stream().map(node -> "/g:" + node.name).reduce("", String::concat);
        var augment = new Drawn("augment", "\"" + path + "\"", list, "h");
        children(augment, 2);
        leaf(augment);
        return augment;
    }
}
