package dev.trimtab.core.migration;

import dev.trimtab.core.model.ChoiceStep;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.util.ImmutableOffsetMapTemplate;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;

/**
 * A container, a list entry or the root of the new configuration while it is being made.
 *
 * <p>A place may be looked up without anything being put there; it exists in the end if it, or something below it, was put.
 */
final class Draft {
    private final SchemaNode schema;
    private final @Nullable Draft parent;
    private final Path path;
    /** Value of a leaf, list of values of a leaf-list, text of anydata. */
    private final Map<SchemaNode, Object> values = new LinkedHashMap<>();

    private final Map<SchemaNode, Draft> containers = new LinkedHashMap<>();
    private final Map<SchemaNode, Map<List<String>, Draft>> lists = new LinkedHashMap<>();
    private boolean exists;

    private Draft(SchemaNode schema, @Nullable Draft parent, Path path) {
        this.schema = schema;
        this.parent = parent;
        this.path = path;
    }

    static Draft root(SchemaNode schema) {
        var root = new Draft(schema, null, Path.ROOT);
        root.exists = true;
        return root;
    }

    SchemaNode schema() {
        return schema;
    }

    Path path() {
        return path;
    }

    Path path(SchemaNode child) {
        return path.child(PathNames.of(child));
    }

    boolean exists() {
        return exists;
    }

    /** The place in yangtools' trees. */
    YangInstanceIdentifier id() {
        if (parent == null) {
            return YangInstanceIdentifier.of();
        }
        YangInstanceIdentifier id = parent.id(schema);
        return schema.kind() == Kind.LIST ? id.node(entryId()) : id;
    }

    /** The place of a child, of a list as a whole. */
    YangInstanceIdentifier id(SchemaNode child) {
        YangInstanceIdentifier id = id();
        for (ChoiceStep step : child.choices()) {
            id = id.node(step.id());
        }
        return id.node(child.id());
    }

    /** The name of this entry among those of its list. */
    NodeIdentifierWithPredicates entryId() {
        List<QName> keys = schema.keyNodes().stream().map(SchemaNode::qname).toList();
        Object[] inOrder = schema.keyNodes().stream().map(values::get).toArray();
        return inOrder.length == 1
                ? NodeIdentifierWithPredicates.of(schema.qname(), keys.getFirst(), inOrder[0])
                : NodeIdentifierWithPredicates.of(
                        schema.qname(), ImmutableOffsetMapTemplate.ordered(keys).instantiateWithValues(inOrder));
    }

    /** Whether defaults below are in use: this is there, or is a container that is there as soon as its parent is. */
    boolean hasDefaultsInUse() {
        boolean followsParent = schema.kind() == Kind.CONTAINER && !schema.presence();
        return exists || (followsParent && parent != null && parent.hasDefaultsInUse());
    }

    /** Says that this is there even if nothing else is put below it. */
    void touch() {
        for (Draft draft = this; draft != null && !draft.exists; draft = draft.parent) {
            draft.exists = true;
        }
    }

    Draft container(SchemaNode child) {
        return containers.computeIfAbsent(child, _ -> new Draft(child, this, path(child)));
    }

    @Nullable Draft entryIfKnown(SchemaNode list, List<String> keys) {
        return lists.getOrDefault(list, Map.of()).get(keys);
    }

    /** A new entry with its key leaves. */
    Draft addEntry(SchemaNode list, List<String> keys, List<Object> keyValues) {
        var entry = new Draft(list, this, path.child(PathNames.entry(list, keys)));
        for (int i = 0; i < keyValues.size(); i++) {
            entry.values.put(list.keyNodes().get(i), keyValues.get(i));
        }
        lists.computeIfAbsent(list, _ -> new LinkedHashMap<>()).put(keys, entry);
        return entry;
    }

    /** Entries in the order in which they were added. */
    Collection<Draft> entries(SchemaNode list) {
        return lists.getOrDefault(list, Map.of()).values();
    }

    Collection<SchemaNode> listsWithEntries() {
        return lists.keySet();
    }

    Collection<Draft> containers() {
        return containers.values();
    }

    Map<SchemaNode, Object> values() {
        return values;
    }

    @Nullable Object value(SchemaNode leaf) {
        return values.get(leaf);
    }

    void put(SchemaNode leaf, Object value) {
        if (leaf.kind() == Kind.CONTAINER || leaf.kind() == Kind.LIST) {
            throw new IllegalArgumentException(leaf + " holds no value");
        }
        values.put(leaf, value);
        touch();
    }
}
