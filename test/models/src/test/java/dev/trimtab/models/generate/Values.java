package dev.trimtab.models.generate;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import dev.trimtab.core.model.InvalidValueException;
import dev.trimtab.core.model.SchemaNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.Decimal64;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.IdentitySchemaNode;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.stmt.ModuleEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.type.BinaryTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BitsTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BooleanTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.DecimalTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EmptyTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EnumTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.IdentityrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Int64TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LengthRestrictedTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.ModifierKind;
import org.opendaylight.yangtools.yang.model.api.type.PatternConstraint;
import org.opendaylight.yangtools.yang.model.api.type.RangeRestrictedTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.StringTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.Uint64TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;

/** Values of every type but those that refer to other data, as JSON scalars in canonical form. */
final class Values {
    /** Texts of the shapes that patterns ask for most, for those that {@link PatternText} does not meet. */
    private static final List<String> SHAPES = List.of(
            "a",
            "b",
            "1",
            "10",
            "192.0.2.1",
            "192.0.2.0/24",
            "2001:db8::1",
            "2001:db8::/32",
            "02:00:00:00:00:01",
            "2026-01-01T00:00:00Z",
            "2026-01-01",
            "10:20",
            "00:00:00",
            "65000:1",
            "example.org",
            "0/0/1",
            "1.1",
            "aa:bb",
            "any",
            "10..20",
            "http://example.org/a",
            "user@example.org",
            "ab",
            "abc",
            "0A",
            "00",
            "12345678",
            "/",
            "::1",
            "fe80::1",
            "10.0.0.0/8",
            "::/0");

    /** Addresses and times of RFC 6991: libyang has code for them that takes less than the patterns do. */
    private static final Set<String> PARSED = Set.of(
            "ip-address", "ipv4-address", "ipv6-address", "ip-prefix", "ipv4-prefix", "ipv6-prefix", "date-and-time");

    /** Expressions over a schema (RFC 6991, RFC 8341), of which libyang takes only those that its modules can resolve. */
    private static final Set<String> EXPRESSIONS =
            Set.of("xpath1.0", "node-instance-identifier", "schema-nodeid", "instance-identifier");

    private static final int TRIES = 20;
    private static final int SMALL = 6;
    private static final int LENGTH_MAX = 40;

    private final EffectiveModelContext schema;
    private final Dice dice;

    Values(EffectiveModelContext schema, Dice dice) {
        this.schema = schema;
        this.dice = dice;
    }

    /** A value of {@code type}; null if none is found, or if it is a reference. */
    @Nullable Object draw(TypeDefinition<?> type, SchemaNode leaf) {
        return switch (type) {
            case DecimalTypeDefinition decimal -> decimal(decimal);
            case RangeRestrictedTypeDefinition<?, ?> number -> integer(number);
            case StringTypeDefinition string -> string(string);
            case BooleanTypeDefinition _ -> dice.chance(50);
            case EmptyTypeDefinition _ -> Json.EMPTY;
            case BinaryTypeDefinition binary -> binary(binary);
            case EnumTypeDefinition names -> dice.one(names.getValues()).getName();
            case BitsTypeDefinition bits -> bits(bits);
            case IdentityrefTypeDefinition identityref -> identity(identityref, leaf);
            case UnionTypeDefinition union -> draw(dice.one(union.getTypes()), leaf);
            default -> null;
        };
    }

    /** An object for {@code anydata} or {@code anyxml}, its names of no module. */
    Object anything() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = dice.below(3); i >= 0; i--) {
            members.put("m" + i, dice.chance(20) ? anything() : dice.chance(20) ? List.of(unquoted(), 1L) : unquoted());
        }
        return members;
    }

    /** libyang prints a quote in anydata without its escape. */
    private String unquoted() {
        return plain(2).replace('"', '-');
    }

    private @Nullable Object integer(RangeRestrictedTypeDefinition<?, ?> type) {
        RangeSet<?> ranges = type.getRangeConstraint()
                .<RangeSet<?>>map(constraint -> constraint.getAllowedRanges())
                .orElseThrow();
        Range<?> range = dice.one(List.copyOf(ranges.asRanges()));
        BigInteger value = between(
                new BigInteger(range.lowerEndpoint().toString()),
                new BigInteger(range.upperEndpoint().toString()));
        boolean wide = type instanceof Int64TypeDefinition || type instanceof Uint64TypeDefinition;
        return wide ? value.toString() : (Object) value.longValueExact();
    }

    /** Mostly small numbers, so that they meet, now and then a bound. */
    private BigInteger between(BigInteger least, BigInteger most) {
        return switch (dice.below(8)) {
            case 0 -> least;
            case 1 -> most;
            default -> {
                BigInteger start = least.signum() <= 0 && most.signum() >= 0 ? BigInteger.ZERO : least;
                yield start.add(BigInteger.valueOf(dice.below(SMALL))).min(most);
            }
        };
    }

    private Object decimal(DecimalTypeDefinition type) {
        int digits = type.getFractionDigits();
        BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
        if (type.getRangeConstraint().isPresent()) {
            Range<Decimal64> range = dice.one(List.copyOf(
                    type.getRangeConstraint().get().getAllowedRanges().asRanges()));
            least = unscaled(range.lowerEndpoint(), digits);
            most = unscaled(range.upperEndpoint(), digits);
        }
        BigDecimal value = new BigDecimal(between(least, most), digits).stripTrailingZeros();
        return (value.scale() < 1 ? value.setScale(1) : value).toPlainString();
    }

    private static BigInteger unscaled(Decimal64 bound, int digits) {
        return new BigDecimal(bound.toString()).setScale(digits).unscaledValue();
    }

    private @Nullable Object string(StringTypeDefinition type) {
        List<PatternConstraint> patterns = patterns(type);
        boolean standard = isNamed(type, PARSED);
        if (isNamed(type, EXPRESSIONS)) {
            return null;
        }
        for (int i = 0; i < TRIES; i++) {
            String text = i < TRIES / 2 && !standard ? guess(type, patterns) : dice.one(SHAPES);
            if (text != null && fits(type, patterns, text)) {
                return text;
            }
        }
        return null;
    }

    /** Those of the type and of every type it is derived from: all apply (RFC 7950 section 9.4.5). */
    private static List<PatternConstraint> patterns(StringTypeDefinition type) {
        List<PatternConstraint> all = new ArrayList<>();
        for (StringTypeDefinition each = type; each != null; each = each.getBaseType()) {
            all.addAll(each.getPatternConstraints());
        }
        return all;
    }

    private static boolean isNamed(StringTypeDefinition type, Set<String> names) {
        for (StringTypeDefinition each = type; each != null; each = each.getBaseType()) {
            if (names.contains(each.getQName().getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String guess(StringTypeDefinition type, List<PatternConstraint> patterns) {
        for (PatternConstraint pattern : patterns) {
            if (pattern.getModifier().orElse(null) != ModifierKind.INVERT_MATCH) {
                try {
                    return PatternText.draw(pattern.getRegularExpressionString(), dice);
                } catch (IllegalArgumentException _) {
                    return null; // beyond us: the shapes are tried
                }
            }
        }
        return plain(length(type));
    }

    private String plain(int length) {
        String letters = dice.chance(90) ? "abc" : "aZ9 .-_/[]='\"é\u00df\u2192\uD83D\uDE00";
        return dice.random()
                .ints(length, 0, letters.codePointCount(0, letters.length()))
                .mapToObj(i -> Character.toString(letters.codePointAt(letters.offsetByCodePoints(0, i))))
                .collect(Collectors.joining());
    }

    private int length(LengthRestrictedTypeDefinition<?> type) {
        if (type.getLengthConstraint().isEmpty()) {
            return dice.between(0, 2);
        }
        Range<Integer> range = dice.one(
                List.copyOf(type.getLengthConstraint().get().getAllowedRanges().asRanges()));
        int least = range.lowerEndpoint();
        return dice.between(least, Math.max(least, Math.min(range.upperEndpoint(), Math.min(least + 2, LENGTH_MAX))));
    }

    private static boolean fits(StringTypeDefinition type, List<PatternConstraint> patterns, String text) {
        int characters = text.codePointCount(0, text.length());
        return patterns.stream()
                        .allMatch(pattern -> text.matches(pattern.getJavaPatternString())
                                != (pattern.getModifier().orElse(null) == ModifierKind.INVERT_MATCH))
                && type.getLengthConstraint()
                        .map(length -> length.getAllowedRanges().contains(characters))
                        .orElse(true);
    }

    private Object binary(BinaryTypeDefinition type) {
        byte[] octets = new byte[length(type)];
        dice.random().nextBytes(octets);
        return Base64.getEncoder().encodeToString(octets);
    }

    private Object bits(BitsTypeDefinition type) {
        List<String> names = new ArrayList<>();
        type.getBits().stream()
                .sorted((a, b) -> a.getPosition().compareTo(b.getPosition()))
                .filter(_ -> dice.chance(40))
                .forEach(bit -> names.add(bit.getName()));
        return String.join(" ", names);
    }

    private @Nullable Object identity(IdentityrefTypeDefinition type, SchemaNode leaf) {
        Set<IdentitySchemaNode> common = null;
        for (IdentitySchemaNode base : type.getIdentities()) {
            Set<IdentitySchemaNode> derived = new LinkedHashSet<>();
            addDerived(base, derived);
            if (common == null) {
                common = derived;
            } else {
                common.retainAll(derived);
            }
        }
        List<String> names = common == null
                ? List.of()
                : common.stream()
                        .map(this::qualified)
                        .filter(name -> takes(leaf, name))
                        .sorted()
                        .toList();
        return names.isEmpty() ? null : dice.one(names);
    }

    private static boolean takes(SchemaNode leaf, String name) {
        try {
            leaf.type().parse(name);
            return true;
        } catch (InvalidValueException _) {
            return false;
        }
    }

    private void addDerived(IdentitySchemaNode base, Set<IdentitySchemaNode> found) {
        for (IdentitySchemaNode identity : schema.getDerivedIdentities(base)) {
            if (found.add(identity)) {
                addDerived(identity, found);
            }
        }
    }

    private String qualified(IdentitySchemaNode identity) {
        ModuleEffectiveStatement module =
                schema.findModuleStatement(identity.getQName().getModule()).orElseThrow();
        return module.argument().getLocalName() + ":" + identity.getQName().getLocalName();
    }
}
