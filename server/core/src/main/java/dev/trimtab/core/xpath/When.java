package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.BoundExpression;
import org.opendaylight.yangtools.yang.common.QNameModule;

/**
 * A {@code when} that decides whether a data node may exist: its own, or one of a choice, case, augment or uses around it.
 *
 * @param expression the expression
 * @param module what names without a prefix belong to
 * @param onParent true where the context node is the node's parent: the nearest data node around a choice, case, augment or uses
 */
public record When(BoundExpression expression, QNameModule module, boolean onParent) {

    /** The expression as it is written. */
    public String text() {
        return expression.text();
    }
}
