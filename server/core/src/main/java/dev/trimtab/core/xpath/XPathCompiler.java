package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.BoundExpression;
import dev.trimtab.model.XPathExtension;
import java.util.Set;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.xpath.api.YangXPathExpression;

/**
 * Compiles the expressions of one model. Every method throws {@link UnsupportedXPathException} for what the evaluator does not
 * have, and for extensions that the model does not name.
 */
public final class XPathCompiler {
    private final ExprCompiler exprs;

    /** @param extensions what the model's expressions may use beyond the standards */
    public XPathCompiler(EffectiveModelContext model, Set<XPathExtension> extensions) {
        this.exprs = new ExprCompiler(new Identities(model), new Extensions(extensions));
    }

    /**
     * Compiles an expression for instances of {@code context}.
     *
     * @param expression what a model that {@code LoadedModel} loaded has in a statement
     * @param module what names without a prefix belong to
     */
    public XPath compile(YangXPathExpression.QualifiedBound expression, QNameModule module, XSchema context) {
        Reads reads = newReads();
        return xpath(compile(bound(expression), module, Place.at(context), reads), reads);
    }

    /** Our own parser made every expression of a loaded model. */
    static BoundExpression bound(YangXPathExpression.QualifiedBound expression) {
        return (BoundExpression) expression;
    }

    /** Compiles what {@code when} says of {@code node}; the result takes the node, also where its parent is the context. */
    public XPath when(When when, XSchema node) {
        Reads reads = newReads();
        Expr expr = compile(when, Place.at(node), reads);
        return new XPath(each -> expr.asBoolean(Context.start(contextOf(when, each))), reads.toDependencies());
    }

    /** Compiles whether the instance exists that a value of {@code type}, the leaf's or a member of its union, refers to. */
    public XPath leafref(XSchema leaf, LeafrefTypeDefinition type) {
        Reads reads = newReads();
        Typed targets = exprs.leafrefTargets(Place.at(leaf), type, reads);
        if (targets.places().isEmpty()) {
            throw new UnsupportedXPathException("it leads to no configuration node");
        }
        return xpath(targets.expr(), reads);
    }

    /** What the existence of instances of {@code node} depends on where nothing is stored for them, or for nodes around them. */
    public XPath.Dependencies existence(XSchema node) {
        Reads reads = newReads();
        for (Place at = Place.at(node); at != null; at = at.up()) {
            if (at.schema().canBeImplicit()) {
                conditions(at, reads);
            }
        }
        return reads.toDependencies();
    }

    /** What the conditions on a child of {@code parent} depend on, for an instance of the parent. */
    public XPath.Dependencies conditionsOfChild(XSchema parent, XSchema child) {
        Reads reads = newReads();
        conditions(Place.at(parent).child(child), reads);
        return reads.toDependencies();
    }

    private static XPath xpath(Expr expr, Reads reads) {
        return new XPath(node -> expr.asBoolean(Context.start(node)), reads.toDependencies());
    }

    private Reads newReads() {
        return new Reads(this::conditions);
    }

    private void conditions(Place place, Reads reads) {
        place.schema().whens().forEach(when -> compile(when, place, reads));
    }

    private Expr compile(When when, Place place, Reads reads) {
        Place up = place.up();
        Place context = when.onParent() && up != null ? up : place;
        return compile(when.expression(), when.module(), context, reads);
    }

    private Expr compile(BoundExpression source, QNameModule module, Place at, Reads reads) {
        var scope = new Scope(source, module, Set.of(at), Set.of(at), reads);
        return exprs.compile(source.root(), scope).expr();
    }

    private static XNode contextOf(When when, XNode node) {
        XNode parent = node.parent();
        return when.onParent() && parent != null ? parent : node;
    }
}
