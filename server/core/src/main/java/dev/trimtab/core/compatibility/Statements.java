package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.SchemaNode;
import java.util.stream.Stream;
import org.opendaylight.yangtools.yang.model.api.EffectiveStatementEquivalent;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;

/** The statements below a node, or below another statement, in yangtools' schema. */
final class Statements {
    private Statements() {}

    static <S extends EffectiveStatement<?, ?>> Stream<S> of(SchemaNode node, Class<S> kind) {
        return node.effective() instanceof EffectiveStatementEquivalent<?> equivalent
                ? of(equivalent.asEffectiveStatement(), kind)
                : Stream.empty();
    }

    static <S extends EffectiveStatement<?, ?>> Stream<S> of(EffectiveStatement<?, ?> parent, Class<S> kind) {
        return parent.streamEffectiveSubstatements(kind);
    }
}
