package dev.trimtab.core.xpath;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.expression.AxisName;
import dev.trimtab.core.expression.Expression;
import dev.trimtab.core.expression.Operator;
import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.SchemaNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.type.StringTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;

/** Finds the lookup that the predicates of a step allow. */
final class KeyLookups {
    /** Below it every integer is a number of XPath, so that equal numbers mean equal texts. */
    private static final double INTEGERS_MAX = 1L << 53;

    private final ExprCompiler exprs;

    KeyLookups(ExprCompiler exprs) {
        this.exprs = exprs;
    }

    /**
     * The lookup for a step to children; null if there is none.
     *
     * @param predicates every key of one list has to be said to equal something that the entry has no part in, before a
     *     predicate asks for positions
     * @param scope what the predicates are compiled in
     */
    @Nullable KeyLookup find(List<Expression> predicates, Scope scope) {
        Set<XSchema> lists = scope.context().stream().map(Place::schema).collect(Collectors.toSet());
        if (lists.size() != 1 || predicates.isEmpty()) {
            return null;
        }
        XSchema list = lists.iterator().next();
        if (list.kind() != SchemaNode.Kind.LIST || list.node().keys().isEmpty()) {
            return null;
        }
        List<Expression> conditions = predicates.stream()
                .takeWhile(predicate -> !Syntax.isPositional(predicate))
                .flatMap(KeyLookups::conjuncts)
                .toList();
        Reads reads = scope.reads().fresh();
        Scope apart = scope.reading(reads);
        Map<XSchema, Expr> keys = new LinkedHashMap<>();
        for (SchemaNode keyNode : list.node().keyNodes()) {
            XSchema key = requireNonNull(list.child(keyNode.qname()));
            Expr value = isText(key) ? required(conditions, key, apart) : null;
            if (value == null) {
                return null;
            }
            keys.put(key, value);
        }
        scope.reads().addAll(reads);
        return new KeyLookup(list, keys, reads.toDependencies().places());
    }

    private static Stream<Expression> conjuncts(Expression predicate) {
        return predicate instanceof Expression.Conjunction all
                ? all.operands().stream().flatMap(KeyLookups::conjuncts)
                : Stream.of(predicate);
    }

    private @Nullable Expr required(List<Expression> conditions, XSchema key, Scope scope) {
        return conditions.stream()
                .map(condition -> required(condition, key, scope))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What {@code condition} says that {@code key} equals, as text; null if it says no such thing. */
    private @Nullable Expr required(Expression condition, XSchema key, Scope scope) {
        if (!(condition instanceof Expression.Binary(Operator operator, Expression left, Expression right))
                || operator != Operator.EQUAL) {
            return null;
        }
        Expression other = isChild(left, key, scope) ? right : isChild(right, key, scope) ? left : null;
        if (other instanceof Expression.Numeral(double number)) {
            return isInteger(key) && Math.abs(number) < INTEGERS_MAX
                    ? ExprCompiler.literal(Numbers.text(number))
                    : null;
        }
        if (other == null || !Syntax.ignoresContext(other)) {
            return null;
        }
        Expr value = exprs.valueOf(other, scope);
        return value instanceof Expr.OfNodes || value instanceof Expr.OfText ? value : null;
    }

    private static boolean isChild(Expression expression, XSchema key, Scope scope) {
        return expression instanceof Expression.Path(Expression.Origin origin, List<Expression.Step> steps)
                && origin == Expression.Origin.CONTEXT
                && steps.size() == 1
                && (steps.getFirst().axis() == AxisName.CHILD
                        || steps.getFirst().axis() == AxisName.ATTRIBUTE)
                && steps.getFirst().predicates().isEmpty()
                && key.name()
                        .equals(NodeMatcher.of(steps.getFirst().test(), scope.module())
                                .name());
    }

    private static boolean isInteger(XSchema key) {
        return switch (requireNonNull(key.type()).resolved().base()) {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> true;
            default -> false;
        };
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
