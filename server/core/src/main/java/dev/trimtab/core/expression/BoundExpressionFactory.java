package dev.trimtab.core.expression;

import javax.xml.xpath.XPathExpressionException;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.common.YangNamespaceContext;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathMathMode;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathParser;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathParserFactory;

/** Lets yangtools parse the expressions of a module with {@link XPathParser}; thread-safe. */
public final class BoundExpressionFactory implements YangXPathParserFactory {

    @Override
    public YangXPathParser.QualifiedBound newParser(YangXPathMathMode mode, YangNamespaceContext prefixes) {
        return text -> parse(text, prefixes);
    }

    /** @throws UnsupportedOperationException always: a statement is always written in a module, which has prefixes */
    @Override
    public YangXPathParser newParser(YangXPathMathMode mode) {
        throw new UnsupportedOperationException("an expression without prefixes");
    }

    /** @throws UnsupportedOperationException always: what a name without a prefix belongs to depends on where it is used */
    @Override
    public YangXPathParser.UnqualifiedBound newParser(
            YangXPathMathMode mode, YangNamespaceContext prefixes, QNameModule module) {
        throw new UnsupportedOperationException("an expression bound to a module");
    }

    private static BoundExpression parse(String text, YangNamespaceContext prefixes) throws XPathExpressionException {
        try {
            return new BoundExpression(text, XPathParser.parse(text, prefixes::namespaceForPrefix), prefixes);
        } catch (XPathSyntaxException e) {
            throw new XPathExpressionException("'" + text + "': " + e.getMessage());
        }
    }
}
