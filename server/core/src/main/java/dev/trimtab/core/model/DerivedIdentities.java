package dev.trimtab.core.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.IdentitySchemaNode;

/** Which identities are derived from which. Source: RFC 7950 section 7.18.2. */
public final class DerivedIdentities {
    private DerivedIdentities() {}

    /**
     * All identities that are derived from {@code base}, in however many steps and on however many ways; {@code base} itself is not one of
     * them. Those of modules that are only imported from are among them. Costs what their {@code base} statements are.
     */
    public static Set<IdentitySchemaNode> of(EffectiveModelContext schema, IdentitySchemaNode base) {
        Set<IdentitySchemaNode> derived = new LinkedHashSet<>();
        Deque<IdentitySchemaNode> pending = new ArrayDeque<>();
        pending.add(base);
        while (!pending.isEmpty()) {
            for (IdentitySchemaNode identity : schema.getDerivedIdentities(pending.remove())) {
                if (derived.add(identity)) {
                    pending.add(identity);
                }
            }
        }
        return derived;
    }
}
