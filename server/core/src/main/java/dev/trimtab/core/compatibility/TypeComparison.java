package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.LeafType.Base;
import dev.trimtab.core.model.SchemaNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.stmt.RequireInstanceEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.TypeEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.type.BitsTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.DecimalTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EnumTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.IdentityrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LengthRestrictedTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.ModifierKind;
import org.opendaylight.yangtools.yang.model.api.type.PatternConstraint;
import org.opendaylight.yangtools.yang.model.api.type.RangeRestrictedTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.StringTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;

/**
 * Compares the types of two versions of a leaf. More values are no break, fewer are; another built-in type is one, for its values
 * are written otherwise. Names of typedefs do not matter.
 */
final class TypeComparison {
    private final Findings findings;

    TypeComparison(Findings findings) {
        this.findings = findings;
    }

    void compare(SchemaNode old, SchemaNode now) {
        LeafType before = old.type();
        LeafType after = now.type();
        boolean referred = before.base() == Base.LEAFREF;
        boolean refers = after.base() == Base.LEAFREF;
        if (referred && refers) {
            leafref(old, now);
        } else if (refers) {
            findings.breaking(old, "type", "it must refer to an instance of " + LeafrefTargets.of(now) + " now");
        } else if (referred) {
            findings.nonBreaking(
                    old, "type", "it need not refer to an instance of " + LeafrefTargets.of(old) + " any more");
        }
        if (before.base() == Base.INSTANCE_IDENTIFIER && after.base() == Base.INSTANCE_IDENTIFIER) {
            requireInstance(old, now);
        }
        definitions(old, before.resolved().definition(), after.resolved().definition());
    }

    private void leafref(SchemaNode old, SchemaNode now) {
        String before = LeafrefTargets.of(old);
        String after = LeafrefTargets.of(now);
        if (!before.equals(after)) {
            findings.breaking(old, "path", "it referred to " + before + " and refers to " + after);
        }
        requireInstance(old, now);
    }

    private void requireInstance(SchemaNode old, SchemaNode now) {
        boolean required = requiresInstance(old);
        boolean requires = requiresInstance(now);
        if (requires && !required) {
            findings.breaking(old, "require-instance", "what it refers to must exist now");
        } else if (required && !requires) {
            findings.nonBreaking(old, "require-instance", "what it refers to need not exist any more");
        }
    }

    /** yangtools 14.0.23 says of an instance-identifier that it requires none if nothing is said, so its statement is asked. */
    private static boolean requiresInstance(SchemaNode node) {
        return node.type().definition() instanceof LeafrefTypeDefinition leafref
                ? leafref.requireInstance()
                : Statements.of(node, TypeEffectiveStatement.class)
                        .flatMap(type -> Statements.of(type, RequireInstanceEffectiveStatement.class))
                        .allMatch(RequireInstanceEffectiveStatement::argument);
    }

    private void definitions(SchemaNode node, TypeDefinition<?> old, TypeDefinition<?> now) {
        String before = builtIn(old);
        String after = builtIn(now);
        if (!before.equals(after)) {
            findings.breaking(node, "type", "it was " + before + " and is " + after);
            return;
        }
        if (old instanceof RangeRestrictedTypeDefinition<?, ?> a
                && now instanceof RangeRestrictedTypeDefinition<?, ?> b) {
            intervals(node, "range", ranges(a), ranges(b));
        }
        if (old instanceof LengthRestrictedTypeDefinition<?> a && now instanceof LengthRestrictedTypeDefinition<?> b) {
            intervals(node, "length", lengths(a), lengths(b));
        }
        switch (old) {
            case DecimalTypeDefinition a -> fractionDigits(node, a, (DecimalTypeDefinition) now);
            case StringTypeDefinition a -> patterns(node, a, (StringTypeDefinition) now);
            case EnumTypeDefinition a -> named(node, "enum", enums(a), enums((EnumTypeDefinition) now));
            case BitsTypeDefinition a -> named(node, "bit", bits(a), bits((BitsTypeDefinition) now));
            case IdentityrefTypeDefinition a -> bases(node, a, (IdentityrefTypeDefinition) now);
            case UnionTypeDefinition a -> union(node, a.getTypes(), ((UnionTypeDefinition) now).getTypes());
            default -> {}
        }
    }

    /** Name of the built-in type that a type comes from. */
    private static String builtIn(TypeDefinition<?> type) {
        TypeDefinition<?> base = type;
        while (base.getBaseType() != null) {
            base = base.getBaseType();
        }
        return base.getQName().getLocalName();
    }

    private void fractionDigits(SchemaNode node, DecimalTypeDefinition old, DecimalTypeDefinition now) {
        if (old.getFractionDigits() != now.getFractionDigits()) {
            findings.breaking(
                    node,
                    "fraction-digits",
                    "they were " + old.getFractionDigits() + " and are " + now.getFractionDigits());
        }
    }

    private static @Nullable Intervals ranges(RangeRestrictedTypeDefinition<?, ?> type) {
        return type.getRangeConstraint()
                .map(constraint -> Intervals.of(constraint.getAllowedRanges()))
                .orElse(null);
    }

    private static @Nullable Intervals lengths(LengthRestrictedTypeDefinition<?> type) {
        return type.getLengthConstraint()
                .map(constraint -> Intervals.of(constraint.getAllowedRanges()))
                .filter(intervals -> !intervals.allowEveryLength())
                .orElse(null);
    }

    /** {@code null} stands for everything. */
    private void intervals(SchemaNode node, String what, @Nullable Intervals old, @Nullable Intervals now) {
        String before = Intervals.shown(old);
        String after = Intervals.shown(now);
        if (!before.equals(after)) {
            Impact impact = Intervals.encloses(now, old) ? Impact.NON_BREAKING : Impact.BREAKING;
            findings.add(impact, node.path().toString(), what, "it was " + before + " and is " + after);
        }
    }

    private void patterns(SchemaNode node, StringTypeDefinition old, StringTypeDefinition now) {
        Set<String> gone = patterns(old);
        Set<String> added = patterns(now);
        gone.removeAll(patterns(now));
        added.removeAll(patterns(old));
        if (!added.isEmpty()) {
            findings.breaking(
                    node,
                    "pattern",
                    (gone.isEmpty() ? "" : String.join(", ", gone) + " became ")
                            + String.join(", ", added)
                            + (gone.isEmpty() ? " is new" : ""));
        } else if (!gone.isEmpty()) {
            findings.nonBreaking(node, "pattern", String.join(", ", gone) + " is gone");
        }
    }

    private static Set<String> patterns(StringTypeDefinition type) {
        Set<String> patterns = new TreeSet<>();
        for (PatternConstraint pattern : type.getPatternConstraints()) {
            boolean inverted = pattern.getModifier().orElse(null) == ModifierKind.INVERT_MATCH;
            patterns.add("'" + pattern.getRegularExpressionString() + "'" + (inverted ? " inverted" : ""));
        }
        return patterns;
    }

    private static Map<String, String> enums(EnumTypeDefinition type) {
        Map<String, String> values = new LinkedHashMap<>();
        type.getValues().forEach(pair -> values.put(pair.getName(), "value " + pair.getValue()));
        return values;
    }

    private static Map<String, String> bits(BitsTypeDefinition type) {
        Map<String, String> positions = new LinkedHashMap<>();
        type.getBits().forEach(bit -> positions.put(bit.getName(), "position " + bit.getPosition()));
        return positions;
    }

    private void named(SchemaNode node, String what, Map<String, String> old, Map<String, String> now) {
        old.forEach((name, number) -> {
            String after = now.get(name);
            if (after == null) {
                findings.breaking(node, what, "'" + name + "' is gone");
            } else if (!after.equals(number)) {
                findings.breaking(node, what, "'" + name + "' had the " + number + " and has the " + after);
            }
        });
        now.keySet().stream()
                .filter(name -> !old.containsKey(name))
                .forEach(name -> findings.nonBreaking(node, what, "'" + name + "' is new"));
    }

    private void bases(SchemaNode node, IdentityrefTypeDefinition old, IdentityrefTypeDefinition now) {
        Set<String> before = bases(old);
        Set<String> after = bases(now);
        if (!before.equals(after)) {
            Impact impact = before.containsAll(after) ? Impact.NON_BREAKING : Impact.BREAKING;
            findings.add(impact, node.path().toString(), "base", "it was " + before + " and is " + after);
        }
    }

    private static Set<String> bases(IdentityrefTypeDefinition type) {
        return type.getIdentities().stream()
                .map(identity -> identity.getQName().getLocalName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void union(SchemaNode node, List<TypeDefinition<?>> old, List<TypeDefinition<?>> now) {
        String before = names(old);
        String after = names(now);
        if (before.equals(after)) {
            for (int i = 0; i < old.size(); i++) {
                definitions(node, old.get(i), now.get(i));
            }
        } else {
            findings.breaking(node, "union", "its types were " + before + " and are " + after);
        }
    }

    private static String names(Collection<TypeDefinition<?>> types) {
        return types.stream().map(TypeComparison::builtIn).collect(Collectors.joining(", "));
    }
}
