package dev.trimtab.core.xpath;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The same tree as XML, and the JDK's own XPath on it. */
final class XmlOracle {
    private static final String NAMESPACE = "urn:inline";

    private final org.w3c.dom.Document xml;
    private final Map<XNode, Node> counterparts = new HashMap<>();
    private final javax.xml.xpath.XPath xpath;

    XmlOracle(XNode root) throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        xml = factory.newDocumentBuilder().newDocument();
        counterparts.put(root, xml);
        add(root, xml);
        var xpaths = XPathFactory.newInstance();
        for (String limit :
                List.of("jdk.xml.xpathExprGrpLimit", "jdk.xml.xpathExprOpLimit", "jdk.xml.xpathTotalOpLimit")) {
            xpaths.setProperty(limit, "0"); // none
        }
        xpath = xpaths.newXPath();
        xpath.setNamespaceContext(new OnePrefix());
    }

    private void add(XNode node, Node element) {
        for (XNode child : node.nodesBelow(true, true)) {
            Node made = child.schema().isText()
                    ? xml.createTextNode(child.text())
                    : xml.createElementNS(NAMESPACE, child.schema().name().getLocalName());
            element.appendChild(made);
            counterparts.put(child, made);
            add(child, made);
        }
    }

    /** The nodes of the XML that stand for some of the tree. */
    List<Node> of(List<XNode> nodes) {
        return nodes.stream().map(counterparts::get).toList();
    }

    /** The value, which must be of the same type as {@code like}: a boolean, number, string or list of nodes. */
    Object value(String expression, XNode context, Object like) throws XPathExpressionException {
        Object value = xpath.compile(expression).evaluate(counterparts.get(context), type(like));
        if (!(value instanceof NodeList nodes)) {
            return value;
        }
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
    }

    private static QName type(Object like) {
        return switch (like) {
            case Boolean _ -> XPathConstants.BOOLEAN;
            case Double _ -> XPathConstants.NUMBER;
            case String _ -> XPathConstants.STRING;
            default -> XPathConstants.NODESET;
        };
    }

    private static final class OnePrefix implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return NAMESPACE;
        }

        @Override
        public String getPrefix(String namespace) {
            return "i";
        }

        @Override
        public Iterator<String> getPrefixes(String namespace) {
            return List.of("i").iterator();
        }
    }
}
