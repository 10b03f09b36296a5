package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Iterables;
import com.google.common.collect.Iterators;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.schema.ChoiceNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerChild;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;
import org.opendaylight.yangtools.yang.data.tree.api.ModificationType;

/**
 * Finds the edits between the two trees of a candidate.
 *
 * <p>Where yangtools knows which children were touched, only those are looked at; where something was written as a whole, the
 * old and the new are compared.
 */
final class TreeDifference {
    private final List<Edit> deletes = new ArrayList<>();
    private final List<Edit> puts = new ArrayList<>();

    List<Edit> of(LoadedModel model, DataTreeCandidateNode root) {
        node(model.root(), Path.ROOT, root);
        List<Edit> all = new ArrayList<>(deletes);
        all.addAll(puts);
        return List.copyOf(all);
    }

    /** A container, list, choice or entry of {@code schema}; a choice has the schema and path of what it is in. */
    private void node(SchemaNode schema, Path path, DataTreeCandidateNode node) {
        NormalizedNode before = node.dataBefore();
        NormalizedNode after = node.dataAfter();
        if (node.modificationType() == ModificationType.UNMODIFIED || same(before, after)) {
            return;
        }
        boolean touched = node.modificationType() == ModificationType.SUBTREE_MODIFIED;
        if (!touched || before == null || after == null || isCompared(schema, before, after)) {
            compare(schema, path, before, after);
            return;
        }
        for (DataTreeCandidateNode child : node.childNodes()) {
            touchedChild(schema, path, child);
        }
    }

    @SuppressWarnings("ReferenceEquality") // trees share what did not change; equality is for compare
    private static boolean same(@Nullable NormalizedNode before, @Nullable NormalizedNode after) {
        return before == after;
    }

    private void touchedChild(SchemaNode parent, Path path, DataTreeCandidateNode child) {
        if (child.name() instanceof NodeIdentifierWithPredicates entry) {
            node(parent, entryPath(parent, path, entry), child);
            return;
        }
        SchemaNode schema = parent.child(child.name().getNodeType());
        if (schema == null) {
            node(parent, path, child);
        } else {
            node(schema, path.child(PathResolver.pathName(schema)), child);
        }
    }

    /** The path of an entry of the list at {@code list}. */
    private static Path entryPath(SchemaNode schema, Path list, NodeIdentifierWithPredicates entry) {
        return list.parent().child(PathExpansion.element(schema, entry));
    }

    /**
     * Whether the two values are compared, and not what was touched below them: values that are one edit, and lists in the
     * user's order whose entries came, went or moved, since what is touched has no order.
     */
    private static boolean isCompared(SchemaNode schema, NormalizedNode before, NormalizedNode after) {
        return TreeEdits.isLeafLike(schema)
                || (schema.orderedByUser()
                        && before instanceof MapNode old
                        && after instanceof MapNode now
                        && !Iterables.elementsEqual(
                                old.asMap().keySet(), now.asMap().keySet()));
    }

    /**
     * Whether entries only came and went at the end, so that edits of single entries lead from the one to the other, and their
     * reverse back.
     */
    private static boolean differsAtTheEnd(MapNode before, MapNode after) {
        Iterator<NodeIdentifierWithPredicates> old = before.asMap().keySet().iterator();
        Iterator<NodeIdentifierWithPredicates> now = after.asMap().keySet().iterator();
        while (old.hasNext() && now.hasNext()) {
            NodeIdentifierWithPredicates entry = old.next();
            if (!entry.equals(now.next())) {
                return after.childByArg(entry) == null && Iterators.all(old, other -> after.childByArg(other) == null);
            }
        }
        return true;
    }

    private void compare(
            SchemaNode schema, Path path, @Nullable NormalizedNode before, @Nullable NormalizedNode after) {
        if (same(before, after)) {
            return;
        }
        if (before instanceof ChoiceNode || after instanceof ChoiceNode || schema.kind() == Kind.ROOT) {
            children(schema, path, (DataContainerNode) before, (DataContainerNode) after);
        } else if (entryByEntry(schema, before, after)) {
            entries(schema, path, (MapNode) before, (MapNode) after);
        } else if (after == null) {
            deletes.add(new Edit.Delete(path, JsonWriter.text(schema, requireNonNull(before))));
        } else if (before == null) {
            puts.add(new Edit.Put(path, JsonWriter.text(schema, after), null));
        } else if (before instanceof DataContainerNode old && after instanceof DataContainerNode now) {
            children(schema, path, old, now);
        } else if (!equalValues(schema, before, after)) {
            puts.add(new Edit.Put(path, JsonWriter.text(schema, after), JsonWriter.text(schema, before)));
        }
    }

    /** yangtools compares ordered leaf-lists by their order and octets by their content. */
    private static boolean equalValues(SchemaNode schema, NormalizedNode before, NormalizedNode after) {
        boolean ordered = schema.kind() == Kind.LEAF_LIST && schema.orderedByUser();
        return ordered
                ? Iterables.elementsEqual(((LeafSetNode<?>) before).body(), ((LeafSetNode<?>) after).body())
                : before.equals(after);
    }

    /** Whether a list's entries are edits of their own: not where a change of their order has to be told. */
    private static boolean entryByEntry(
            SchemaNode schema, @Nullable NormalizedNode before, @Nullable NormalizedNode after) {
        boolean isMap = before instanceof MapNode || after instanceof MapNode;
        if (!isMap || !schema.orderedByUser()) {
            return isMap;
        }
        return before instanceof MapNode old && after instanceof MapNode now && differsAtTheEnd(old, now);
    }

    private void entries(SchemaNode schema, Path path, @Nullable MapNode before, @Nullable MapNode after) {
        if (before != null) {
            for (MapEntryNode old : before.body()) {
                MapEntryNode now = after == null ? null : after.childByArg(old.name());
                compare(schema, entryPath(schema, path, old.name()), old, now);
            }
        }
        if (after != null) {
            for (MapEntryNode now : after.body()) {
                if (before == null || before.childByArg(now.name()) == null) {
                    compare(schema, entryPath(schema, path, now.name()), null, now);
                }
            }
        }
    }

    private void children(
            SchemaNode parent, Path path, @Nullable DataContainerNode before, @Nullable DataContainerNode after) {
        if (before != null) {
            for (DataContainerChild old : before.body()) {
                child(parent, path, old, old, after == null ? null : after.childByArg(old.name()));
            }
        }
        if (after != null) {
            for (DataContainerChild now : after.body()) {
                if (before == null || before.childByArg(now.name()) == null) {
                    child(parent, path, now, null, now);
                }
            }
        }
    }

    private void child(
            SchemaNode parent,
            Path path,
            DataContainerChild either,
            @Nullable NormalizedNode before,
            @Nullable NormalizedNode after) {
        SchemaNode schema = parent.child(either.name().getNodeType());
        if (schema == null) {
            compare(parent, path, before, after);
        } else {
            compare(schema, path.child(PathResolver.pathName(schema)), before, after);
        }
    }
}
