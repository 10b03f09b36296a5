package dev.trimtab.core.expression;

import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.common.YangNamespaceContext;
import org.opendaylight.yangtools.yang.common.YangVersion;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLiteralExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLocationPath;
import org.opendaylight.yangtools.yang.xpath.api.YangQNameExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathExpression;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathMathMode;

/**
 * The argument of a {@code must} or {@code when} statement; immutable. yangtools carries it through its schema and never asks
 * what is in it.
 */
public final class BoundExpression implements YangXPathExpression.QualifiedBound {
    private final String text;
    private final Expression root;
    private final YangNamespaceContext prefixes;

    BoundExpression(String text, Expression root, YangNamespaceContext prefixes) {
        this.text = text;
        this.root = root;
        this.prefixes = prefixes;
    }

    /** The expression as it is written. */
    public String text() {
        return text;
    }

    public Expression root() {
        return root;
    }

    /** The module that a prefix stands for where the statement is written; null for a prefix that is not known there. */
    public @Nullable QNameModule module(String prefix) {
        return prefixes.namespaceForPrefix(prefix);
    }

    @Override
    public YangExpr getRootExpr() {
        throw notYangtools();
    }

    @Override
    public YangXPathMathMode getMathMode() {
        return YangXPathMathMode.IEEE754;
    }

    /** Whether the functions of YANG 1.1 are used is nothing that yangtools needs to know. */
    @Override
    public YangVersion getYangVersion() {
        return YangVersion.VERSION_1;
    }

    @Override
    public YangQNameExpr interpretAsQName(YangLiteralExpr expr) {
        throw notYangtools();
    }

    @Override
    public YangLocationPath interpretAsInstanceIdentifier(YangLiteralExpr expr) {
        throw notYangtools();
    }

    private static UnsupportedOperationException notYangtools() {
        return new UnsupportedOperationException("the expression is not of yangtools' parser");
    }

    @Override
    public String toString() {
        return text;
    }
}
