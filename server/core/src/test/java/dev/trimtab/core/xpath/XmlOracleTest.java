package dev.trimtab.core.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What XPath 1.0 says without YANG: every value is the one that the JDK's evaluator gives on the same tree as XML. */
class XmlOracleTest {
    private static final int EXPRESSIONS = 4000;
    private static final Document DOCUMENT = Document.of("""
            container c {
              leaf n { type uint8; } leaf s { type string; } leaf e { type string; }
              leaf-list m { type int8; ordered-by user; }
              list l { key k; ordered-by user; leaf k { type string; } leaf v { type int8; }
                container p { leaf q { type decimal64 { fraction-digits 2; } } }
                list l { key k; ordered-by user; leaf k { type string; } } }
              leaf none { type string; }
            }""", """
            {'c':{'n':7,'s':' a  b ','e':'','m':[3,-1,7],
            'l':[{'k':'x','v':1,'p':{'q':'1.50'},'l':[{'k':'y'},{'k':'7'}]},{'k':'y','v':2},{'k':'7','v':-3,'p':{'q':'7.0'}}]}}""");

    private enum Type {
        TRUTH,
        NUMBER,
        TEXT,
        NODES,
        EMPTY_SET
    }

    @DisplayName("YV-25: the core functions and every expression of XPath 1.0 are as the JDK evaluates them")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void valueIsThatOfTheOracle(long seed) throws ParserConfigurationException, XPathExpressionException {
        var expressions = new RandomExpressions(new Random(seed));
        var oracle = new XmlOracle(DOCUMENT.root());
        List<XNode> contexts = Stream.of("/c", "/c/l", "/c/l[2]/v", "/c/l[1]/l[1]", "/c/m[2]", "/c/s/text()")
                .map(DOCUMENT::at)
                .toList();
        Map<Type, Integer> met = new EnumMap<>(Type.class);

        for (int i = 0; i < EXPRESSIONS; i++) {
            String expression = expressions.next();
            XNode context = contexts.get(i % contexts.size());
            Object value = DOCUMENT.value(expression, context);
            assertSame(value, oracle.value(expression, context, value), oracle, expression, context);
            met.merge(type(value), 1, Integer::sum);
        }
        assertThat(met.keySet()).as("seed %d gave values of every type", seed).containsExactly(Type.values());
    }

    private static void assertSame(Object value, Object expected, XmlOracle oracle, String expression, XNode context) {
        String at = "%s on %s".formatted(expression, context);
        if (value instanceof Double number) {
            Double sameZero = number + 0.0;
            assertThat(sameZero).as(at).isEqualTo(Double.valueOf((Double) expected + 0.0));
        } else if (value instanceof List<?>) {
            List<XNode> nodes = DOCUMENT.nodes(expression, context);
            assertThat(nodes).as(at).doesNotHaveDuplicates();
            assertThat(oracle.of(DocumentOrder.sorted(nodes))).as(at).isEqualTo(expected);
            assertThat(DOCUMENT.value("count(" + expression + ")", context))
                    .as(at)
                    .isEqualTo((double) nodes.size());
            assertThat(DOCUMENT.value("boolean(" + expression + ")", context))
                    .as(at)
                    .isEqualTo(!nodes.isEmpty());
            assertThat(new HashSet<>(nodes)).as(at).hasSameSizeAs(nodes);
        } else {
            assertThat(value).as(at).isEqualTo(expected);
        }
    }

    private static Type type(Object value) {
        return switch (value) {
            case Boolean _ -> Type.TRUTH;
            case Double _ -> Type.NUMBER;
            case String _ -> Type.TEXT;
            default -> ((List<?>) value).isEmpty() ? Type.EMPTY_SET : Type.NODES;
        };
    }
}
