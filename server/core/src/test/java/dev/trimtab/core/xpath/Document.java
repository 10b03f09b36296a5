package dev.trimtab.core.xpath;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trimtab.core.expression.BoundExpression;
import dev.trimtab.core.expression.BoundExpressionFactory;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.XPathExtension;
import dev.trimtab.model.YangSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.xpath.XPathExpressionException;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.common.YangNamespaceContext;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathMathMode;

/**
 * A document of a model of one module, {@code inline} with the prefix {@code i}, to evaluate expressions on.
 *
 * @param root the root of its tree
 */
record Document(LoadedModel model, XNode root) {

    /** The prefixes of the module. */
    private record Prefixes(Map<String, QNameModule> modules) implements YangNamespaceContext {
        @Override
        public @Nullable QNameModule namespaceForPrefix(String prefix) {
            return modules.get(prefix);
        }

        @Override
        public @Nullable String prefixForNamespace(QNameModule namespace) {
            return modules.containsValue(namespace) ? "i" : null;
        }
    }

    /** @param json with single quotes and names without a module */
    static Document of(String statements, String json) {
        return of(statements, json, XTree.STEPS_MAX);
    }

    static Document of(String statements, String json, int stepsMax) {
        String text = "module inline { yang-version 1.1; namespace 'urn:inline'; prefix i; " + statements + " }";
        var source = new YangSource("inline.yang", text, true);
        var model = LoadedModel.load(new ModelDescription(new ModelId("inline", "1.0.0"), "inline", List.of(source)));
        byte[] octets = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        var decoded = JsonReader.read(model, Instance.root(model), octets, false);
        assertThat(decoded.violations()).isEmpty();
        XSchema schema = XSchemaBuilder.build(model.root(), model.schema());
        var tree = new XTree(schema, requireNonNull(decoded.node()), stepsMax);
        return new Document(model, tree.root());
    }

    QNameModule module() {
        return root.schema().children().iterator().next().name().getModule();
    }

    /** The first node that an absolute path leads to. */
    XNode at(String path) {
        return DocumentOrder.first(nodes(path, root));
    }

    @SuppressWarnings("unchecked") // a node-set is a list of nodes
    List<XNode> nodes(String expression, XNode context) {
        return (List<XNode>) value(expression, context);
    }

    /** A boolean, number, string or list of nodes. */
    Object value(String expression, XNode context, XPathExtension... extensions) {
        return value(compile(expression, context, new Reads((_, _) -> {}), extensions), context);
    }

    static Object value(Expr expr, XNode context) {
        context.tree().beginEvaluation();
        var start = Context.start(context);
        return switch (expr) {
            case Expr.OfBoolean truth -> truth.asBoolean(start);
            case Expr.OfNumber number -> number.asNumber(start);
            case Expr.OfText text -> text.asText(start);
            case Expr.OfNodes nodes -> nodes.select(start);
        };
    }

    Expr compile(String expression, XNode context, Reads reads, XPathExtension... extensions) {
        var compiler = new ExprCompiler(new Identities(model.schema()), new Extensions(Set.of(extensions)));
        var place = Place.at(context.schema());
        BoundExpression bound = bind(expression, module());
        var scope = new Scope(bound, module(), Set.of(place), Set.of(place), reads);
        return compiler.compile(bound.root(), scope).expr();
    }

    /** Parses an expression where {@code i} is the prefix of a module. */
    static BoundExpression bind(String expression, QNameModule module) {
        var prefixes = new Prefixes(Map.of("i", module));
        try {
            return (BoundExpression) new BoundExpressionFactory()
                    .newParser(YangXPathMathMode.IEEE754, prefixes)
                    .parseExpression(expression);
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
