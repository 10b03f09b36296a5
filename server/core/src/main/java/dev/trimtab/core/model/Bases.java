package dev.trimtab.core.model;

import dev.trimtab.core.model.LeafType.Base;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BinaryTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BitsTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BooleanTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.DecimalTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EmptyTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EnumTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.IdentityrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.InstanceIdentifierTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Int16TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Int32TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Int64TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Int8TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.StringTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Uint16TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Uint32TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Uint64TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Uint8TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;

/** Names yangtools' type definitions in our words. */
final class Bases {
    private Bases() {}

    static Base of(TypeDefinition<?> type) {
        return switch (type) {
            case Int8TypeDefinition _ -> Base.INT8;
            case Int16TypeDefinition _ -> Base.INT16;
            case Int32TypeDefinition _ -> Base.INT32;
            case Int64TypeDefinition _ -> Base.INT64;
            case Uint8TypeDefinition _ -> Base.UINT8;
            case Uint16TypeDefinition _ -> Base.UINT16;
            case Uint32TypeDefinition _ -> Base.UINT32;
            case Uint64TypeDefinition _ -> Base.UINT64;
            case DecimalTypeDefinition _ -> Base.DECIMAL64;
            case StringTypeDefinition _ -> Base.STRING;
            case BooleanTypeDefinition _ -> Base.BOOLEAN;
            case EnumTypeDefinition _ -> Base.ENUMERATION;
            case BitsTypeDefinition _ -> Base.BITS;
            case BinaryTypeDefinition _ -> Base.BINARY;
            case LeafrefTypeDefinition _ -> Base.LEAFREF;
            case IdentityrefTypeDefinition _ -> Base.IDENTITYREF;
            case EmptyTypeDefinition _ -> Base.EMPTY;
            case UnionTypeDefinition _ -> Base.UNION;
            case InstanceIdentifierTypeDefinition _ -> Base.INSTANCE_IDENTIFIER;
            default -> throw new IllegalStateException("no such type: " + type);
        };
    }
}
