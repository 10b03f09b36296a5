package dev.trimtab.core.xpath;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.common.UnresolvedQName;
import org.opendaylight.yangtools.yang.model.api.type.StringTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;
import org.opendaylight.yangtools.yang.xpath.api.YangBinaryExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangBinaryOperator;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath.AxisStep;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath.NodeTypeStep;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath.QNameStep;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathAxis;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathNodeType;

/** Compiles location paths. */
final class PathCompiler {
    private final ExprCompiler exprs;

    PathCompiler(ExprCompiler exprs) {
        this.exprs = exprs;
    }

    Typed compile(YangLocationPath path, Scope scope) {
        return path.isAbsolute()
                ? compileFrom(root(scope), path.getSteps(), scope)
                : compileFrom(
                        new Typed((Expr.OfNodes) context -> List.of(context.node()), scope.context()),
                        path.getSteps(),
                        scope);
    }

    private static Typed root(Scope scope) {
        Set<Place> places = scope.current().stream().map(PathCompiler::root).collect(Collectors.toSet());
        return new Typed((Expr.OfNodes) context -> List.of(context.node().tree().root()), places);
    }

    private static Place root(Place place) {
        XSchema top = place.pivot();
        while (top.parent() != null) {
            top = top.parent();
        }
        return Place.at(top);
    }

    Typed compileFrom(Typed start, List<YangLocationPath.Step> steps, Scope scope) {
        Expr.OfNodes from = start.nodes("a path");
        if (steps.isEmpty()) {
            return start;
        }
        Set<Place> places = start.places();
        List<Step> compiled = new ArrayList<>();
        for (YangLocationPath.Step step : steps) {
            Axis axis = Axis.of(step.getAxis());
            NodeTest test = test(step, scope.module());
            places = places.stream()
                    .flatMap(axis::places)
                    .filter(place -> test.accepts(place.schema()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            scope.reads().addAll(places);
            compiled.add(step(axis, test, step.getPredicates(), scope.at(places)));
        }
        List<Step> path = List.copyOf(compiled);
        return new Typed((Expr.OfNodes) context -> Step.walk(from.select(context), path, context), places);
    }

    private Step step(Axis axis, NodeTest test, Set<YangExpr> predicates, Scope scope) {
        if (axis.dependsOnOrder()) {
            scope.reads().orderMatters();
        }
        KeyLookup lookup = axis == Axis.CHILD ? lookup(predicates, scope) : null;
        return new Step(axis, test, lookup, exprs.predicates(predicates, scope));
    }

    private static NodeTest test(YangLocationPath.Step step, QNameModule module) {
        return switch (step) {
            case QNameStep named -> new NodeTest(resolve(named, module));
            case NodeTypeStep typed when typed.getNodeType() == YangXPathNodeType.NODE -> new NodeTest(null);
            case AxisStep _ -> new NodeTest(null);
            default -> throw new UnsupportedXPathException("the step '" + step + "' is not supported");
        };
    }

    private static QName resolve(QNameStep step, QNameModule module) {
        return switch (step.getQName()) {
            case QName resolved -> resolved;
            case UnresolvedQName.Unqualified name -> name.bindTo(module);
            default -> throw new UnsupportedXPathException("the prefix of '" + step.getQName() + "' is not known");
        };
    }

    /** The lookup that the predicates allow: every key of one list is said to equal something that the entry has no part in. */
    private @Nullable KeyLookup lookup(Set<YangExpr> predicates, Scope scope) {
        Set<XSchema> lists = scope.context().stream().map(Place::schema).collect(Collectors.toSet());
        if (lists.size() != 1 || predicates.stream().anyMatch(Syntax::usesPosition)) {
            return null;
        }
        XSchema list = lists.iterator().next();
        if (list.kind() != SchemaNode.Kind.LIST || list.node().keys().isEmpty()) {
            return null;
        }
        Map<XSchema, Expr> keys = new LinkedHashMap<>();
        for (SchemaNode keyNode : list.node().keyNodes()) {
            XSchema key = requireNonNull(list.child(keyNode.qname()));
            Expr value = predicates.stream()
                    .map(predicate -> required(predicate, key, scope))
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
            if (value == null || !isText(key)) {
                return null;
            }
            keys.put(key, value);
        }
        return new KeyLookup(list, keys);
    }

    /** What {@code predicate} says that {@code key} equals, as text; null if it says no such thing. */
    private @Nullable Expr required(YangExpr predicate, XSchema key, Scope scope) {
        if (!(predicate instanceof YangBinaryExpr equality) || equality.getOperator() != YangBinaryOperator.EQUALS) {
            return null;
        }
        YangExpr other = isChild(equality.getLeftExpr(), key.name(), scope)
                ? equality.getRightExpr()
                : isChild(equality.getRightExpr(), key.name(), scope) ? equality.getLeftExpr() : null;
        if (other == null || !Syntax.ignoresContext(other)) {
            return null;
        }
        Expr value = exprs.valueOf(other, scope);
        return value instanceof Expr.OfNodes || value instanceof Expr.OfText ? value : null;
    }

    private static boolean isChild(YangExpr expr, QName name, Scope scope) {
        return expr instanceof YangLocationPath path
                && !path.isAbsolute()
                && path.getSteps().size() == 1
                && path.getSteps().getFirst() instanceof QNameStep step
                && step.getAxis() == YangXPathAxis.CHILD
                && step.getPredicates().isEmpty()
                && resolve(step, scope.module()).equals(name);
    }

    /** Whether equal texts mean equal keys in a map: not for octets, which Java compares by identity, or for mixed unions. */
    private static boolean isText(XSchema key) {
        LeafType type = requireNonNull(key.type());
        return switch (type.resolved().base()) {
            case BINARY, UNION, IDENTITYREF, INSTANCE_IDENTIFIER, BITS, EMPTY -> isUnionOfStrings(type.resolved());
            default -> true;
        };
    }

    private static boolean isUnionOfStrings(LeafType type) {
        return type.definition() instanceof UnionTypeDefinition union
                && union.getTypes().stream().allMatch(StringTypeDefinition.class::isInstance);
    }
}
