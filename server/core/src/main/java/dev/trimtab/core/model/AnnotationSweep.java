package dev.trimtab.core.model;

import com.google.common.base.VerifyException;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodeContainer;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;

/**
 * What a change makes of annotations: those that it leaves without their node, and those that may not be.
 *
 * <p>Costs a few lookups for each annotation of the target if the change takes nodes away or annotates some, and nothing otherwise.
 *
 * @param orphans places of annotations that were there before and whose node no longer is, or of which only the place is left
 * @param violations a new annotation of a node that is not there, and too many of them
 */
public record AnnotationSweep(List<Instance> orphans, List<Violation> violations) {
    private static final AnnotationSweep CLEAN = new AnnotationSweep(List.of(), List.of());

    public AnnotationSweep {
        orphans = List.copyOf(orphans);
        violations = List.copyOf(violations);
    }

    /**
     * What a change makes of annotations.
     *
     * @param changed the root of a candidate for a tree of {@code model}
     */
    @SuppressWarnings("ReferenceEquality") // trees share what did not change
    public static AnnotationSweep of(LoadedModel model, DataTreeCandidateNode changed) {
        SchemaNode list = model.root().annotated();
        NormalizedNode after = changed.dataAfter();
        if (list == null || after == null) {
            return CLEAN;
        }
        var stored = (MapNode) Places.child((DataContainerNode) after, list);
        if (stored == null) {
            return CLEAN;
        }
        NormalizedNode before = changed.dataBefore();
        var known = (MapNode) Places.child((DataContainerNode) before, list);
        return known == stored && !mayTake(changed)
                ? CLEAN
                : new Sweeping(model, list, before, after).sweep(known, stored);
    }

    /** Whether a change can have taken a node away: surely not if it only adds nodes and sets leaves. */
    private static boolean mayTake(DataTreeCandidateNode changed) {
        NormalizedNode before = changed.dataBefore();
        NormalizedNode after = changed.dataAfter();
        if (before == null || after == null) {
            return before != null;
        }
        return switch (changed.modificationType()) {
            case UNMODIFIED -> false;
            case SUBTREE_MODIFIED -> mayTakeBelow(changed);
            default -> before instanceof NormalizedNodeContainer;
        };
    }

    private static boolean mayTakeBelow(DataTreeCandidateNode changed) {
        try {
            return changed.childNodes().stream().anyMatch(AnnotationSweep::mayTake);
        } catch (VerifyException _) {
            return true; // yangtools 14.0.23 cannot list a container that was deleted in vain and then written to
        }
    }

    private record Sweeping(
            LoadedModel model,
            SchemaNode list,
            @Nullable NormalizedNode before,
            NormalizedNode after,
            List<Instance> orphans,
            List<Violation> violations) {
        Sweeping(LoadedModel model, SchemaNode list, @Nullable NormalizedNode before, NormalizedNode after) {
            this(model, list, before, after, new ArrayList<>(), new ArrayList<>());
        }

        @SuppressWarnings("ReferenceEquality")
        AnnotationSweep sweep(@Nullable MapNode known, MapNode stored) {
            for (MapEntryNode entry : stored.body()) {
                YangInstanceIdentifier node = Annotations.node(entry);
                MapEntryNode old = known == null ? null : known.childByArg(entry.name());
                if (entry.size() == 1 || (old == entry && !remains(node))) {
                    orphans.add(place(entry));
                } else if (old != entry
                        && NormalizedNodes.findNode(after, node.getPathArguments())
                                .isEmpty()) {
                    Path at = AnnotatedNodeCodec.member(model.root(), node);
                    violations.add(new Violation(at, "annotation", null, "there is no such node to annotate", null));
                }
            }
            if (known != stored) {
                bound(stored);
            }
            return new AnnotationSweep(orphans, violations);
        }

        /** Whether a node that was there still is; where the trees are the same object, all below is. */
        @SuppressWarnings("ReferenceEquality")
        private boolean remains(YangInstanceIdentifier node) {
            NormalizedNode old = before;
            NormalizedNode now = after;
            for (PathArgument step : node.getPathArguments()) {
                old = child(old, step);
                now = child(now, step);
                if (old == now || now == null) {
                    return now != null;
                }
            }
            return true;
        }

        private static @Nullable NormalizedNode child(@Nullable NormalizedNode parent, PathArgument step) {
            return parent == null
                    ? null
                    : NormalizedNodes.getDirectChild(parent, step).orElse(null);
        }

        private Instance place(MapEntryNode entry) {
            Path path = Path.of(PathExpansion.element(list, entry.name()));
            return new Instance(path, list, YangInstanceIdentifier.of(list.id()).node(entry.name()));
        }

        private void bound(MapNode stored) {
            int count =
                    stored.body().stream().mapToInt(entry -> entry.size() - 1).sum();
            if (count > Annotations.COUNT_MAX) {
                String most = "a target has at most " + Annotations.COUNT_MAX + " annotations below its root";
                Path at = Path.ROOT.child(Annotations.BELOW);
                violations.add(new Violation(at, "annotations", Integer.toString(count), most, null));
            }
        }
    }
}
