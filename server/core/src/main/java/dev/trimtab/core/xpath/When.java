package dev.trimtab.core.xpath;

import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathExpression;

/**
 * A {@code when} that decides whether a data node may exist: its own, or one of a choice, case, augment or uses around it.
 *
 * @param text the expression as written
 * @param expression the expression as parsed
 * @param module what names without a prefix belong to
 * @param onParent true where the context node is the node's parent: the nearest data node around a choice, case, augment or uses
 */
public record When(String text, YangXPathExpression.QualifiedBound expression, QNameModule module, boolean onParent) {}
