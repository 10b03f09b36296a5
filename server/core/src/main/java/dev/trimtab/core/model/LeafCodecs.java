package dev.trimtab.core.model;

import dev.trimtab.core.model.LeafType.Base;
import dev.trimtab.core.pattern.XsdPattern;
import dev.trimtab.core.yang.UnionRules;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.IdentitySchemaNode;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.TypedDataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaNodeIdentifier.Absolute;
import org.opendaylight.yangtools.yang.model.api.type.BinaryTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BitsTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BooleanTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.DecimalTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EmptyTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EnumTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.IdentityrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.InstanceIdentifierTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LengthRestrictedTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.ModifierKind;
import org.opendaylight.yangtools.yang.model.api.type.PatternConstraint;
import org.opendaylight.yangtools.yang.model.api.type.RangeRestrictedTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.StringTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;
import org.opendaylight.yangtools.yang.model.util.SchemaInferenceStack;

/** Makes the codec of each type of one model, once for each type. */
final class LeafCodecs {
    private final EffectiveModelContext schema;
    private final ImplementedModules modules;
    private final IdentityHashMap<TypeDefinition<?>, Map<QNameModule, LeafType>> made = new IdentityHashMap<>();
    private final Map<String, XsdPattern> patterns = new HashMap<>();
    private final Set<Absolute> unionsOnTheWay = new HashSet<>();
    private @Nullable SchemaNode root;

    LeafCodecs(EffectiveModelContext schema, ImplementedModules modules) {
        this.schema = schema;
        this.modules = modules;
    }

    void rootIs(SchemaNode theRoot) {
        root = theRoot;
    }

    /**
     * The type of a leaf.
     *
     * @param leafModule the module whose identities need no name of a module
     * @param place the leaf, for leafrefs to begin their way at
     */
    LeafType type(TypeDefinition<?> type, QNameModule leafModule, SchemaInferenceStack place) {
        if (dependsOnPlace(type)) {
            return make(type, leafModule, place);
        }
        Map<QNameModule, LeafType> ofModules = made.computeIfAbsent(type, _ -> new HashMap<>(2));
        LeafType known = ofModules.get(leafModule);
        if (known == null) {
            known = make(type, leafModule, place);
            ofModules.put(leafModule, known);
        }
        return known;
    }

    private static boolean dependsOnPlace(TypeDefinition<?> type) {
        return switch (type) {
            case LeafrefTypeDefinition _ -> true;
            case UnionTypeDefinition union -> union.getTypes().stream().anyMatch(LeafCodecs::dependsOnPlace);
            default -> false;
        };
    }

    private LeafType make(TypeDefinition<?> type, QNameModule leafModule, SchemaInferenceStack place) {
        if (type instanceof LeafrefTypeDefinition leafref) {
            return new LeafType(type, target(leafref, leafModule, place));
        }
        Base base = Bases.of(type);
        if (type instanceof UnionTypeDefinition union) {
            return union(union, leafModule, place);
        }
        LeafCodec codec = switch (type) {
            case RangeRestrictedTypeDefinition<?, ?> number -> number(base, number);
            case StringTypeDefinition string -> string(string);
            case BooleanTypeDefinition _ -> new BooleanCodec();
            case EmptyTypeDefinition _ -> new EmptyCodec();
            case BinaryTypeDefinition binary -> new BinaryCodec(length(binary));
            case EnumTypeDefinition names ->
                new EnumerationCodec(names.getValues().stream()
                        .map(EnumTypeDefinition.EnumPair::getName)
                        .toList());
            case BitsTypeDefinition bits -> bits(bits);
            case IdentityrefTypeDefinition identityref ->
                new IdentityCodec(derived(identityref), modules.name(leafModule));
            case InstanceIdentifierTypeDefinition _ -> new InstanceIdentifierCodec(rootLater());
            default -> throw new IllegalStateException("no such type: " + type);
        };
        return new LeafType(type, base, codec);
    }

    /** @throws OversizedTypeException for one that a value would have to be tried with too many types of */
    private LeafType union(UnionTypeDefinition union, QNameModule leafModule, SchemaInferenceStack place) {
        List<LeafType> members = union.getTypes().stream()
                .map(member -> type(member, leafModule, place))
                .toList();
        var codec = new UnionCodec(members.stream().map(LeafType::codec).toList());
        var type = new LeafType(union, Base.UNION, codec, members);
        if (type.types() > UnionRules.TYPES_MAX) {
            throw new OversizedTypeException(
                    "has a union of more than " + UnionRules.TYPES_MAX + " types, with those that leafrefs lead to");
        }
        return type;
    }

    /**
     * The type of the leaf that a leafref leads to in the end. If that is a union with leafrefs, these begin where it is.
     *
     * @throws IllegalArgumentException for a leafref that leads to no node, or back to itself
     */
    private LeafType target(LeafrefTypeDefinition leafref, QNameModule leafModule, SchemaInferenceStack place) {
        TypeDefinition<?> type = place.resolveLeafref(leafref);
        if (!dependsOnPlace(type)) {
            return type(type, leafModule, place);
        }
        SchemaInferenceStack target = place.copy();
        for (TypeDefinition<?> next = leafref; next instanceof LeafrefTypeDefinition leading; ) {
            target.resolvePathExpression(leading.getPathStatement());
            next = ((TypedDataSchemaNode) target.currentStatement()).getType();
        }
        var at = target.toSchemaNodeIdentifier();
        if (!unionsOnTheWay.add(at)) {
            throw new IllegalArgumentException("the leafref loops back to itself through the union at " + at);
        }
        try {
            return type(type, leafModule, target);
        } finally {
            unionsOnTheWay.remove(at);
        }
    }

    private Supplier<SchemaNode> rootLater() {
        SchemaNode known = root;
        if (known == null) {
            throw new IllegalStateException("the root comes before the types");
        }
        return () -> known;
    }

    private static <N extends Number & Comparable<N>> LeafCodec number(
            Base base, RangeRestrictedTypeDefinition<?, N> type) {
        boolean signed = base == Base.DECIMAL64 || IntegerCodec.isSigned(base);
        Bounds range = type.getRangeConstraint()
                .map(constraint -> Bounds.of("range", constraint.getAllowedRanges(), signed, constraint))
                .orElse(null);
        return type instanceof DecimalTypeDefinition decimal
                ? new DecimalCodec(decimal.getFractionDigits(), range)
                : new IntegerCodec(base, range);
    }

    private static @Nullable Bounds length(LengthRestrictedTypeDefinition<?> type) {
        return type.getLengthConstraint()
                .map(constraint -> Bounds.of("length", constraint.getAllowedRanges(), true, constraint))
                .orElse(null);
    }

    private LeafCodec string(StringTypeDefinition type) {
        return new StringCodec(
                length(type), patterns(type).stream().map(this::rule).toList());
    }

    /** The patterns of the type and of those it is derived from, which yangtools leaves where they were written. */
    private static Set<PatternConstraint> patterns(StringTypeDefinition type) {
        Set<PatternConstraint> patterns = new LinkedHashSet<>();
        for (StringTypeDefinition each = type; each != null; each = each.getBaseType()) {
            patterns.addAll(each.getPatternConstraints());
        }
        return patterns;
    }

    private StringCodec.Rule rule(PatternConstraint constraint) {
        boolean inverted = constraint.getModifier().orElse(null) == ModifierKind.INVERT_MATCH;
        return new StringCodec.Rule(
                patterns.computeIfAbsent(constraint.getRegularExpressionString(), XsdPattern::compile),
                inverted,
                constraint
                        .getErrorMessage()
                        .orElseGet(() -> "the text " + (inverted ? "matches" : "does not match") + " the pattern "
                                + constraint.getRegularExpressionString()),
                constraint.getErrorAppTag().orElse(null));
    }

    private static LeafCodec bits(BitsTypeDefinition type) {
        return new BitsCodec(type.getBits().stream()
                .<BitsTypeDefinition.Bit>map(bit -> bit)
                .sorted(Comparator.comparing(BitsTypeDefinition.Bit::getPosition))
                .map(BitsTypeDefinition.Bit::getName)
                .toList());
    }

    /** The identities derived from all of the type's bases, of implemented modules, each with its module's name. */
    private Map<QName, String> derived(IdentityrefTypeDefinition type) {
        Map<QName, String> common = null;
        for (IdentitySchemaNode base : type.getIdentities()) {
            Map<QName, String> ofBase = new HashMap<>();
            for (IdentitySchemaNode identity : DerivedIdentities.of(schema, base)) {
                QNameModule module = identity.getQName().getModule();
                if (modules.contains(module)) {
                    ofBase.put(identity.getQName(), modules.name(module));
                }
            }
            if (common == null) {
                common = ofBase;
            } else {
                common.keySet().retainAll(ofBase.keySet());
            }
        }
        return common == null ? Map.of() : common;
    }
}
