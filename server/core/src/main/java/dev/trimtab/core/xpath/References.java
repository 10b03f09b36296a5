package dev.trimtab.core.xpath;

import dev.trimtab.core.model.LeafType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;

/** Follows leafrefs and instance-identifiers: {@code deref()}, RFC 7950 section 10.3.1. */
final class References {
    private final ExprCompiler exprs;

    References(ExprCompiler exprs) {
        this.exprs = exprs;
    }

    /**
     * The nodes that the first node of the argument refers to; none for a node that is no reference.
     *
     * <p>An instance-identifier can refer to anything: the expression then reads the whole tree, and is evaluated again after
     * every change.
     */
    Typed deref(Typed argument, int position, Scope scope) {
        Expr.OfNodes nodes = argument.nodes(Function.DEREF, position);
        Map<XSchema, Expr.OfNodes> targets = new LinkedHashMap<>();
        Set<Place> places = new LinkedHashSet<>();
        for (Place place : argument.places()) {
            Typed target = target(place, scope);
            if (target != null) {
                targets.put(place.schema(), target.nodes(Function.DEREF, position));
                places.addAll(target.places());
            }
        }
        Expr.OfNodes referred = context -> {
            List<XNode> found = nodes.select(context);
            if (found.isEmpty()) {
                return List.of();
            }
            XNode first = DocumentOrder.first(found);
            Expr.OfNodes target = targets.get(first.schema());
            return target == null ? List.of() : target.select(Context.start(first));
        };
        return new Typed(referred, places);
    }

    private @Nullable Typed target(Place place, Scope scope) {
        LeafType type = place.schema().type();
        if (type == null || place.schema().isText()) {
            return null;
        }
        if (Leafrefs.isLeafref(place.schema())) {
            return targets(place, Leafrefs.typeOf(place.schema()), scope.reads());
        }
        return type.base() == LeafType.Base.INSTANCE_IDENTIFIER ? anything(scope) : null;
    }

    /** The nodes that a value of {@code type} at {@code place} refers to. */
    Typed targets(Place place, LeafrefTypeDefinition type, Reads reads) {
        var module = place.schema().name().getModule();
        var scope = new Scope(null, module, Set.of(place), Set.of(place), reads);
        return exprs.compile(Leafrefs.targets(type), scope);
    }

    private static Typed anything(Scope scope) {
        Set<Place> places = new HashSet<>();
        PathCompiler.roots(scope.current()).forEach(root -> places.addAll(root.descendants()));
        scope.reads().addAll(places);
        return new Typed((Expr.OfNodes) context -> referred(context.node()), places);
    }

    private static List<XNode> referred(XNode reference) {
        if (!(reference.value() instanceof YangInstanceIdentifier path)) {
            return List.of();
        }
        XNode at = reference.tree().root();
        for (PathArgument step : path.getPathArguments()) {
            XSchema child = at.schema().child(step.getNodeType());
            if (child != null && (!child.repeats() || isEntry(step))) {
                XNode next = instance(at, child, step);
                if (next == null) {
                    return List.of();
                }
                at = next;
            }
        }
        return List.of(at);
    }

    /** Choices, and lists as a whole, are steps of yangtools' paths and no nodes of XPath's tree. */
    private static boolean isEntry(PathArgument step) {
        return step instanceof NodeIdentifierWithPredicates || step instanceof NodeWithValue<?>;
    }

    private static @Nullable XNode instance(XNode parent, XSchema child, PathArgument step) {
        if (step instanceof NodeIdentifierWithPredicates key) {
            return parent.entry(child, key);
        }
        List<XNode> instances = parent.children(child);
        parent.tree().spend(instances.size());
        if (step instanceof NodeWithValue<?> entry && child.type() != null) {
            String text = child.type().canonical(entry.getValue());
            return instances.stream()
                    .filter(each -> each.text().equals(text))
                    .findFirst()
                    .orElse(null);
        }
        return instances.isEmpty() ? null : instances.getFirst();
    }
}
