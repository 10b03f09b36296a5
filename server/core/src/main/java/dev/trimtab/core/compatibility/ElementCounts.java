package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.SchemaNode;
import org.opendaylight.yangtools.yang.model.api.ElementCountConstraint;
import org.opendaylight.yangtools.yang.model.api.ElementCountConstraintAware;

/**
 * How many entries a list or leaf-list may have.
 *
 * @param least 0 if there is no {@code min-elements}
 * @param most the largest number if there is no {@code max-elements}
 */
record ElementCounts(int least, int most) {
    private static final ElementCounts ANY = new ElementCounts(0, Integer.MAX_VALUE);

    static ElementCounts of(SchemaNode node) {
        return node.effective() instanceof ElementCountConstraintAware counted
                ? counted.getElementCountConstraint().map(ElementCounts::of).orElse(ANY)
                : ANY;
    }

    private static ElementCounts of(ElementCountConstraint constraint) {
        Integer least = constraint.getMinElements();
        Integer most = constraint.getMaxElements();
        return new ElementCounts(least == null ? 0 : least, most == null ? Integer.MAX_VALUE : most);
    }

    static String shown(int count) {
        return count == Integer.MAX_VALUE ? "unbounded" : String.valueOf(count);
    }
}
