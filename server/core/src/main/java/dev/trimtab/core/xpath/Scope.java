package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.BoundExpression;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QNameModule;

/**
 * What a part of an expression is compiled in.
 *
 * @param source the whole expression, which knows its prefixes; null for the path of a leafref
 * @param module what names without a prefix belong to
 * @param context where the context node may lie
 * @param current where the node lies that the whole expression starts from
 * @param reads collects what is read
 */
record Scope(
        @Nullable BoundExpression source, QNameModule module, Set<Place> context, Set<Place> current, Reads reads) {
    /** The same, for a part whose reads are collected apart. */
    Scope reading(Reads others) {
        return new Scope(source, module, context, current, others);
    }

    Scope at(Set<Place> places) {
        return new Scope(source, module, places, current, reads);
    }
}
