package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.Expression;
import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.pattern.XsdPattern;
import dev.trimtab.core.pattern.XsdPatternException;
import java.util.List;
import java.util.Set;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.IdentitySchemaNode;
import org.opendaylight.yangtools.yang.model.api.type.EnumTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;

/** Compiles the functions that YANG adds, RFC 7950 section 10, and {@code set-contains()}. */
final class YangFunctionCompiler {
    /** Functions of the first of some nodes. */
    private static final Set<Function> OF_FIRST = Set.of(Function.DEREF, Function.ENUM_VALUE, Function.BIT_IS_SET);

    private final ExprCompiler exprs;
    private final Identities identities;
    private final References references;
    private final PatternCache patterns = new PatternCache();

    YangFunctionCompiler(ExprCompiler exprs, Identities identities) {
        this.exprs = exprs;
        this.identities = identities;
        this.references = new References(exprs);
    }

    Typed compile(Function function, Expression.Call call, Scope scope) {
        return switch (function) {
            case CURRENT -> ExprCompiler.current(scope);
            case DEREF -> references.deref(nodes(function, call, scope), call.position(), scope);
            case DERIVED_FROM, DERIVED_FROM_OR_SELF -> Typed.value(derived(function, call, scope));
            case ENUM_VALUE -> Typed.value(enumValue(call, scope));
            case BIT_IS_SET -> Typed.value(bitIsSet(call, scope));
            case RE_MATCH -> Typed.value(reMatch(call, scope));
            case SET_CONTAINS -> Typed.value(setContains(call, scope));
            default -> throw new IllegalArgumentException(function + " is no function of YANG");
        };
    }

    /** The nodes that a value of {@code type} at {@code place} refers to. */
    Typed targets(Place place, LeafrefTypeDefinition type, Reads reads) {
        return references.targets(place, type, reads);
    }

    private Typed nodes(Function function, Expression.Call call, Scope scope) {
        Typed argument = exprs.compile(call.arguments().getFirst(), scope);
        argument.nodes(function, call.position());
        scope.reads().addValues(argument.places());
        if (OF_FIRST.contains(function)) {
            scope.reads().addFirst(argument.places());
        }
        return argument;
    }

    private Expr derived(Function function, Expression.Call call, Scope scope) {
        Expr.OfNodes nodes = nodes(function, call, scope).nodes(function, call.position());
        boolean orSelf = function == Function.DERIVED_FROM_OR_SELF;
        if (call.arguments().get(1) instanceof Expression.Literal(String text)) {
            if (!Identities.isPrefixKnown(text, scope)) {
                throw new UnsupportedXPathException("'" + text + "' has a prefix of no module", call.position());
            }
            IdentitySchemaNode base = identities.find(text, scope);
            return (Expr.OfBoolean) context -> base != null && anyDerives(nodes.select(context), base, orSelf);
        }
        Expr name = exprs.valueOf(call.arguments().get(1), scope);
        return (Expr.OfBoolean) context -> {
            IdentitySchemaNode base = identities.find(name.asText(context), scope);
            return base != null && anyDerives(nodes.select(context), base, orSelf);
        };
    }

    private boolean anyDerives(List<XNode> nodes, IdentitySchemaNode base, boolean orSelf) {
        Set<QName> accepted = identities.withDerived(base);
        return nodes.stream()
                .anyMatch(node -> node.value() instanceof QName identity
                        && accepted.contains(identity)
                        && (orSelf || !identity.equals(base.getQName())));
    }

    private Expr enumValue(Expression.Call call, Scope scope) {
        Expr.OfNodes nodes = nodes(Function.ENUM_VALUE, call, scope).nodes(Function.ENUM_VALUE, call.position());
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

    private Expr bitIsSet(Expression.Call call, Scope scope) {
        Expr.OfNodes nodes = nodes(Function.BIT_IS_SET, call, scope).nodes(Function.BIT_IS_SET, call.position());
        Expr bit = exprs.valueOf(call.arguments().get(1), scope);
        return (Expr.OfBoolean) context -> {
            List<XNode> found = nodes.select(context);
            return !found.isEmpty()
                    && DocumentOrder.first(found).value() instanceof Set<?> bits
                    && bits.contains(bit.asText(context));
        };
    }

    private Expr reMatch(Expression.Call call, Scope scope) {
        Expr text = exprs.valueOf(call.arguments().getFirst(), scope);
        if (call.arguments().get(1) instanceof Expression.Literal(String written)) {
            XsdPattern pattern = pattern(written, call.position());
            return (Expr.OfBoolean) context -> matches(pattern, text.asText(context), context);
        }
        Expr written = exprs.valueOf(call.arguments().get(1), scope);
        return (Expr.OfBoolean)
                context -> matches(patterns.get(written.asText(context)), text.asText(context), context);
    }

    private static boolean matches(XsdPattern pattern, String text, Context context) {
        return pattern.matches(text, context.node().tree()::spend);
    }

    private static XsdPattern pattern(String text, int position) {
        try {
            return XsdPattern.compile(text);
        } catch (XsdPatternException e) {
            throw new UnsupportedXPathException("the pattern '" + text + "' is not valid: " + e.getMessage(), position);
        }
    }

    /** The value is the text of its first node; no node is in no set. */
    private Expr setContains(Expression.Call call, Scope scope) {
        Expr.OfNodes set = nodes(Function.SET_CONTAINS, call, scope).nodes(Function.SET_CONTAINS, call.position());
        Expr value = exprs.valueOf(call.arguments().get(1), scope);
        return (Expr.OfBoolean) context -> {
            if (value instanceof Expr.OfNodes && !value.asBoolean(context)) {
                return false;
            }
            String text = value.asText(context);
            return set.select(context).stream().anyMatch(node -> node.text().equals(text));
        };
    }
}
