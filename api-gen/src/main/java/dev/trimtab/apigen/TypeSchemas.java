package dev.trimtab.apigen;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import dev.trimtab.core.model.LeafType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BinaryTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BitsTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BooleanTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.DecimalTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EmptyTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EnumTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.IdentityrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Int64TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LengthRestrictedTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.ModifierKind;
import org.opendaylight.yangtools.yang.model.api.type.PatternConstraint;
import org.opendaylight.yangtools.yang.model.api.type.RangeRestrictedTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.StringTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Uint64TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;

/** Says a YANG type as a JSON schema, in the JSON form of RFC 7951. What JSON Schema cannot say is in an {@code x-yang-} member. */
final class TypeSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SIGNED = "^-?(?:0|[1-9][0-9]*)$";
    private static final String UNSIGNED = "^(?:0|[1-9][0-9]*)$";
    private static final String DECIMAL = "^-?(?:0|[1-9][0-9]*)\\.[0-9]+$";

    private TypeSchemas() {}

    static ObjectNode of(LeafType type) {
        ObjectNode schema = of(type.resolved().definition());
        if (type.definition() instanceof LeafrefTypeDefinition leafref) {
            schema.put("x-yang-leafref", leafref.getPathStatement().getOriginalString());
        }
        return schema;
    }

    private static ObjectNode of(TypeDefinition<?> type) {
        ObjectNode schema = JSON.objectNode();
        switch (type) {
            case BooleanTypeDefinition _ -> schema.put("type", "boolean");
            case StringTypeDefinition string -> string(string, schema);
            case EnumTypeDefinition enumeration -> enumeration(enumeration, schema);
            case UnionTypeDefinition union -> union(union, schema);
            case Uint64TypeDefinition number -> number64(number, UNSIGNED, schema);
            case Int64TypeDefinition number -> number64(number, SIGNED, schema);
            case DecimalTypeDefinition number -> decimal(number, schema);
            case RangeRestrictedTypeDefinition<?, ?> number -> integer(number, schema);
            case BinaryTypeDefinition binary -> binary(binary, schema);
            case BitsTypeDefinition bits -> bits(bits, schema);
            case IdentityrefTypeDefinition identity -> identity(identity, schema);
            case EmptyTypeDefinition _ -> empty(schema);
            case LeafrefTypeDefinition leafref ->
                schema.put("x-yang-leafref", leafref.getPathStatement().getOriginalString());
            default -> schema.put("type", "string"); // an instance-identifier: a path
        }
        type.getUnits().ifPresent(units -> schema.put("x-yang-units", units));
        return schema;
    }

    private static void string(StringTypeDefinition string, ObjectNode schema) {
        schema.put("type", "string");
        length(string, schema);
        List<ObjectNode> patterns = new ArrayList<>();
        patterns(string).values().forEach(pattern -> pattern(pattern, schema, patterns));
        if (patterns.size() == 1) {
            schema.setAll(patterns.getFirst());
        } else if (!patterns.isEmpty()) {
            schema.putArray("allOf").addAll(patterns);
        }
    }

    /** A type's patterns and those of the types it is derived from, all of which a value matches; each expression once. */
    private static Map<String, PatternConstraint> patterns(StringTypeDefinition string) {
        Map<String, PatternConstraint> patterns = new LinkedHashMap<>();
        for (StringTypeDefinition type = string; type != null; type = type.getBaseType()) {
            type.getPatternConstraints()
                    .forEach(pattern -> patterns.putIfAbsent(pattern.getRegularExpressionString(), pattern));
        }
        return patterns;
    }

    private static void pattern(PatternConstraint pattern, ObjectNode schema, List<ObjectNode> patterns) {
        String xsd = pattern.getRegularExpressionString();
        boolean inverted =
                pattern.getModifier().filter(ModifierKind.INVERT_MATCH::equals).isPresent();
        XsdPattern.toEcma(xsd)
                .map(ecma -> JSON.objectNode().put("pattern", ecma))
                .map(matches -> inverted ? JSON.objectNode().<ObjectNode>set("not", matches) : matches)
                .ifPresentOrElse(
                        patterns::add, () -> schema.withArray("x-yang-pattern").add((inverted ? "not " : "") + xsd));
    }

    /** Of a length with several parts, the outermost bounds; all of it is in {@code x-yang-length}. */
    private static void length(LengthRestrictedTypeDefinition<?> type, ObjectNode schema) {
        type.getLengthConstraint().ifPresent(constraint -> {
            RangeSet<Integer> ranges = constraint.getAllowedRanges();
            Range<Integer> span = ranges.span();
            if (type instanceof StringTypeDefinition) {
                if (span.lowerEndpoint() > 0) {
                    schema.put("minLength", span.lowerEndpoint());
                }
                if (span.upperEndpoint() < Integer.MAX_VALUE) {
                    schema.put("maxLength", span.upperEndpoint());
                }
            }
            if (ranges.asRanges().size() > 1 || !(type instanceof StringTypeDefinition)) {
                schema.put("x-yang-length", text(ranges));
            }
        });
    }

    private static void enumeration(EnumTypeDefinition enumeration, ObjectNode schema) {
        schema.put("type", "string");
        ArrayNode names = schema.putArray("enum");
        enumeration.getValues().forEach(value -> names.add(value.getName()));
    }

    private static void union(UnionTypeDefinition union, ObjectNode schema) {
        ArrayNode members = schema.putArray("anyOf");
        union.getTypes().forEach(member -> members.add(of(member)));
    }

    /** RFC 7951 section 6.1: 64-bit numbers are strings, for many a reader's numbers hold 53 bits only. */
    private static void number64(RangeRestrictedTypeDefinition<?, ?> number, String pattern, ObjectNode schema) {
        schema.put("type", "string").put("pattern", pattern);
        schema.put("x-yang-type", number instanceof Uint64TypeDefinition ? "uint64" : "int64");
        number.getRangeConstraint()
                .ifPresent(constraint -> schema.put("x-yang-range", text(constraint.getAllowedRanges())));
    }

    private static void decimal(DecimalTypeDefinition number, ObjectNode schema) {
        schema.put("type", "string").put("pattern", DECIMAL);
        schema.put("x-yang-type", "decimal64").put("x-yang-fraction-digits", number.getFractionDigits());
        number.getRangeConstraint()
                .ifPresent(constraint -> schema.put("x-yang-range", text(constraint.getAllowedRanges())));
    }

    private static void integer(RangeRestrictedTypeDefinition<?, ?> number, ObjectNode schema) {
        schema.put("type", "integer");
        number.getRangeConstraint().ifPresent(constraint -> {
            RangeSet<?> ranges = constraint.getAllowedRanges();
            bounds(ranges.span(), schema);
            if (ranges.asRanges().size() > 1) {
                ArrayNode parts = schema.putArray("anyOf");
                ranges.asRanges().forEach(range -> bounds(range, parts.addObject()));
            }
        });
    }

    private static void bounds(Range<?> range, ObjectNode schema) {
        schema.put("minimum", new BigDecimal(range.lowerEndpoint().toString()));
        schema.put("maximum", new BigDecimal(range.upperEndpoint().toString()));
    }

    private static void binary(BinaryTypeDefinition binary, ObjectNode schema) {
        schema.put("type", "string").put("contentEncoding", "base64");
        length(binary, schema);
    }

    private static void bits(BitsTypeDefinition bits, ObjectNode schema) {
        String names =
                bits.getBits().stream().map(BitsTypeDefinition.Bit::getName).collect(Collectors.joining(" "));
        schema.put("type", "string").put("x-yang-bits", names);
    }

    private static void identity(IdentityrefTypeDefinition identity, ObjectNode schema) {
        ArrayNode bases = schema.put("type", "string").putArray("x-yang-base");
        identity.getIdentities().forEach(base -> bases.add(base.getQName().getLocalName()));
    }

    /** RFC 7951 section 6.9: {@code [null]}. */
    private static void empty(ObjectNode schema) {
        schema.put("type", "array").put("minItems", 1).put("maxItems", 1);
        schema.putObject("items").put("type", "null");
    }

    private static String text(RangeSet<?> ranges) {
        return ranges.asRanges().stream()
                .map(range -> range.lowerEndpoint().equals(range.upperEndpoint())
                        ? range.lowerEndpoint().toString()
                        : range.lowerEndpoint() + ".." + range.upperEndpoint())
                .collect(Collectors.joining(" | "));
    }
}
