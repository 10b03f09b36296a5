package dev.trimtab.core.model;

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
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeCandidateNode;

/**
 * What a change makes of annotations: those that it leaves without their node, and those that may not be.
 *
 * <p>Costs a few lookups for each annotation of the target, and nothing where there are none.
 *
 * @param orphans places of annotations that were there before, and whose node no longer is
 * @param violations a new annotation of a node that is not there, and too many of them
 */
public record AnnotationSweep(List<Instance> orphans, List<Violation> violations) {
    private static final AnnotationSweep CLEAN = new AnnotationSweep(List.of(), List.of());

    public AnnotationSweep {
        orphans = List.copyOf(orphans);
        violations = List.copyOf(violations);
    }

    /** @param changed the root of a candidate for a tree of {@code model} */
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
        return new Sweeping(model, list, before, after).sweep(known, stored);
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

        @SuppressWarnings("ReferenceEquality") // trees share what did not change
        AnnotationSweep sweep(@Nullable MapNode known, MapNode stored) {
            for (MapEntryNode entry : stored.body()) {
                YangInstanceIdentifier node = Annotations.node(entry);
                MapEntryNode old = known == null ? null : known.childByArg(entry.name());
                if (old == entry) {
                    if (!remains(node)) {
                        orphans.add(place(entry));
                    }
                } else if (NormalizedNodes.findNode(after, node.getPathArguments()).isEmpty()) {
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
            return NormalizedNodes.getDirectChild(parent, step).orElse(null);
        }

        private Instance place(MapEntryNode entry) {
            Path path = Path.of(PathExpansion.element(list, entry.name()));
            return new Instance(path, list, YangInstanceIdentifier.of(list.id()).node(entry.name()));
        }

        private void bound(MapNode stored) {
            int count = stored.body().stream().mapToInt(entry -> entry.size() - 1).sum();
            if (count > Annotations.COUNT_MAX) {
                String most = "a target has at most " + Annotations.COUNT_MAX + " annotations below its root";
                Path at = Path.ROOT.child(Annotations.BELOW);
                violations.add(new Violation(at, "annotations", Integer.toString(count), most, null));
            }
        }
    }
}
