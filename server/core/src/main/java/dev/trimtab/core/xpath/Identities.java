package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.Expression;
import dev.trimtab.core.model.DerivedIdentities;
import dev.trimtab.core.model.LeafType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.IdentitySchemaNode;

/** The model's identities, as expressions name them: with the prefixes of the module they are written in. Thread-safe. */
final class Identities {
    private final EffectiveModelContext model;
    private final Map<QName, Set<QName>> derived = new ConcurrentHashMap<>();

    Identities(EffectiveModelContext model) {
        this.model = model;
    }

    /** The identity that a text names, with or without a prefix; null if there is none, or the prefix is not known. */
    @Nullable IdentitySchemaNode find(String text, Scope scope) {
        QNameModule module = module(text, scope);
        String name = text.substring(text.indexOf(':') + 1);
        return module == null
                ? null
                : model.findModule(module)
                        .flatMap(found -> found.getIdentities().stream()
                                .filter(identity ->
                                        identity.getQName().getLocalName().equals(name))
                                .findFirst())
                        .orElse(null);
    }

    /** Whether a text that should name an identity has a prefix of its module, or none. */
    static boolean isPrefixKnown(String text, Scope scope) {
        return module(text, scope) != null;
    }

    private static @Nullable QNameModule module(String text, Scope scope) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return scope.module();
        }
        return scope.source() == null ? null : scope.source().module(text.substring(0, colon));
    }

    /** The identity and all that are derived from it, in however many steps. */
    Set<QName> withDerived(IdentitySchemaNode base) {
        return derived.computeIfAbsent(base.getQName(), _ -> {
            Set<QName> found = new HashSet<>();
            found.add(base.getQName());
            DerivedIdentities.of(model, base).forEach(each -> found.add(each.getQName()));
            return Set.copyOf(found);
        });
    }

    /**
     * One side of a comparison. A literal that is compared with identityrefs has the prefix of the module it is written in:
     * it is put into the canonical form of their values. A literal that names none of their values stays as it is.
     */
    Expr comparable(Expr side, Expression written, Typed otherSide, Scope scope) {
        boolean withIdentities = !otherSide.places().isEmpty()
                && otherSide.places().stream().allMatch(place -> isIdentityref(place.schema()));
        if (!withIdentities || !(written instanceof Expression.Literal(String text))) {
            return side;
        }
        LeafType type = otherSide.places().iterator().next().schema().node().type();
        IdentitySchemaNode identity = find(text, scope);
        return identity != null && isValueOf(type, identity.getQName())
                ? ExprCompiler.literal(type.canonical(identity.getQName()))
                : side;
    }

    /** False also for what is derived in a module that is only imported from: it is no value there. */
    private boolean isValueOf(LeafType type, QName identity) {
        return model.findModule(identity.getModule())
                .filter(module -> type.takes(module.getName() + ":" + identity.getLocalName()))
                .isPresent();
    }

    private static boolean isIdentityref(XSchema schema) {
        LeafType type = schema.type();
        return type != null && type.resolved().base() == LeafType.Base.IDENTITYREF;
    }
}
