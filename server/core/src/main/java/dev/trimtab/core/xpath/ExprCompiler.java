package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.Expression;
import dev.trimtab.model.XPathExtension;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;

/** Compiles every form of expression but location paths and function calls. */
final class ExprCompiler {
    private final PathCompiler paths;
    private final YangFunctionCompiler yangFunctions;
    private final FunctionCompiler functions;
    private final Identities identities;
    private final Extensions extensions;

    ExprCompiler(Identities identities, Extensions extensions) {
        this.identities = identities;
        this.extensions = extensions;
        this.paths = new PathCompiler(this, extensions);
        this.yangFunctions = new YangFunctionCompiler(this, identities);
        this.functions = new FunctionCompiler(this, yangFunctions, extensions);
    }

    /** The nodes that a value of {@code type} at {@code place} refers to. */
    Typed leafrefTargets(Place place, LeafrefTypeDefinition type, Reads reads) {
        return yangFunctions.targets(place, type, reads);
    }

    Typed compile(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Path path -> paths.compile(path, scope);
            case Expression.Continued path -> paths.compileFrom(compile(path.start(), scope), path.steps(), scope);
            case Expression.Filter filter -> filter(filter, scope);
            case Expression.Call call -> functions.compile(call, scope);
            case Expression.Variable variable -> variable(variable, scope);
            case Expression.Union union -> union(union, scope);
            case Expression.Disjunction any -> Typed.value(any(compileAll(any.operands(), scope)));
            case Expression.Conjunction all -> Typed.value(all(compileAll(all.operands(), scope)));
            case Expression.Binary binary -> Typed.value(binary(binary, scope));
            case Expression.Negation negation -> Typed.value(negated(valueOf(negation.operand(), scope)));
            case Expression.Literal literal -> Typed.value(literal(literal.text()));
            case Expression.Numeral number -> Typed.value(number(number.value()));
        };
    }

    /** Compiles an expression whose one value is used: of nodes, that of the first. */
    Expr valueOf(Expression expression, Scope scope) {
        Typed typed = typedValueOf(expression, scope);
        scope.reads().addFirst(typed.places());
        return typed.expr();
    }

    /** Compiles an expression whose value is used, not only the existence of its nodes. */
    private Typed typedValueOf(Expression expression, Scope scope) {
        Typed typed = compile(expression, scope);
        scope.reads().addValues(typed.places());
        return typed;
    }

    static Typed current(Scope scope) {
        return new Typed((Expr.OfNodes) context -> List.of(context.current()), scope.current());
    }

    static Expr.OfText literal(String text) {
        return _ -> text;
    }

    private static Expr.OfNumber number(double number) {
        return _ -> number;
    }

    private static Expr.OfNumber negated(Expr expr) {
        return context -> -expr.asNumber(context);
    }

    private static Expr.OfBoolean any(List<Typed> parts) {
        List<Expr> exprs = parts.stream().map(Typed::expr).toList();
        return context -> exprs.stream().anyMatch(expr -> expr.asBoolean(context));
    }

    private static Expr.OfBoolean all(List<Typed> parts) {
        List<Expr> exprs = parts.stream().map(Typed::expr).toList();
        return context -> exprs.stream().allMatch(expr -> expr.asBoolean(context));
    }

    private List<Typed> compileAll(List<Expression> parts, Scope scope) {
        return parts.stream().map(part -> compile(part, scope)).toList();
    }

    private Typed variable(Expression.Variable variable, Scope scope) {
        if (!variable.name().equals("this")) {
            throw new UnsupportedXPathException(
                    "YANG has no variables, and so no $" + variable.name(), variable.position());
        }
        extensions.require(XPathExtension.THIS_VARIABLE, "the variable $this", variable.position());
        return current(scope);
    }

    private Typed filter(Expression.Filter filter, Scope scope) {
        Typed filtered = compile(filter.operand(), scope);
        Expr.OfNodes nodes = filtered.nodes("a predicate", filter.position());
        List<Expr> predicates = predicates(filter.predicates(), scope.at(filtered.places()));
        Expr.OfNodes kept = context -> {
            List<XNode> left = DocumentOrder.sorted(nodes.select(context));
            for (Expr predicate : predicates) {
                left = Step.filter(left, predicate, context);
            }
            return left;
        };
        return new Typed(kept, filtered.places());
    }

    /** Compiles the predicates of one step. */
    List<Expr> predicates(List<Expression> predicates, Scope scope) {
        List<Expr> compiled = new ArrayList<>();
        for (Expression predicate : predicates) {
            compiled.add(compile(predicate, scope).expr());
            if (Syntax.isPositional(predicate)) {
                scope.reads().orderMatters();
            }
        }
        return compiled;
    }

    private Expr binary(Expression.Binary binary, Scope scope) {
        Typed leftSide = typedValueOf(binary.left(), scope);
        Typed rightSide = typedValueOf(binary.right(), scope);
        Expr left = identities.comparable(leftSide.expr(), binary.left(), rightSide, scope);
        Expr right = identities.comparable(rightSide.expr(), binary.right(), leftSide, scope);
        if (binary.operator().isArithmetic()) {
            scope.reads().addFirst(leftSide.places());
            scope.reads().addFirst(rightSide.places());
        }
        return switch (binary.operator()) {
            case PLUS -> (Expr.OfNumber) context -> left.asNumber(context) + right.asNumber(context);
            case MINUS -> (Expr.OfNumber) context -> left.asNumber(context) - right.asNumber(context);
            case MULTIPLY -> (Expr.OfNumber) context -> left.asNumber(context) * right.asNumber(context);
            case DIVIDE -> (Expr.OfNumber) context -> left.asNumber(context) / right.asNumber(context);
            case REMAINDER -> (Expr.OfNumber) context -> left.asNumber(context) % right.asNumber(context);
            case EQUAL, NOT_EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
                Comparison.of(binary.operator()).compile(left, right);
        };
    }

    private Typed union(Expression.Union union, Scope scope) {
        List<Typed> parts = compileAll(union.operands(), scope);
        List<Expr.OfNodes> sets =
                parts.stream().map(part -> part.nodes("|", union.position())).toList();
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
