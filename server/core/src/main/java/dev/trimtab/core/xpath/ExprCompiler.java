package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.xpath.api.YangBinaryExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangBooleanConstantExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangFilterExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangFunctionCallExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLiteralExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath;
import org.opendaylight.yangtools.yang.xpath.api.YangNaryExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangNegateExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangNumberExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangPathExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangQNameExpr;

/** Compiles every form of expression but location paths and function calls. */
final class ExprCompiler {
    private final PathCompiler paths = new PathCompiler(this);
    private final YangFunctionCompiler yangFunctions;
    private final FunctionCompiler functions;
    private final Identities identities;

    ExprCompiler(Identities identities) {
        this.identities = identities;
        this.yangFunctions = new YangFunctionCompiler(this, identities);
        this.functions = new FunctionCompiler(this, yangFunctions);
    }

    /** The nodes that a value of {@code type} at {@code place} refers to. */
    Typed leafrefTargets(Place place, LeafrefTypeDefinition type, Reads reads) {
        return yangFunctions.targets(place, type, reads);
    }

    Typed compile(YangExpr expr, Scope scope) {
        return switch (expr) {
            case YangLocationPath path -> paths.compile(path, scope);
            case YangQNameExpr name -> paths.compile(Syntax.childNamed(name), scope);
            case YangPathExpr path -> path(path, scope);
            case YangFilterExpr filter -> filter(filter, scope);
            case YangFunctionCallExpr call -> functions.compile(call, scope);
            case YangBinaryExpr binary -> Typed.value(binary(binary, scope));
            case YangNaryExpr nary -> nary(nary, scope);
            case YangNegateExpr negate -> Typed.value(negate(valueOf(negate.getSubExpr(), scope)));
            case YangLiteralExpr literal -> Typed.value(literal(literal.getLiteral()));
            case YangNumberExpr number -> Typed.value(number(number.getNumber().doubleValue()));
            case YangBooleanConstantExpr constant -> Typed.value(constant(constant.getValue()));
            default -> throw new UnsupportedXPathException("'" + expr + "' is not supported");
        };
    }

    /** Compiles an expression whose value is used, not only the existence of its nodes. */
    Expr valueOf(YangExpr expr, Scope scope) {
        return typedValueOf(expr, scope).expr();
    }

    private Typed typedValueOf(YangExpr expr, Scope scope) {
        Typed typed = compile(expr, scope);
        scope.reads().addValues(typed.places());
        return typed;
    }

    static Expr.OfText literal(String text) {
        return _ -> text;
    }

    private static Expr.OfNumber number(double number) {
        return _ -> number;
    }

    private static Expr.OfBoolean constant(boolean truth) {
        return _ -> truth;
    }

    private static Expr.OfNumber negate(Expr expr) {
        return context -> -expr.asNumber(context);
    }

    private Typed path(YangPathExpr path, Scope scope) {
        Typed start = compile(path.getFilterExpr(), scope);
        return path.getLocationPath()
                .map(steps -> paths.compileFrom(start, steps.getSteps(), scope))
                .orElse(start);
    }

    private Typed filter(YangFilterExpr filter, Scope scope) {
        Typed filtered = compile(filter.getExpr(), scope);
        if (filter.getPredicates().isEmpty()) {
            return filtered;
        }
        Expr.OfNodes nodes = filtered.nodes("a predicate");
        List<Expr> predicates = predicates(filter.getPredicates(), scope.at(filtered.places()));
        Expr.OfNodes kept = context -> {
            List<XNode> left = nodes.select(context).stream()
                    .sorted(DocumentOrder.INSTANCE)
                    .toList();
            for (Expr predicate : predicates) {
                left = Step.filter(left, predicate, context);
            }
            return left;
        };
        return new Typed(kept, filtered.places());
    }

    List<Expr> predicates(Collection<YangExpr> predicates, Scope scope) {
        List<Expr> compiled = new ArrayList<>();
        for (YangExpr predicate : predicates) {
            Expr expr = compile(predicate, scope).expr();
            compiled.add(expr);
            if (expr instanceof Expr.OfNumber || Syntax.usesPosition(predicate)) {
                scope.reads().orderMatters();
            }
        }
        return compiled;
    }

    private Expr binary(YangBinaryExpr binary, Scope scope) {
        Typed leftSide = typedValueOf(binary.getLeftExpr(), scope);
        Typed rightSide = typedValueOf(binary.getRightExpr(), scope);
        Expr left = identities.comparable(leftSide.expr(), binary.getLeftExpr(), rightSide, scope);
        Expr right = identities.comparable(rightSide.expr(), binary.getRightExpr(), leftSide, scope);
        return switch (binary.getOperator()) {
            case PLUS -> (Expr.OfNumber) context -> left.asNumber(context) + right.asNumber(context);
            case MINUS -> (Expr.OfNumber) context -> left.asNumber(context) - right.asNumber(context);
            case MUL -> (Expr.OfNumber) context -> left.asNumber(context) * right.asNumber(context);
            case DIV -> (Expr.OfNumber) context -> left.asNumber(context) / right.asNumber(context);
            case MOD -> (Expr.OfNumber) context -> left.asNumber(context) % right.asNumber(context);
            case EQUALS, NOT_EQUALS, GT, GTE, LT, LTE ->
                Comparison.of(binary.getOperator()).compile(left, right);
        };
    }

    private Typed nary(YangNaryExpr nary, Scope scope) {
        List<Typed> parts =
                nary.getExpressions().stream().map(part -> compile(part, scope)).toList();
        List<Expr> exprs = parts.stream().map(Typed::expr).toList();
        return switch (nary.getOperator()) {
            case AND ->
                Typed.value((Expr.OfBoolean) context -> exprs.stream().allMatch(expr -> expr.asBoolean(context)));
            case OR ->
                Typed.value((Expr.OfBoolean) context -> exprs.stream().anyMatch(expr -> expr.asBoolean(context)));
            case UNION -> union(parts);
        };
    }

    private static Typed union(List<Typed> parts) {
        List<Expr.OfNodes> sets = parts.stream().map(part -> part.nodes("|")).toList();
        Set<Place> places = new LinkedHashSet<>();
        parts.forEach(part -> places.addAll(part.places()));
        Expr.OfNodes all = context -> {
            Set<XNode> nodes = new LinkedHashSet<>();
            sets.forEach(set -> nodes.addAll(set.select(context)));
            return List.copyOf(nodes);
        };
        return new Typed(all, places);
    }
}
