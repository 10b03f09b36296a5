package dev.trimtab.core.model;

import dev.trimtab.core.model.SchemaNode.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;

/** Changes of trees: into yangtools' modifications, and out of its candidates. */
public final class TreeEdits {
    private TreeEdits() {}

    /** What merging a leaf-list into another means. */
    public enum LeafLists {
        /** A leaf-list is one value: the new one replaces the old one. */
        REPLACE,
        /** The values that are not there yet are appended. */
        APPEND
    }

    /**
     * Puts {@code node} in the place of what is at {@code at}. What is missing above is created, and the nodes of other cases of
     * the choices on the way are deleted. Annotations at and below {@code at} go.
     */
    public static void put(DataTreeModification m, LoadedModel model, Instance at, NormalizedNode node) {
        AnnotationEdits.drop(m, at);
        createParents(m, model, at);
        TreeRemoval.write(m, at.id(), at.schema(), node);
    }

    /** {@link #merge(DataTreeModification, LoadedModel, Instance, NormalizedNode, LeafLists)} that replaces leaf-lists. */
    public static void merge(DataTreeModification m, LoadedModel model, Instance at, NormalizedNode node) {
        merge(m, model, at, node, LeafLists.REPLACE);
    }

    /**
     * Adds {@code node} to what is at {@code at}: what it does not name stays, but for the nodes of other cases of its choices.
     * New entries of lists that the user orders come last.
     */
    public static void merge(
            DataTreeModification m, LoadedModel model, Instance at, NormalizedNode node, LeafLists leafLists) {
        createParents(m, model, at);
        new TreeMerge(m, leafLists).merge(at.id(), at.schema(), node);
    }

    /**
     * Annotates nodes, beside the annotations that they have.
     *
     * @param annotations as {@link Decoded} has them
     */
    public static void annotate(DataTreeModification m, LoadedModel model, List<MapEntryNode> annotations) {
        AnnotationEdits.add(m, model, annotations);
    }

    /**
     * Deletes what is at {@code at} with its annotations and those below; it may be one value of a leaf-list. Nothing happens if
     * nothing is there. Of the root, which always is, all children go.
     */
    public static void delete(DataTreeModification m, Instance at) {
        AnnotationEdits.drop(m, at);
        if (at.schema().kind() == Kind.ROOT) {
            m.write(at.id(), emptyContainer(at.schema().id()));
        } else if (m.readNode(at.id()).isEmpty()) {
            return;
        } else if (at.id().getLastPathArgument() instanceof NodeWithValue) {
            deleteValue(m, at);
        } else if (at.isEntry()) {
            m.delete(at.id());
        } else {
            TreeRemoval.remove(m, at.id().coerceParent(), at.schema().effective());
        }
    }

    /** yangtools would keep a leaf-list whose last value went. */
    private static void deleteValue(DataTreeModification m, Instance at) {
        m.delete(at.id());
        YangInstanceIdentifier leafList = at.id().coerceParent();
        boolean isEmpty = m.readNode(leafList)
                .filter(node -> ((LeafSetNode<?>) node).isEmpty())
                .isPresent();
        if (isEmpty) {
            m.delete(leafList);
        }
    }

    /**
     * The fewest edits that lead from the tree before the candidate to the one after it: the topmost node that came or went is
     * one edit, with lists the entries one by one; a leaf-list, and a list whose user-given order changed, is put as a whole.
     *
     * @return deletes first; empty if the trees are equal
     */
    public static List<Edit> edits(LoadedModel model, DataTreeCandidate candidate) {
        return new TreeDifference().of(model, candidate.getRootNode());
    }

    /**
     * Makes {@code edits} of a candidate that was built on the tree that {@code m} modifies. Nothing above them is created: it is
     * there, or part of another edit.
     *
     * @throws dev.trimtab.core.failure.FailureException if an edit does not fit the model
     */
    public static void apply(DataTreeModification m, LoadedModel model, List<Edit> edits) {
        for (Edit edit : edits) {
            if (edit instanceof Edit.Delete delete) {
                m.delete(PathResolver.resolve(model, delete.path()).id());
            }
        }
        for (Edit edit : edits) {
            if (edit instanceof Edit.Put put) {
                Instance at = PathResolver.resolve(model, put.path());
                m.write(at.id(), decode(model, at, put));
            }
        }
    }

    /**
     * Makes edits of a tree that may not have what lies above them; it is created.
     *
     * @throws dev.trimtab.core.failure.FailureException if an edit does not fit the model
     */
    public static void write(DataTreeModification m, LoadedModel model, List<Edit> edits) {
        for (Edit edit : edits) {
            Instance at = PathResolver.resolve(model, edit.path());
            switch (edit) {
                case Edit.Delete _ -> delete(m, at);
                case Edit.Put put -> put(m, model, at, decode(model, at, put));
            }
        }
    }

    private static NormalizedNode decode(LoadedModel model, Instance at, Edit.Put put) {
        Decoded decoded = JsonReader.read(model, at, put.json().getBytes(StandardCharsets.UTF_8), true, Content.ALL);
        NormalizedNode node = decoded.node();
        if (node == null) {
            throw new IllegalStateException("edit does not fit model " + model + ": " + decoded.violations());
        }
        return node;
    }

    /** Merges the list entries and presence containers above {@code at}, which yangtools does not create by itself. */
    private static void createParents(DataTreeModification m, LoadedModel model, Instance at) {
        YangInstanceIdentifier id = YangInstanceIdentifier.of();
        SchemaNode node = model.root();
        List<PathArgument> steps = at.id().getPathArguments();
        for (int i = 0; i < steps.size(); i++) {
            PathArgument step = steps.get(i);
            SchemaNode child = node.child(step.getNodeType());
            id = id.node(step);
            boolean last = i == steps.size() - 1;
            if (step instanceof NodeIdentifierWithPredicates entry) {
                if (!last) {
                    m.merge(id, emptyEntry(entry));
                }
            } else if (child != null) {
                node = child;
                TreeMerge.deleteOtherCases(m, id.coerceParent(), child);
                if (!last && child.presence()) {
                    m.merge(id, emptyContainer(child.id()));
                }
            }
        }
    }

    private static MapEntryNode emptyEntry(NodeIdentifierWithPredicates id) {
        var entry = ImmutableNodes.newMapEntryBuilder().withNodeIdentifier(id);
        id.entrySet().forEach(key -> entry.withChild(ImmutableNodes.leafNode(key.getKey(), key.getValue())));
        return entry.build();
    }

    private static NormalizedNode emptyContainer(NodeIdentifier id) {
        return ImmutableNodes.newContainerBuilder().withNodeIdentifier(id).build();
    }

    static boolean isLeafLike(SchemaNode schema) {
        return switch (schema.kind()) {
            case LEAF, LEAF_LIST, ANYDATA -> true;
            case ROOT, CONTAINER, LIST ->
                schema.kind() == Kind.LIST && schema.keys().isEmpty();
        };
    }
}
