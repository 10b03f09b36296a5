package dev.trimtab.models.generate;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.InstanceIdentifierTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;

/**
 * Grows random configurations: draws nodes of the schema and makes an instance of each, with what must stand above it, keys
 * included. Types are kept; references mostly find their target, or make it. Other constraints are left to {@link Repair}.
 */
public final class TreeGenerator {
    private static final int DEPTH_MAX = 8;
    private static final int ENTRIES_MAX = 6;

    private final LoadedModel model;
    private final Dice dice;
    private final Values values;
    private final List<SchemaNode> nodes;
    private final int danglingPercent;
    private int depth;

    /** @param danglingPercent how many references of a hundred do not look for a target */
    public TreeGenerator(LoadedModel model, Dice dice, int danglingPercent) {
        this(model, below(model.root()).toList(), dice, danglingPercent);
    }

    private TreeGenerator(LoadedModel model, List<SchemaNode> nodes, Dice dice, int danglingPercent) {
        this.model = model;
        this.dice = dice;
        this.danglingPercent = danglingPercent;
        this.values = new Values(model.schema(), dice);
        this.nodes = nodes;
    }

    /** The same with other dice, without walking through the model again. */
    public TreeGenerator with(Dice other) {
        return new TreeGenerator(model, nodes, other, danglingPercent);
    }

    /** The configuration nodes at or below {@code node}, but for keys and the root. */
    private static Stream<SchemaNode> below(SchemaNode node) {
        return node.children().stream()
                .filter(child -> child.config() && !child.isKey())
                .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    /** A document of about {@code size} nodes beside those that stand above them; most lie in few parts of the model. */
    public Document document(int size) {
        Document document = Document.empty(model);
        for (int rest = size; rest > 0; ) {
            List<SchemaNode> part = part();
            int share = Math.min(rest, dice.between(1, 1 + size / 2));
            for (int i = 0; i < share; i++) {
                add(document, dice.one(part));
            }
            rest -= share;
        }
        return document;
    }

    /** A document with an instance of {@code node}, if one can be made, and up to {@code more} nodes near it. */
    public Document documentWith(SchemaNode node, int more) {
        Document document = Document.empty(model);
        Place place = add(document, node);
        Place near = place == null || !place.hasMembers() ? above(document.root(), node) : place;
        if (near != null) {
            addBelow(near, more);
        }
        return document;
    }

    /** The nodes of configuration that are drawn from: all but keys. */
    public List<SchemaNode> nodes() {
        return nodes;
    }

    /** The nodes of a subtree, of all sizes. */
    private List<SchemaNode> part() {
        SchemaNode top = dice.one(nodes);
        for (int up = dice.below(3); up > 0 && top.parent() != null; up--) {
            top = top.parent();
        }
        List<SchemaNode> found = Stream.concat(
                        Stream.of(top).filter(node -> node.parent() != null && !node.isKey()), below(top))
                .toList();
        return found.isEmpty() ? nodes : found;
    }

    /** Adds one random node somewhere; gives its place, or null if nothing was added. */
    public @Nullable Place addAnywhere(Document document) {
        return add(document, dice.one(nodes));
    }

    /** Adds up to {@code count} random nodes at or below {@code place}. */
    public void addBelow(Place place, int count) {
        List<SchemaNode> found = below(place.schema()).toList();
        for (int i = 0; i < count && !found.isEmpty(); i++) {
            SchemaNode node = dice.one(found);
            Place above = above(place, node);
            if (above != null) {
                add(above, node);
            }
        }
    }

    private @Nullable Place add(Document document, SchemaNode node) {
        Place above = above(document.root(), node);
        return above == null ? null : add(above, node);
    }

    /** The place for a child {@code node}, found or made below {@code top}. */
    private @Nullable Place above(Place top, SchemaNode node) {
        SchemaNode parent = node.parent();
        if (parent == null || parent == top.schema()) {
            return top;
        }
        Place grand = above(top, parent);
        return grand == null ? null : parent.kind() == Kind.LIST ? entry(grand, parent) : add(grand, parent);
    }

    /** Makes an instance of {@code node} below {@code above}, or takes the one that is there; null if that fails. */
    @Nullable Place add(Place above, SchemaNode node) {
        if (above.hasOtherCase(node)) {
            return null;
        }
        return switch (node.kind()) {
            case CONTAINER -> above.container(node);
            case LIST -> newEntry(above, node);
            case LEAF -> leaf(above, node);
            case LEAF_LIST -> leafList(above, node);
            case ANYDATA -> any(above, node);
            case ROOT -> null;
        };
    }

    private Place any(Place above, SchemaNode node) {
        Object there = above.members().computeIfAbsent(node.qualifiedName(), _ -> values.anything());
        return new Place(node, above, there);
    }

    private @Nullable Place entry(Place above, SchemaNode list) {
        List<Place> there = above.children(list);
        return there.isEmpty() || (there.size() < ENTRIES_MAX && dice.chance(30)) ? add(above, list) : dice.one(there);
    }

    private @Nullable Place newEntry(Place above, SchemaNode list) {
        Place entry = new Place(list, above, new LinkedHashMap<String, Object>());
        for (SchemaNode key : list.keyNodes()) {
            Object value = value(entry, key);
            if (value == null) {
                return null;
            }
            entry.members().put(key.qualifiedName(), value);
        }
        return attach(above, entry);
    }

    /** The entry with these keys: the one that is there, or else {@code entry}. */
    private static Place attach(Place above, Place entry) {
        for (Place other : above.children(entry.schema())) {
            if (!entry.schema().keys().isEmpty() && other.keyValues().equals(entry.keyValues())) {
                return other;
            }
        }
        above.array(entry.schema()).add(entry.value());
        return entry;
    }

    private @Nullable Place leaf(Place above, SchemaNode leaf) {
        Object there = above.members().get(leaf.qualifiedName());
        Object value = there == null ? value(above, leaf) : there;
        if (value == null) {
            return null;
        }
        above.members().put(leaf.qualifiedName(), value);
        return new Place(leaf, above, value);
    }

    private @Nullable Place leafList(Place above, SchemaNode leafList) {
        Object value = value(above, leafList);
        if (value == null) {
            return null;
        }
        List<@Nullable Object> array = above.array(leafList);
        if (!array.contains(value)) {
            array.add(value);
        }
        return new Place(leafList, above, array);
    }

    /** A value for a leaf below {@code above}; null if none is found. */
    @Nullable Object value(Place above, SchemaNode leaf) {
        return value(leaf.type().definition(), above, leaf);
    }

    private @Nullable Object value(TypeDefinition<?> type, Place above, SchemaNode leaf) {
        return switch (type) {
            case LeafrefTypeDefinition leafref -> reference(leafref, above, leaf);
            case UnionTypeDefinition union -> value(dice.one(union.getTypes()), above, leaf);
            case InstanceIdentifierTypeDefinition _ -> InstanceName.draw(above, dice);
            default -> values.draw(type, leaf);
        };
    }

    private @Nullable Object reference(LeafrefTypeDefinition type, Place above, SchemaNode leaf) {
        LeafrefPath path = LeafrefPath.parse(type);
        SchemaNode target = path == null ? null : path.target(leaf);
        if (path == null || target == null) {
            return leaf.type().definition() instanceof LeafrefTypeDefinition
                    ? values.draw(leaf.type().resolved().definition(), leaf)
                    : null;
        }
        if (depth >= DEPTH_MAX) {
            return null;
        }
        depth++;
        try {
            boolean dangling = dice.chance(danglingPercent) && !leaf.isKey();
            if (dangling || !target.config()) { // a configuration cannot bring the state that it refers to
                return value(above, target);
            }
            List<Object> there = path.targets(above);
            return there.isEmpty() || (path.absolute() && dice.chance(10)) ? make(path, above) : dice.one(there);
        } finally {
            depth--;
        }
    }

    /** Makes a target for a leaf below {@code above}; gives its value, or null if that fails. */
    private @Nullable Object make(LeafrefPath path, Place above) {
        Place at = path.start(above);
        for (LeafrefPath.Step step : path.steps()) {
            SchemaNode child = at == null || !at.hasMembers() ? null : LeafrefPath.child(at.schema(), step.name());
            if (child == null || at == null) {
                return null;
            }
            at = make(at, child, step, above);
        }
        return at == null
                ? null
                : at.schema().kind() == Kind.LEAF_LIST
                        ? Place.elements(at.value()).getLast()
                        : at.value();
    }

    private @Nullable Place make(Place at, SchemaNode child, LeafrefPath.Step step, Place above) {
        if (child.kind() == Kind.LIST) {
            return step.predicates().isEmpty() ? entry(at, child) : entryOf(at, child, step, above);
        }
        List<Place> there = at.children(child);
        return there.isEmpty() ? add(at, child) : there.getFirst();
    }

    private @Nullable Place entryOf(Place at, SchemaNode list, LeafrefPath.Step step, Place above) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (LeafrefPath.Predicate predicate : step.predicates()) {
            Object operand = LeafrefPath.operand(predicate, above);
            SchemaNode key = LeafrefPath.child(list, predicate.key());
            if (operand == null || key == null || !key.isKey()) {
                return null;
            }
            wanted.put(key.qualifiedName(), operand);
        }
        Place entry = new Place(list, at, new LinkedHashMap<String, Object>());
        for (SchemaNode key : list.keyNodes()) {
            Object value = wanted.getOrDefault(key.qualifiedName(), "").equals("")
                    ? value(entry, key)
                    : wanted.get(key.qualifiedName());
            if (value == null) {
                return null;
            }
            entry.members().put(key.qualifiedName(), value);
        }
        return attach(at, entry);
    }
}
