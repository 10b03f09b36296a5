package dev.trimtab.core.model;

import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.util.SchemaInferenceStack;

/** Makes the codec of each type. */
final class LeafCodecs {
    LeafCodecs(EffectiveModelContext schema, ImplementedModules modules) {}

    void rootIs(SchemaNode root) {}

    LeafType type(TypeDefinition<?> type, QNameModule leafModule, SchemaInferenceStack place) {
        if (place.isEmpty()) {
            throw new IllegalStateException("a type has a place");
        }
        throw new UnsupportedOperationException(type + " of " + leafModule);
    }
}
