package dev.trimtab.core.validation;

import com.google.common.base.VerifyException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.DistinctNodeContainer;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;
import org.opendaylight.yangtools.yang.data.tree.api.ModificationType;

/**
 * What a change makes of one stored node.
 *
 * @param before the node before the change; null if it was not there
 * @param after the node after it; null if it is not there any more
 * @param candidate the same as yangtools knows it; null where it does not
 */
record Delta(
        PathArgument name,
        @Nullable NormalizedNode before,
        @Nullable NormalizedNode after,
        @Nullable DataTreeCandidateNode candidate) {

    /** What a change makes of the root, which has no name of its own. */
    static Delta ofRoot(PathArgument name, DataTreeCandidateNode candidate) {
        return new Delta(name, candidate.dataBefore(), candidate.dataAfter(), candidate);
    }

    private static Delta of(DataTreeCandidateNode candidate) {
        return new Delta(candidate.name(), candidate.dataBefore(), candidate.dataAfter(), candidate);
    }

    /** What the change makes of the nodes directly below; those that it leaves alone are left out. */
    List<Delta> children() {
        if (candidate != null) {
            try {
                return candidate.childNodes().stream()
                        .filter(child -> child.modificationType() != ModificationType.UNMODIFIED)
                        .map(Delta::of)
                        .filter(Delta::isTouched)
                        .toList();
            } catch (VerifyException _) {
                // yangtools 14.0.23 cannot list a container that was deleted in vain and then written to.
                return compared();
            }
        }
        return compared();
    }

    @SuppressWarnings("ReferenceEquality") // what a change shares with the tree before it is the same object
    private boolean isTouched() {
        return before != after;
    }

    private List<Delta> compared() {
        List<Delta> children = new ArrayList<>();
        if (before instanceof DistinctNodeContainer<?, ?> old) {
            for (NormalizedNode child : old.body()) {
                children.add(new Delta(child.name(), child, child(after, child.name()), null));
            }
        }
        if (after instanceof DistinctNodeContainer<?, ?> young) {
            for (NormalizedNode child : young.body()) {
                if (child(before, child.name()) == null) {
                    children.add(new Delta(child.name(), null, child, null));
                }
            }
        }
        return children.stream().filter(Delta::isTouched).toList();
    }

    @SuppressWarnings("unchecked") // a container is asked for names of its own kind
    private static @Nullable NormalizedNode child(@Nullable NormalizedNode parent, PathArgument name) {
        return parent instanceof DistinctNodeContainer<?, ?> container
                ? ((DistinctNodeContainer<PathArgument, ?>) container).childByArg(name)
                : null;
    }
}
