package dev.trimtab.core.validation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.RequireInstanceEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaTreeAwareEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.TypeEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.TypedefEffectiveStatement;

/**
 * Reads {@code require-instance} of instance-identifiers, where yangtools 14.0.23 takes {@code false} for the default, out of the
 * statements. Source: RFC 7950 section 9.13: the default is {@code true}.
 */
final class RequireInstance {
    private final EffectiveModelContext model;
    private @Nullable IdentityHashMap<TypeDefinition<?>, TypedefEffectiveStatement> typedefs;

    RequireInstance(EffectiveModelContext model) {
        this.model = model;
    }

    /** The {@code type} of a leaf, or the one that its typedef leads to in the end. */
    TypeEffectiveStatement<?> resolve(TypeEffectiveStatement<?> type) {
        TypedefEffectiveStatement typedef = typedefs().get(type.getTypeDefinition());
        TypeEffectiveStatement<?> next = typedef == null || explicit(type) != null ? null : typeOf(typedef);
        return next == null ? type : resolve(next);
    }

    /** The types of a union, in their order. */
    List<TypeEffectiveStatement<?>> members(TypeEffectiveStatement<?> union) {
        List<TypeEffectiveStatement<?>> members = new ArrayList<>();
        for (EffectiveStatement<?, ?> each : resolve(union).effectiveSubstatements()) {
            if (each instanceof TypeEffectiveStatement<?> member) {
                members.add(member);
            }
        }
        return members;
    }

    boolean isRequired(TypeEffectiveStatement<?> type) {
        Boolean said = explicit(resolve(type));
        return said == null || said;
    }

    private static @Nullable Boolean explicit(TypeEffectiveStatement<?> type) {
        return type.findFirstEffectiveSubstatementArgument(RequireInstanceEffectiveStatement.class)
                .orElse(null);
    }

    /** The {@code type} of a leaf, leaf-list or typedef. */
    static @Nullable TypeEffectiveStatement<?> typeOf(EffectiveStatement<?, ?> statement) {
        for (EffectiveStatement<?, ?> each : statement.effectiveSubstatements()) {
            if (each instanceof TypeEffectiveStatement<?> type) {
                return type;
            }
        }
        return null;
    }

    private IdentityHashMap<TypeDefinition<?>, TypedefEffectiveStatement> typedefs() {
        if (typedefs == null) {
            typedefs = new IdentityHashMap<>();
            model.getModuleStatements().values().forEach(this::collect);
        }
        return typedefs;
    }

    private void collect(EffectiveStatement<?, ?> statement) {
        for (EffectiveStatement<?, ?> each : statement.effectiveSubstatements()) {
            if (each instanceof TypedefEffectiveStatement typedef && typedefs != null) {
                typedefs.put(typedef.getTypeDefinition(), typedef);
            } else if (each
                    instanceof SchemaTreeAwareEffectiveStatement) { // leaves and what they hold are most of a model
                collect(each);
            }
        }
    }
}
