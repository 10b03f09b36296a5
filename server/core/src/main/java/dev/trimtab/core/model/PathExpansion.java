package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/** Walks a tree along a pattern and gathers what matches. */
final class PathExpansion {
    private final PathPattern pattern;
    private final Existence existence;
    private final boolean wholeLists;
    private final Map<YangInstanceIdentifier, Match> found = new LinkedHashMap<>();

    PathExpansion(PathPattern pattern, Existence existence, boolean wholeLists) {
        this.pattern = pattern;
        this.existence = existence;
        this.wholeLists = wholeLists;
    }

    List<Match> from(SchemaNode schema, @Nullable NormalizedNode root) {
        visit(new Instance(Path.ROOT, schema, YangInstanceIdentifier.of()), root, 0);
        return List.copyOf(found.values());
    }

    /** One node or list entry; {@code node} is null inside containers that only defaults make exist. */
    private void visit(Instance at, @Nullable NormalizedNode node, int index) {
        if (pattern.endsAt(index)) {
            NormalizedNode match = node == null ? implied(at.schema()) : node;
            if (match != null) {
                found.putIfAbsent(at.id(), new Match(at, match));
            }
            return;
        }
        DataContainerNode container = node instanceof DataContainerNode inner ? inner : null;
        if (!pattern.anyDepth(index)) {
            for (SchemaNode child : pattern.candidates(at.schema(), index)) {
                child(at, container, child, index, index + 1);
            }
            return;
        }
        visit(at, node, index + 1);
        for (SchemaNode child : at.schema().children()) {
            child(at, container, child, index, index);
        }
    }

    /** What stands for a container that only defaults make exist; the root of a tree without content is none. */
    private static @Nullable NormalizedNode implied(SchemaNode schema) {
        return schema.kind() != Kind.CONTAINER
                ? null
                : ImmutableNodes.newContainerBuilder()
                        .withNodeIdentifier(schema.id())
                        .build();
    }

    /** One child, of which the rest of the pattern from {@code next} is asked. */
    private void child(Instance parent, @Nullable DataContainerNode container, SchemaNode child, int index, int next) {
        NormalizedNode node = Places.child(container, child);
        if (node == null) {
            absent(parent, container, child, next);
        } else if (child.kind() != Kind.LIST) {
            visit(step(parent, child), node, next);
        } else if (node instanceof MapNode map) {
            entries(step(parent, child), map, index, next);
        } else if (pattern.endsAt(next)) {
            visit(step(parent, child), node, next);
        }
    }

    private void absent(Instance parent, @Nullable DataContainerNode container, SchemaNode child, int next) {
        if (!child.hasDefaultsBelow()
                || !Places.caseAllowsDefault(container, child)
                || (existence.isConditional(child) && !existence.allows(parent.id(), child))) {
            return;
        }
        switch (child.kind()) {
            case LEAF, LEAF_LIST -> visit(step(parent, child), Places.defaultNode(child), next);
            case CONTAINER -> {
                if (!child.presence()) {
                    visit(step(parent, child), null, next);
                }
            }
            default -> {}
        }
    }

    private void entries(Instance list, MapNode map, int index, int next) {
        PathElement element = pattern.elements().get(index);
        if (wholeLists && pattern.isLast(index) && element.keys().isEmpty()) {
            visit(list, map, next);
            return;
        }
        Map<String, Object> wanted =
                pattern.anyDepth(index) ? Map.of() : PathResolver.keyValues(list.schema(), element, pattern.original());
        if (wanted.size() == list.schema().keys().size()) {
            Object[] inOrder = list.schema().keys().stream().map(wanted::get).toArray();
            MapEntryNode entry = map.childByArg(PathResolver.entryId(list.schema(), inOrder));
            if (entry != null) {
                visit(entry(list, entry.name()), entry, next);
            }
            return;
        }
        for (MapEntryNode entry : map.body()) {
            if (agrees(list.schema(), entry.name(), wanted)) {
                visit(entry(list, entry.name()), entry, next);
            }
        }
    }

    private static boolean agrees(SchemaNode list, NodeIdentifierWithPredicates entry, Map<String, Object> wanted) {
        return list.keyNodes().stream()
                .filter(key -> wanted.containsKey(key.name()))
                .allMatch(key -> requireNonNull(wanted.get(key.name())).equals(entry.getValue(key.qname())));
    }

    private static Instance step(Instance parent, SchemaNode child) {
        YangInstanceIdentifier id = parent.id();
        for (ChoiceStep choice : child.choices()) {
            id = id.node(choice.id());
        }
        return new Instance(parent.path().child(PathResolver.pathName(child)), child, id.node(child.id()));
    }

    private static Instance entry(Instance list, NodeIdentifierWithPredicates entry) {
        Path path = list.path().parent().child(element(list.schema(), entry));
        return new Instance(path, list.schema(), list.id().node(entry));
    }

    /** The path element of a list entry. */
    static PathElement element(SchemaNode list, NodeIdentifierWithPredicates entry) {
        Map<String, String> keys = new TreeMap<>();
        for (SchemaNode key : list.keyNodes()) {
            keys.put(key.name(), key.type().canonical(requireNonNull(entry.getValue(key.qname()))));
        }
        return new PathElement(PathResolver.pathName(list), keys);
    }
}
