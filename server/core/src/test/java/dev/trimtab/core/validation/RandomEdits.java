package dev.trimtab.core.validation;

import dev.trimtab.core.model.SchemaNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;

/** Writes and deletes random nodes of a model, with values from a small pool so that they meet. */
final class RandomEdits {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> INSTANCES = List.of(
            "/rules:net/mode",
            "/rules:net/cost",
            "/rules:net/port[name='a']",
            "/rules:net/port[name='b']/mac",
            "/rules:net/port[name='b']/speed",
            "/rules:net/port[name='c']/gain",
            "/rules:net/port[name='c']/opt",
            "/rules:net/group[id='a']/member[port='b']/weight",
            "/rules:net/group[id='a']/tag[.='b']",
            "/rules:net/gate/hour[.='2']",
            "/rules:net/limits");
    private static final int NUMBERS = 6;

    private final Random random;

    RandomEdits(Random random) {
        this.random = random;
    }

    /** A few random deletes, then a few random writes and merges: the order of a Set. */
    void apply(SchemaNode root, DataTreeModification modification) {
        for (int deletes = random.nextInt(5) / 3; deletes > 0; deletes--) {
            apply(root, modification, true);
        }
        for (int writes = random.nextInt(3); writes > 0; writes--) {
            apply(root, modification, false);
        }
    }

    private void apply(SchemaNode root, DataTreeModification modification, boolean delete) {
        SchemaNode schema = one(below(root).filter(node -> !node.isKey()).toList());
        var place = YangInstanceIdentifier.of(path(schema));
        if (!delete) {
            put(schema, place, modification);
        } else if (modification.readNode(place).isPresent()) {
            modification.delete(place);
        }
    }

    private static Stream<SchemaNode> below(SchemaNode node) {
        return node.children().stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    /** A path to an instance with random keys; of a list now and then to the list as a whole. */
    private List<PathArgument> path(SchemaNode schema) {
        SchemaNode parent = schema.parent();
        if (parent == null) {
            return new ArrayList<>();
        }
        List<PathArgument> path = path(parent);
        if (parent.kind() == SchemaNode.Kind.LIST && !(path.getLast() instanceof NodeIdentifierWithPredicates)) {
            path.add(key(parent));
        }
        schema.choices().forEach(step -> path.add(step.id()));
        path.add(schema.id());
        if (schema.kind() == SchemaNode.Kind.LIST && random.nextInt(10) > 0) {
            path.add(key(schema));
        }
        return path;
    }

    private void put(SchemaNode schema, YangInstanceIdentifier path, DataTreeModification modification) {
        NormalizedNode node = path.getLastPathArgument() instanceof NodeIdentifierWithPredicates key
                ? entry(schema, key)
                : node(schema);
        makeParents(schema, path, modification);
        if (random.nextBoolean()) {
            modification.write(path, node);
        } else {
            modification.merge(path, node);
        }
    }

    /** yangtools makes the structure above a node itself, but neither list entries nor presence containers. */
    private static void makeParents(SchemaNode schema, YangInstanceIdentifier path, DataTreeModification modification) {
        for (var parent = path.getParent(); parent != null && !parent.isEmpty(); parent = parent.getParent()) {
            if (parent.getLastPathArgument() instanceof NodeIdentifierWithPredicates key) {
                modification.merge(parent, entryBuilder(key).build());
            }
        }
        SchemaNode above = schema.parent();
        if (above != null && above.presence()) {
            modification.merge(
                    path.getAncestor(path.getPathArguments().size()
                            - 1
                            - schema.choices().size()),
                    ImmutableNodes.newContainerBuilder()
                            .withNodeIdentifier(above.id())
                            .build());
        }
    }

    private DataContainerChild node(SchemaNode schema) {
        return switch (schema.kind()) {
            case LEAF -> ImmutableNodes.leafNode(schema.id(), value(schema));
            case LEAF_LIST -> leafList(schema);
            case LIST -> list(schema);
            case CONTAINER ->
                ImmutableNodes.newContainerBuilder()
                        .withNodeIdentifier(schema.id())
                        .withValue(children(schema))
                        .build();
            case ROOT, ANYDATA -> throw new IllegalStateException("not in the test's model: " + schema);
        };
    }

    private Object value(SchemaNode leaf) {
        return leaf.type().parse(text(leaf));
    }

    private String text(SchemaNode leaf) {
        return switch (leaf.type().resolved().base()) {
            case STRING -> one(NAMES);
            case BOOLEAN -> String.valueOf(random.nextBoolean());
            case ENUMERATION -> random.nextBoolean() ? "a" : "b";
            case IDENTITYREF -> one(List.of("rules:wired", "rules:copper", "rules:radio"));
            case EMPTY -> "";
            case INSTANCE_IDENTIFIER -> one(INSTANCES);
            case UNION -> one(List.of(one(NAMES), String.valueOf(random.nextInt(NUMBERS)), one(INSTANCES)));
            default -> String.valueOf(random.nextInt(NUMBERS));
        };
    }

    private NodeIdentifierWithPredicates key(SchemaNode list) {
        Map<QName, Object> values = new LinkedHashMap<>();
        list.keyNodes().forEach(leaf -> values.put(leaf.qname(), value(leaf)));
        return NodeIdentifierWithPredicates.of(list.qname(), values);
    }

    private MapEntryNode entry(SchemaNode list, NodeIdentifierWithPredicates key) {
        var builder = entryBuilder(key);
        children(list).forEach(builder::withChild);
        return builder.build();
    }

    private static MapEntryNode.Builder entryBuilder(NodeIdentifierWithPredicates key) {
        MapEntryNode.Builder builder = ImmutableNodes.newMapEntryBuilder();
        builder.withNodeIdentifier(key);
        key.entrySet()
                .forEach(each -> builder.withChild(
                        ImmutableNodes.leafNode(NodeIdentifier.create(each.getKey()), each.getValue())));
        return builder;
    }

    private DataContainerChild list(SchemaNode list) {
        Map<NodeIdentifierWithPredicates, MapEntryNode> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            MapEntryNode entry = entry(list, key(list));
            entries.put(entry.name(), entry);
        }
        return list.orderedByUser()
                ? ImmutableNodes.newUserMapBuilder()
                        .withNodeIdentifier(list.id())
                        .withValue(entries.values())
                        .build()
                : ImmutableNodes.newSystemMapBuilder()
                        .withNodeIdentifier(list.id())
                        .withValue(entries.values())
                        .build();
    }

    private DataContainerChild leafList(SchemaNode leafList) {
        Map<Object, LeafSetEntryNode<Object>> entries = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Object value = value(leafList);
            entries.put(value, ImmutableNodes.leafSetEntry(leafList.qname(), value));
        }
        return leafList.orderedByUser()
                ? ImmutableNodes.<Object>newUserLeafSetBuilder()
                        .withNodeIdentifier(leafList.id())
                        .withValue(entries.values())
                        .build()
                : ImmutableNodes.<Object>newSystemLeafSetBuilder()
                        .withNodeIdentifier(leafList.id())
                        .withValue(entries.values())
                        .build();
    }

    /** Some of the children, of one case of each choice. */
    private List<DataContainerChild> children(SchemaNode parent) {
        Map<QName, QName> selected = new HashMap<>();
        List<SchemaNode> some = parent.children().stream()
                .filter(child -> !child.isKey() && random.nextInt(3) == 0)
                .filter(child -> child.choices().stream()
                        .allMatch(step ->
                                step.caseName().equals(selected.computeIfAbsent(step.choice(), _ -> step.caseName()))))
                .toList();
        return inChoices(some, 0);
    }

    private List<DataContainerChild> inChoices(List<SchemaNode> nodes, int depth) {
        List<DataContainerChild> built = new ArrayList<>();
        Map<NodeIdentifier, List<SchemaNode>> choices = new LinkedHashMap<>();
        for (SchemaNode node : nodes) {
            if (node.choices().size() > depth) {
                NodeIdentifier choice = node.choices().get(depth).id();
                choices.computeIfAbsent(choice, _ -> new ArrayList<>()).add(node);
            } else {
                built.add(node(node));
            }
        }
        choices.forEach((choice, members) -> built.add(ImmutableNodes.newChoiceBuilder()
                .withNodeIdentifier(choice)
                .withValue(inChoices(members, depth + 1))
                .build()));
        return built;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
