package dev.trimtab.core.xpath;

import dev.trimtab.core.model.LeafType;
import java.util.HashSet;
import java.util.Set;
import javax.xml.xpath.XPathExpressionException;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.common.UnresolvedQName;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.IdentitySchemaNode;
import org.opendaylight.yangtools.yang.xpath.api.YangExpr;
import org.opendaylight.yangtools.yang.xpath.api.YangLiteralExpr;

/** The model's identities, as expressions name them: with the prefixes of the module they are written in. */
final class Identities {
    private final EffectiveModelContext model;

    Identities(EffectiveModelContext model) {
        this.model = model;
    }

    /**
     * The identity that a literal names.
     *
     * @throws UnsupportedXPathException when its prefix is not known, or there is no such identity
     */
    IdentitySchemaNode find(YangLiteralExpr literal, Scope scope) {
        QName name = resolve(literal, scope);
        return model.findModule(name.getModule())
                .flatMap(module -> module.getIdentities().stream()
                        .filter(identity -> identity.getQName().equals(name))
                        .findFirst())
                .orElseThrow(() -> new UnsupportedXPathException("no identity '" + literal.getLiteral() + "'"));
    }

    /** The identity and all that are derived from it, in however many steps. */
    Set<QName> withDerived(IdentitySchemaNode base) {
        Set<QName> found = new HashSet<>();
        addDerived(base, found);
        return found;
    }

    private void addDerived(IdentitySchemaNode base, Set<QName> found) {
        if (found.add(base.getQName())) {
            model.getDerivedIdentities(base).forEach(derived -> addDerived(derived, found));
        }
    }

    /**
     * One side of a comparison. A literal that is compared with identityrefs is put into their canonical form, which has the
     * module's name where the literal has a prefix.
     */
    Expr comparable(Expr side, YangExpr expr, Typed otherSide, Scope scope) {
        boolean withIdentities = !otherSide.places().isEmpty()
                && otherSide.places().stream().allMatch(place -> isIdentityref(place.schema()));
        if (!withIdentities || !(expr instanceof YangLiteralExpr literal)) {
            return side;
        }
        QName name = resolve(literal, scope);
        String module = model.findModule(name.getModule())
                .orElseThrow(() -> new UnsupportedXPathException("no module of '" + literal.getLiteral() + "'"))
                .getName();
        return ExprCompiler.literal(module + ":" + name.getLocalName());
    }

    private static boolean isIdentityref(XSchema schema) {
        LeafType type = schema.type();
        return type != null && type.resolved().base() == LeafType.Base.IDENTITYREF;
    }

    private static QName resolve(YangLiteralExpr literal, Scope scope) {
        if (scope.source() == null) {
            throw new UnsupportedXPathException("an identity cannot be named in the path of a leafref");
        }
        try {
            return switch (scope.source().interpretAsQName(literal).getQName()) {
                case QName resolved -> resolved;
                case UnresolvedQName.Unqualified name -> name.bindTo(scope.module());
                default -> throw new UnsupportedXPathException("unknown prefix in '" + literal.getLiteral() + "'");
            };
        } catch (XPathExpressionException e) {
            throw new UnsupportedXPathException("'" + literal.getLiteral() + "' does not name an identity");
        }
    }
}
