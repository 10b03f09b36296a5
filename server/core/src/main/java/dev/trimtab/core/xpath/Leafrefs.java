package dev.trimtab.core.xpath;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.common.UnresolvedQName;
import org.opendaylight.yangtools.yang.common.YangConstants;
import org.opendaylight.yangtools.yang.model.api.PathExpression;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.xpath.api.YangBinaryOperator;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangFunctionCallExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath.QNameStep;
import org.opendaylight.yangtools.yang.xpath.api.YangPathExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathAxis;

/**
 * Turns a leafref's path into an expression for the instances that the leafref's value refers to.
 *
 * <p>{@code ../device/name} becomes {@code ../device[name = current()]/name[. = current()]}: the predicate on the list, where
 * the target is a key, is what lets the entry be looked up and not searched for.
 */
final class Leafrefs {
    private static final YangExpr CURRENT =
            YangFunctionCallExpr.of(QName.create(YangConstants.RFC6020_YIN_MODULE, "current"));

    private Leafrefs() {}

    static boolean isLeafref(XSchema schema) {
        return schema.type() != null && schema.type().definition() instanceof LeafrefTypeDefinition;
    }

    static LeafrefTypeDefinition typeOf(XSchema leafref) {
        return (LeafrefTypeDefinition) leafref.node().type().definition();
    }

    /** The expression, for a context node that has a value of {@code type}. */
    static YangExpr targets(LeafrefTypeDefinition type) {
        return switch (type.getPathStatement().getSteps()) {
            case PathExpression.LocationPathSteps path -> narrowed(path.getLocationPath());
            case PathExpression.DerefSteps deref ->
                YangPathExpr.of(
                        YangFunctionCallExpr.of(
                                QName.create(YangConstants.RFC6020_YIN_MODULE, "deref"), deref.getDerefArgument()),
                        YangLocationPath.relative(
                                narrowed(deref.getRelativePath().getSteps())));
            default -> throw new UnsupportedXPathException("the form of the path");
        };
    }

    private static YangLocationPath narrowed(YangLocationPath path) {
        List<YangLocationPath.Step> steps = narrowed(path.getSteps());
        return path.isAbsolute() ? YangLocationPath.absolute(steps) : YangLocationPath.relative(steps);
    }

    private static List<YangLocationPath.Step> narrowed(List<YangLocationPath.Step> steps) {
        List<YangLocationPath.Step> all = new ArrayList<>(steps);
        int last = all.size() - 1;
        if (last < 0 || !(all.get(last) instanceof QNameStep target)) {
            return all;
        }
        all.set(last, with(target, YangBinaryOperator.EQUALS.exprWith(YangLocationPath.self(), CURRENT)));
        if (last > 0 && all.get(last - 1) instanceof QNameStep list && list.getAxis() == YangXPathAxis.CHILD) {
            YangExpr key = YangLocationPath.relative(named(target, Set.of()));
            all.set(last - 1, with(list, YangBinaryOperator.EQUALS.exprWith(key, CURRENT)));
        }
        return all;
    }

    private static YangLocationPath.Step with(QNameStep step, YangExpr predicate) {
        List<YangExpr> predicates = new ArrayList<>(step.getPredicates());
        predicates.add(predicate);
        return named(step, predicates);
    }

    private static YangLocationPath.Step named(QNameStep step, Collection<YangExpr> predicates) {
        return switch (step.getQName()) {
            case QName name -> step.getAxis().asStep(name, predicates);
            case UnresolvedQName name -> step.getAxis().asStep(name, predicates);
            default -> throw new IllegalStateException("neither resolved nor unresolved: " + step);
        };
    }
}
