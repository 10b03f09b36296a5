package dev.trimtab.core.model;

import com.google.common.base.VerifyException;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodeContainer;
import org.opendaylight.yangtools.yang.data.api.schema.SystemLeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.SystemMapNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidate;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;

/** What a tree takes of the heap that it does not share with the tree before it. */
public final class TreeFootprint {
    /** A stored leaf, entry or container with its text. */
    private static final long NODE_OCTETS = 100;
    /** One place in a map that is copied. */
    private static final long COPIED_OCTETS = 48;
    /** A list that the system orders shares all but the way to what changed. */
    private static final long WAY_OCTETS = 4096;

    private TreeFootprint() {}

    /**
     * Octets of the tree after {@code candidate} that are its own, within a factor of about two: what was written, and for a list
     * or leaf-list that its user orders, of which yangtools makes a copy, all its entries. Costs what the change does.
     */
    public static long octets(DataTreeCandidate candidate) {
        return octets(candidate.getRootNode());
    }

    private static long octets(DataTreeCandidateNode node) {
        NormalizedNode after = node.dataAfter();
        if (after == null) {
            return 0;
        }
        return switch (node.modificationType()) {
            case UNMODIFIED, DELETE, DISAPPEARED -> 0;
            case WRITE -> written(after);
            case APPEARED, SUBTREE_MODIFIED -> copied(after) + below(node, after);
        };
    }

    private static long below(DataTreeCandidateNode node, NormalizedNode after) {
        try {
            return node.childNodes().stream().mapToLong(TreeFootprint::octets).sum();
        } catch (VerifyException _) {
            // yangtools 14.0.23 cannot list a container that was deleted in vain and then written to.
            return written(after);
        }
    }

    private static long written(NormalizedNode node) {
        long octets = NODE_OCTETS;
        if (node instanceof NormalizedNodeContainer<?> container) {
            for (NormalizedNode child : container.body()) {
                octets += written(child);
            }
        }
        return octets;
    }

    private static long copied(NormalizedNode node) {
        return switch (node) {
            case SystemMapNode _, SystemLeafSetNode<?> _ -> WAY_OCTETS;
            case NormalizedNodeContainer<?> container -> COPIED_OCTETS * container.size();
            default -> 0;
        };
    }
}
