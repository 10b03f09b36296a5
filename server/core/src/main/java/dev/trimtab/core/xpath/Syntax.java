package dev.trimtab.core.xpath;

import java.util.List;
import org.opendaylight.yangtools.yang.xpath.api.YangBinaryExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangFilterExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangFunctionCallExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLiteralExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath;
import org.opendaylight.yangtools.yang.xpath.api.YangNaryExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangNegateExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangPathExpr;

/** Questions about an expression that its text alone answers. */
final class Syntax {
    private Syntax() {}

    /** Whether the expression has the same value for every context node, given the node it all started from. */
    static boolean ignoresContext(YangExpr expr) {
        return switch (expr) {
            case YangLiteralExpr _ -> true;
            case YangLocationPath path -> path.isAbsolute();
            case YangPathExpr path -> ignoresContext(path.getFilterExpr());
            case YangFilterExpr filter -> ignoresContext(filter.getExpr());
            case YangFunctionCallExpr call -> nameOf(call).equals("current");
            default -> false;
        };
    }

    /** Whether the expression asks for the context position or size. */
    static boolean usesPosition(YangExpr expr) {
        return switch (expr) {
            case YangFunctionCallExpr call ->
                List.of("position", "last").contains(nameOf(call))
                        || call.getArguments().stream().anyMatch(Syntax::usesPosition);
            case YangBinaryExpr binary -> usesPosition(binary.getLeftExpr()) || usesPosition(binary.getRightExpr());
            case YangNaryExpr nary -> nary.getExpressions().stream().anyMatch(Syntax::usesPosition);
            case YangNegateExpr negate -> usesPosition(negate.getSubExpr());
            case YangPathExpr path -> usesPosition(path.getFilterExpr());
            case YangFilterExpr filter -> usesPosition(filter.getExpr());
            default -> false;
        };
    }

    static String nameOf(YangFunctionCallExpr call) {
        return call.getName().getLocalName();
    }
}
