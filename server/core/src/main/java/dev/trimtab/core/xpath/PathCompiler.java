package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.AxisName;
import dev.trimtab.core.expression.Expression;
import dev.trimtab.core.expression.NodeTest;
import dev.trimtab.model.XPathExtension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles location paths. */
final class PathCompiler {
    private final ExprCompiler exprs;
    private final KeyLookups lookups;
    private final Extensions extensions;

    PathCompiler(ExprCompiler exprs, Extensions extensions) {
        this.exprs = exprs;
        this.lookups = new KeyLookups(exprs);
        this.extensions = extensions;
    }

    Typed compile(Expression.Path path, Scope scope) {
        return switch (path.origin()) {
            case ROOT -> compileFrom(root(scope), path.steps(), scope);
            case CONTEXT -> compileFrom(context(scope), path.steps(), scope);
        };
    }

    static Typed context(Scope scope) {
        return new Typed((Expr.OfNodes) context -> List.of(context.node()), scope.context());
    }

    private static Typed root(Scope scope) {
        return new Typed((Expr.OfNodes) context -> List.of(context.node().tree().root()), roots(scope.current()));
    }

    /** The root, seen from any of the places. */
    static Set<Place> roots(Set<Place> places) {
        return places.stream()
                .map(place -> Place.at(place.line().getLast().schema()))
                .collect(Collectors.toSet());
    }

    /** Compiles steps that begin at the nodes of {@code start}. */
    Typed compileFrom(Typed start, List<Expression.Step> steps, Scope scope) {
        if (steps.isEmpty()) {
            return start;
        }
        Expr.OfNodes from = start.nodes("a path", steps.getFirst().position());
        Set<Place> places = start.places();
        List<Step> compiled = new ArrayList<>();
        for (Expression.Step step : joined(steps)) {
            Axis axis = axis(step);
            NodeMatcher test = NodeMatcher.of(step.test(), scope.module());
            places = places.stream()
                    .flatMap(axis::places)
                    .filter(place -> test.accepts(place.schema()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            requireKeys(step, places);
            KeyLookup lookup = axis == Axis.CHILD ? lookups.find(step.predicates(), scope.at(places)) : null;
            places = lookup == null ? places : keyed(places, lookup, scope);
            scope.reads().addAll(places);
            compiled.add(step(axis, test, lookup, step.predicates(), scope.at(places)));
        }
        return new Typed(new Walk(from, compiled).toExpr(), places);
    }

    /** The steps, where {@code //name} is one step to all descendants: the same nodes, unless a predicate asks for positions. */
    private static List<Expression.Step> joined(List<Expression.Step> steps) {
        List<Expression.Step> joined = new ArrayList<>();
        for (Expression.Step step : steps) {
            if (!joined.isEmpty() && isAnywhere(joined.getLast()) && step.axis() == AxisName.CHILD && !countsIn(step)) {
                joined.removeLast();
                joined.add(new Expression.Step(AxisName.DESCENDANT, step.test(), step.predicates(), step.position()));
            } else {
                joined.add(step);
            }
        }
        return joined;
    }

    private static boolean isAnywhere(Expression.Step step) {
        return step.axis() == AxisName.DESCENDANT_OR_SELF
                && step.test() == NodeTest.Kind.NODE
                && step.predicates().isEmpty();
    }

    private static boolean countsIn(Expression.Step step) {
        return step.predicates().stream().anyMatch(Syntax::isPositional);
    }

    /** A key written as an attribute is a child. */
    private Axis axis(Expression.Step step) {
        if (step.axis() != AxisName.ATTRIBUTE) {
            return Axis.of(step.axis(), step.position());
        }
        extensions.require(XPathExtension.KEY_ATTRIBUTE, "the attribute axis", step.position());
        return Axis.CHILD;
    }

    private static void requireKeys(Expression.Step step, Set<Place> places) {
        boolean isKey = places.stream()
                .allMatch(place ->
                        place.schema().node().isKey() && !place.schema().isText());
        if (step.axis() == AxisName.ATTRIBUTE && (places.isEmpty() || !isKey)) {
            throw new UnsupportedXPathException("what is written as an attribute is no key", step.position());
        }
    }

    /** Of the expression as a whole, and of a part that starts above it, the keys can be computed for a context; not of others. */
    private static Set<Place> keyed(Set<Place> places, KeyLookup lookup, Scope scope) {
        Place start = scope.current().iterator().next();
        if (scope.current().size() > 1 || !start.isOwnLine()) {
            return places;
        }
        var keys = new Keyed(lookup, start.schema());
        return places.stream().map(place -> place.keyedBy(keys)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Step step(
            Axis axis, NodeMatcher test, @Nullable KeyLookup lookup, List<Expression> predicates, Scope scope) {
        if (axis.dependsOnOrder()) {
            scope.reads().orderMatters();
        }
        return new Step(axis, test, lookup, exprs.predicates(predicates, scope));
    }
}
