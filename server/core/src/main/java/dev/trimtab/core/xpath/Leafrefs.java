package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.AxisName;
import dev.trimtab.core.expression.Expression;
import dev.trimtab.core.expression.NodeTest;
import dev.trimtab.core.expression.Operator;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yangtools.yang.common.AbstractQName;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.PathExpression;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.xpath.api.YangBinaryExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangFunctionCallExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath;
import org.opendaylight.yangtools.yang.xpath.api.YangPathExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangQNameExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathAxis;

/**
 * Turns a leafref's path, whose small grammar yangtools parses itself, into an expression for the instances that the leafref's
 * value refers to. Source: RFC 7950 section 9.9.2.
 *
 * <p>{@code ../device/name} becomes {@code ../device[name = current()]/name[. = current()]}: the predicate on the list, where
 * the target is a key, is what lets the entry be looked up and not searched for.
 */
final class Leafrefs {
    private Leafrefs() {}

    static boolean isLeafref(XSchema schema) {
        return schema.type() != null && schema.type().definition() instanceof LeafrefTypeDefinition;
    }

    static LeafrefTypeDefinition typeOf(XSchema leafref) {
        return (LeafrefTypeDefinition) leafref.node().type().definition();
    }

    /** The expression, for a context node that has a value of {@code type}. */
    static Expression targets(LeafrefTypeDefinition type) {
        return switch (type.getPathStatement().getSteps()) {
            case PathExpression.LocationPathSteps path -> {
                YangLocationPath location = path.getLocationPath();
                yield new Expression.Path(origin(location), narrowed(steps(location)));
            }
            case PathExpression.DerefSteps deref -> {
                var argument = path(deref.getDerefArgument());
                var call = new Expression.Call("deref", List.of(argument), 1);
                yield new Expression.Continued(call, narrowed(steps(deref.getRelativePath())), 1);
            }
            default -> throw new UnsupportedXPathException("the form of the path");
        };
    }

    private static List<Expression.Step> narrowed(List<Expression.Step> steps) {
        List<Expression.Step> all = new ArrayList<>(steps);
        int last = all.size() - 1;
        if (last < 0 || !(all.get(last).test() instanceof NodeTest.Named target)) {
            return all;
        }
        all.set(last, all.get(last).with(equalsCurrent(Expression.self())));
        if (last > 0 && all.get(last - 1).axis() == AxisName.CHILD) {
            all.set(last - 1, all.get(last - 1).with(equalsCurrent(Expression.child(target))));
        }
        return all;
    }

    private static Expression equalsCurrent(Expression path) {
        return new Expression.Binary(Operator.EQUAL, path, Expression.current());
    }

    private static Expression.Path path(YangLocationPath path) {
        return new Expression.Path(origin(path), steps(path));
    }

    private static Expression.Origin origin(YangLocationPath path) {
        return path.isAbsolute() ? Expression.Origin.ROOT : Expression.Origin.CONTEXT;
    }

    private static List<Expression.Step> steps(YangLocationPath path) {
        return path.getSteps().stream().map(Leafrefs::step).toList();
    }

    private static Expression.Step step(YangLocationPath.Step step) {
        if (step instanceof YangLocationPath.QNameStep named && named.getAxis() == YangXPathAxis.CHILD) {
            List<Expression> predicates =
                    named.getPredicates().stream().map(Leafrefs::expression).toList();
            return new Expression.Step(AxisName.CHILD, name(named.getQName()), predicates, 1);
        }
        if (step.getAxis() == YangXPathAxis.PARENT) {
            return new Expression.Step(AxisName.PARENT, NodeTest.Kind.NODE, List.of(), 1);
        }
        throw new UnsupportedXPathException("the step '" + step + "' in the path of a leafref");
    }

    private static NodeTest.Named name(AbstractQName name) {
        return new NodeTest.Named(name instanceof QName bound ? bound.getModule() : null, name.getLocalName());
    }

    /** A predicate, or a part of one: {@code key = current()/path}. */
    private static Expression expression(YangExpr expr) {
        return switch (expr) {
            case YangBinaryExpr equality ->
                new Expression.Binary(
                        Operator.EQUAL, expression(equality.getLeftExpr()), expression(equality.getRightExpr()));
            case YangQNameExpr key -> Expression.child(name(key.getQName()));
            case YangLocationPath path -> path(path);
            case YangFunctionCallExpr _ -> Expression.current();
            case YangPathExpr path -> {
                Expression start = expression(path.getFilterExpr());
                yield path.getLocationPath()
                        .<Expression>map(steps -> new Expression.Continued(start, steps(steps), 1))
                        .orElse(start);
            }
            default -> throw new UnsupportedXPathException("'" + expr + "' in the path of a leafref");
        };
    }
}
