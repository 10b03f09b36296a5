package dev.trimtab.core.xpath;

import dev.trimtab.core.model.LeafType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.type.EnumTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangFunctionCallExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLiteralExpr;

/** Compiles the functions that YANG adds: RFC 7950 section 10. */
final class YangFunctionCompiler {
    private final ExprCompiler exprs;
    private final Identities identities;

    YangFunctionCompiler(ExprCompiler exprs, Identities identities) {
        this.exprs = exprs;
        this.identities = identities;
    }

    Typed compile(YangFunctionCallExpr call, Scope scope) {
        return switch (Syntax.nameOf(call)) {
            case "current" -> new Typed((Expr.OfNodes) context -> List.of(context.current()), scope.current());
            case "deref" -> deref(nodes(call, scope), scope);
            case "derived-from" -> Typed.value(derived(call, false, scope));
            case "derived-from-or-self" -> Typed.value(derived(call, true, scope));
            case "enum-value" -> Typed.value(enumValue(call, scope));
            case "bit-is-set" -> Typed.value(bitIsSet(call, scope));
            default -> Typed.value(reMatch(call, scope));
        };
    }

    private Typed nodes(YangFunctionCallExpr call, Scope scope) {
        Typed argument = exprs.compile(FunctionCompiler.argument(call, 0), scope);
        argument.nodes(Syntax.nameOf(call) + "()");
        scope.reads().addValues(argument.places());
        return argument;
    }

    /** The first node of the argument, a leafref, gives the nodes that it refers to. */
    private Typed deref(Typed argument, Scope scope) {
        Expr.OfNodes nodes = argument.nodes("deref()");
        Map<XSchema, Expr.OfNodes> targets = new LinkedHashMap<>();
        Set<Place> places = new LinkedHashSet<>();
        for (Place place : argument.places()) {
            if (!Leafrefs.isLeafref(place.schema())) {
                throw new UnsupportedXPathException("deref() of " + place.schema() + ", which is no leafref");
            }
            Typed target = targets(place, Leafrefs.typeOf(place.schema()), scope.reads());
            targets.put(place.schema(), target.nodes("deref()"));
            places.addAll(target.places());
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

    /** Compiles the path of {@code type} for values at {@code place}. */
    Typed targets(Place place, LeafrefTypeDefinition type, Reads reads) {
        var module = place.schema().name().getModule();
        var scope = new Scope(null, module, Set.of(place), Set.of(place), reads);
        return exprs.compile(Leafrefs.targets(type), scope);
    }

    private Expr derived(YangFunctionCallExpr call, boolean orSelf, Scope scope) {
        Expr.OfNodes nodes = nodes(call, scope).nodes("derived-from()");
        var base = identities.find(literal(call, scope), scope);
        Set<QName> accepted = identities.withDerived(base);
        if (!orSelf) {
            accepted.remove(base.getQName());
        }
        return (Expr.OfBoolean) context -> nodes.select(context).stream()
                .anyMatch(node -> node.value() instanceof QName identity && accepted.contains(identity));
    }

    private Expr enumValue(YangFunctionCallExpr call, Scope scope) {
        Expr.OfNodes nodes = nodes(call, scope).nodes("enum-value()");
        return (Expr.OfNumber) context -> {
            List<XNode> found = nodes.select(context);
            return found.isEmpty() ? Double.NaN : enumValue(DocumentOrder.first(found));
        };
    }

    private static double enumValue(XNode node) {
        LeafType type = node.schema().type();
        if (type == null || !(type.resolved().definition() instanceof EnumTypeDefinition enumeration)) {
            return Double.NaN;
        }
        String name = node.text();
        return enumeration.getValues().stream()
                .filter(each -> each.getName().equals(name))
                .mapToDouble(EnumTypeDefinition.EnumPair::getValue)
                .findFirst()
                .orElse(Double.NaN);
    }

    private Expr bitIsSet(YangFunctionCallExpr call, Scope scope) {
        Expr.OfNodes nodes = nodes(call, scope).nodes("bit-is-set()");
        Expr bit = exprs.valueOf(FunctionCompiler.argument(call, 1), scope);
        return (Expr.OfBoolean) context -> {
            List<XNode> found = nodes.select(context);
            return !found.isEmpty()
                    && DocumentOrder.first(found).value() instanceof Set<?> bits
                    && bits.contains(bit.asText(context));
        };
    }

    private Expr reMatch(YangFunctionCallExpr call, Scope scope) {
        Expr text = exprs.valueOf(FunctionCompiler.argument(call, 0), scope);
        Pattern pattern = XsdPattern.compile(literal(call, scope).getLiteral());
        return (Expr.OfBoolean) context -> pattern.matcher(text.asText(context)).matches();
    }

    /** The second argument, which has to be known when the model is loaded. */
    private static YangLiteralExpr literal(YangFunctionCallExpr call, Scope scope) {
        YangExpr argument = FunctionCompiler.argument(call, 1);
        if (argument instanceof YangLiteralExpr literal) {
            return literal;
        }
        throw new UnsupportedXPathException(
                "the second argument of " + Syntax.nameOf(call) + "() in module " + scope.module() + " is no literal");
    }
}
