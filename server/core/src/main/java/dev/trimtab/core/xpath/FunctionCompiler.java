package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.Expression;
import dev.trimtab.model.XPathExtension;
import java.util.List;
import java.util.Set;

/** Compiles the core function library: XPath 1.0 section 4; hands the other functions on. */
final class FunctionCompiler {
    private final ExprCompiler exprs;
    private final YangFunctionCompiler yang;
    private final Extensions extensions;

    FunctionCompiler(ExprCompiler exprs, YangFunctionCompiler yang, Extensions extensions) {
        this.exprs = exprs;
        this.yang = yang;
        this.extensions = extensions;
    }

    /** @throws UnsupportedXPathException for a function that is not known, or not with so many arguments */
    Typed compile(Expression.Call call, Scope scope) {
        Function function = Function.of(call.function());
        if (function == null) {
            throw new UnsupportedXPathException("there is no function '" + call.function() + "'", call.position());
        }
        XPathExtension extension = function.extension();
        if (extension != null) {
            extensions.require(extension, "the function " + function, call.position());
        }
        if (!function.takes(call.arguments().size())) {
            String wrong = function + " takes " + function.arguments() + " and not "
                    + call.arguments().size();
            throw new UnsupportedXPathException(wrong, call.position());
        }
        return compile(function, call, scope);
    }

    private Typed compile(Function function, Expression.Call call, Scope scope) {
        return switch (function) {
            case LAST -> Typed.value((Expr.OfNumber) Context::size);
            case POSITION -> Typed.value((Expr.OfNumber) Context::position);
            case TRUE -> Typed.value((Expr.OfBoolean) _ -> true);
            case FALSE -> Typed.value((Expr.OfBoolean) _ -> false);
            case COUNT -> Typed.value(count(call, scope));
            case SUM -> Typed.value(sum(call, scope));
            case ID -> id(call, scope);
            case LANG -> Typed.value(lang(call, scope));
            case NAME, LOCAL_NAME, NAMESPACE_URI -> Typed.value(name(function, call, scope));
            case BOOLEAN, NOT -> Typed.value(truth(function, call, scope));
            case NUMBER, FLOOR, CEILING, ROUND -> Typed.value(number(function, call, scope));
            case STRING, STRING_LENGTH, NORMALIZE_SPACE -> Typed.value(ofOneText(function, call, scope));
            case CONCAT, STARTS_WITH, CONTAINS, SUBSTRING_BEFORE, SUBSTRING_AFTER, SUBSTRING, TRANSLATE ->
                Typed.value(TextFunctions.compile(function, values(call, scope)));
            case CURRENT, DEREF, DERIVED_FROM, DERIVED_FROM_OR_SELF, ENUM_VALUE, BIT_IS_SET, RE_MATCH, SET_CONTAINS ->
                yang.compile(function, call, scope);
        };
    }

    private Expr count(Expression.Call call, Scope scope) {
        Expr.OfNodes nodes = exprs.compile(call.arguments().getFirst(), scope).nodes(Function.COUNT, call.position());
        return (Expr.OfNumber) nodes::count;
    }

    private Expr sum(Expression.Call call, Scope scope) {
        Typed argument = exprs.compile(call.arguments().getFirst(), scope);
        Expr.OfNodes nodes = argument.nodes(Function.SUM, call.position());
        scope.reads().addValues(argument.places());
        return (Expr.OfNumber) context -> {
            double sum = 0;
            for (XNode node : nodes.select(context)) {
                sum += Numbers.parse(node.text());
            }
            return sum;
        };
    }

    /** No element of YANG data has an identifier of XML. */
    private Typed id(Expression.Call call, Scope scope) {
        exprs.valueOf(call.arguments().getFirst(), scope);
        return new Typed((Expr.OfNodes) _ -> List.of(), Set.of());
    }

    /** No element of YANG data has a language of XML. */
    private Expr lang(Expression.Call call, Scope scope) {
        exprs.valueOf(call.arguments().getFirst(), scope);
        return (Expr.OfBoolean) _ -> false;
    }

    private Expr name(Function function, Expression.Call call, Scope scope) {
        Typed argument = call.arguments().isEmpty()
                ? PathCompiler.context(scope)
                : exprs.compile(call.arguments().getFirst(), scope);
        Expr.OfNodes nodes = argument.nodes(function, call.position());
        scope.reads().addFirst(argument.places());
        boolean namespace = function == Function.NAMESPACE_URI;
        return (Expr.OfText) context -> {
            List<XNode> found = nodes.select(context);
            return found.isEmpty() ? "" : name(DocumentOrder.first(found).schema(), namespace);
        };
    }

    /** The root and texts have no name; a name has no prefix, as if every namespace were declared the default. */
    private static String name(XSchema schema, boolean namespace) {
        if (schema.parent() == null || schema.isText()) {
            return "";
        }
        return namespace
                ? schema.name().getNamespace().toString()
                : schema.name().getLocalName();
    }

    private Expr truth(Function function, Expression.Call call, Scope scope) {
        Expr argument = exprs.compile(call.arguments().getFirst(), scope).expr();
        return function == Function.NOT
                ? (Expr.OfBoolean) context -> !argument.asBoolean(context)
                : (Expr.OfBoolean) argument::asBoolean;
    }

    private Expr number(Function function, Expression.Call call, Scope scope) {
        Expr argument = valueOrContext(call, scope);
        return switch (function) {
            case FLOOR -> (Expr.OfNumber) context -> Math.floor(argument.asNumber(context));
            case CEILING -> (Expr.OfNumber) context -> Math.ceil(argument.asNumber(context));
            case ROUND -> (Expr.OfNumber) context -> Numbers.round(argument.asNumber(context));
            default -> (Expr.OfNumber) argument::asNumber;
        };
    }

    private Expr ofOneText(Function function, Expression.Call call, Scope scope) {
        Expr text = valueOrContext(call, scope);
        return switch (function) {
            case STRING_LENGTH -> (Expr.OfNumber) context -> Texts.length(context.spendOn(text.asText(context)));
            case NORMALIZE_SPACE ->
                (Expr.OfText) context -> Texts.normalizeSpace(context.spendOn(text.asText(context)));
            default -> (Expr.OfText) text::asText;
        };
    }

    private List<Expr> values(Expression.Call call, Scope scope) {
        return call.arguments().stream()
                .map(argument -> exprs.valueOf(argument, scope))
                .toList();
    }

    /** The only argument, or the context node where it is left out. */
    private Expr valueOrContext(Expression.Call call, Scope scope) {
        if (!call.arguments().isEmpty()) {
            return exprs.valueOf(call.arguments().getFirst(), scope);
        }
        scope.reads().addValues(scope.context());
        return PathCompiler.context(scope).expr();
    }
}
