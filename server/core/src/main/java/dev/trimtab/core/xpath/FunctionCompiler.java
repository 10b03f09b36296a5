package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangFunctionCallExpr;

/** Compiles the core function library: XPath 1.0 section 4; hands YANG's functions on to {@link YangFunctionCompiler}. */
final class FunctionCompiler {
    private final ExprCompiler exprs;
    private final YangFunctionCompiler yang;

    FunctionCompiler(ExprCompiler exprs, YangFunctionCompiler yang) {
        this.exprs = exprs;
        this.yang = yang;
    }

    Typed compile(YangFunctionCallExpr call, Scope scope) {
        return switch (Syntax.nameOf(call)) {
            case "last" -> Typed.value((Expr.OfNumber) Context::size);
            case "position" -> Typed.value((Expr.OfNumber) Context::position);
            case "count", "sum" -> Typed.value(overNodes(call, scope));
            case "name", "local-name", "namespace-uri" -> Typed.value(name(call, scope));
            case "boolean", "not" -> Typed.value(truth(call, scope));
            case "number", "floor", "ceiling", "round" -> Typed.value(number(call, scope));
            case "current", "deref", "derived-from", "derived-from-or-self", "enum-value", "bit-is-set", "re-match" ->
                yang.compile(call, scope);
            default -> Typed.value(text(call, scope));
        };
    }

    private Expr overNodes(YangFunctionCallExpr call, Scope scope) {
        Typed argument = exprs.compile(argument(call, 0), scope);
        Expr.OfNodes nodes = argument.nodes(Syntax.nameOf(call) + "()");
        if (Syntax.nameOf(call).equals("count")) {
            return (Expr.OfNumber) context -> nodes.select(context).size();
        }
        scope.reads().addValues(argument.places());
        return (Expr.OfNumber) context -> nodes.select(context).stream()
                .mapToDouble(node -> Numbers.parse(node.text()))
                .sum();
    }

    private Expr name(YangFunctionCallExpr call, Scope scope) {
        Expr.OfNodes nodes = call.getArguments().isEmpty()
                ? context -> List.of(context.node())
                : exprs.compile(argument(call, 0), scope).nodes(Syntax.nameOf(call) + "()");
        boolean namespace = Syntax.nameOf(call).equals("namespace-uri");
        return (Expr.OfText) context -> {
            List<XNode> found = nodes.select(context);
            return found.isEmpty() ? "" : name(DocumentOrder.first(found).schema(), namespace);
        };
    }

    private static String name(XSchema schema, boolean namespace) {
        if (schema.parent() == null) {
            return "";
        }
        return namespace
                ? schema.name().getNamespace().toString()
                : schema.name().getLocalName();
    }

    private Expr truth(YangFunctionCallExpr call, Scope scope) {
        Expr argument = exprs.compile(argument(call, 0), scope).expr();
        return Syntax.nameOf(call).equals("not")
                ? (Expr.OfBoolean) context -> !argument.asBoolean(context)
                : (Expr.OfBoolean) argument::asBoolean;
    }

    private Expr number(YangFunctionCallExpr call, Scope scope) {
        Expr argument = valueOrContext(call, scope);
        return switch (Syntax.nameOf(call)) {
            case "floor" -> (Expr.OfNumber) context -> Math.floor(argument.asNumber(context));
            case "ceiling" -> (Expr.OfNumber) context -> Math.ceil(argument.asNumber(context));
            case "round" -> (Expr.OfNumber) context -> Numbers.round(argument.asNumber(context));
            default -> (Expr.OfNumber) argument::asNumber;
        };
    }

    private Expr text(YangFunctionCallExpr call, Scope scope) {
        return switch (Syntax.nameOf(call)) {
            case "string" -> (Expr.OfText) valueOrContext(call, scope)::asText;
            case "string-length" -> {
                Expr text = valueOrContext(call, scope);
                yield (Expr.OfNumber) context -> Texts.length(text.asText(context));
            }
            case "normalize-space" -> {
                Expr text = valueOrContext(call, scope);
                yield (Expr.OfText) context -> Texts.normalizeSpace(text.asText(context));
            }
            case "concat" -> concat(call, scope);
            case "substring" -> substring(call, scope);
            case "translate" -> translate(call, scope);
            default -> twoTexts(call, scope);
        };
    }

    private Expr twoTexts(YangFunctionCallExpr call, Scope scope) {
        String name = Syntax.nameOf(call);
        Expr text = value(call, 0, scope);
        Expr part = value(call, 1, scope);
        return switch (name) {
            case "contains" -> (Expr.OfBoolean) c -> text.asText(c).contains(part.asText(c));
            case "starts-with" -> (Expr.OfBoolean) c -> text.asText(c).startsWith(part.asText(c));
            case "substring-before" -> (Expr.OfText) c -> Texts.before(text.asText(c), part.asText(c));
            case "substring-after" -> (Expr.OfText) c -> Texts.after(text.asText(c), part.asText(c));
            default -> throw new UnsupportedXPathException("the function " + name + "() is not supported");
        };
    }

    private Expr concat(YangFunctionCallExpr call, Scope scope) {
        List<Expr> parts = new ArrayList<>();
        for (int i = 0; i < Math.max(call.getArguments().size(), 2); i++) {
            parts.add(value(call, i, scope));
        }
        return (Expr.OfText) context -> {
            var text = new StringBuilder();
            parts.forEach(part -> text.append(part.asText(context)));
            return text.toString();
        };
    }

    private Expr substring(YangFunctionCallExpr call, Scope scope) {
        Expr text = value(call, 0, scope);
        Expr from = value(call, 1, scope);
        @Nullable Expr length = call.getArguments().size() > 2 ? value(call, 2, scope) : null;
        return (Expr.OfText) context -> Texts.substring(
                text.asText(context),
                from.asNumber(context),
                length == null ? Double.POSITIVE_INFINITY : length.asNumber(context));
    }

    private Expr translate(YangFunctionCallExpr call, Scope scope) {
        Expr text = value(call, 0, scope);
        Expr from = value(call, 1, scope);
        Expr to = value(call, 2, scope);
        return (Expr.OfText) context -> Texts.translate(text.asText(context), from.asText(context), to.asText(context));
    }

    private Expr value(YangFunctionCallExpr call, int index, Scope scope) {
        return exprs.valueOf(argument(call, index), scope);
    }

    /** The only argument, or the context node where it is left out. */
    private Expr valueOrContext(YangFunctionCallExpr call, Scope scope) {
        if (!call.getArguments().isEmpty()) {
            return value(call, 0, scope);
        }
        scope.reads().addValues(scope.context());
        return (Expr.OfNodes) context -> List.of(context.node());
    }

    static YangExpr argument(YangFunctionCallExpr call, int index) {
        if (index >= call.getArguments().size()) {
            throw new UnsupportedXPathException(Syntax.nameOf(call) + "() needs more arguments");
        }
        return call.getArguments().get(index);
    }
}
