package dev.trimtab.core.yang;

import dev.trimtab.core.pattern.XsdPattern;
import dev.trimtab.core.pattern.XsdPatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** Names, circles and restrictions of types (RFC 7950 sections 7.3, 7.4 and 9). */
final class TypeRules {
    private static final Set<String> INTEGERS =
            Set.of("int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64");
    private static final Set<String> OTHERS = Set.of(
            "binary",
            "bits",
            "boolean",
            "decimal64",
            "empty",
            "enumeration",
            "identityref",
            "instance-identifier",
            "leafref",
            "string",
            "union");
    /** The types that a restriction is for; integers are one type here. */
    private static final Map<String, Set<String>> RESTRICTED = Map.of(
            "range", Set.of("integer", "decimal64"),
            "length", Set.of("string", "binary"),
            "pattern", Set.of("string"),
            "enum", Set.of("enumeration"),
            "bit", Set.of("bits"),
            "path", Set.of("leafref"),
            "require-instance", Set.of("leafref", "instance-identifier"),
            "fraction-digits", Set.of("decimal64"),
            "base", Set.of("identityref"),
            "type", Set.of("union"));
    /** Yangtools takes the cube of a chain's length; published modules have chains of five. */
    private static final int CHAIN_MAX = 100;

    /** What defines a built-in type rather than restricts a derived one. */
    private static final Set<String> ON_BUILT_IN_ONLY = Set.of("path", "fraction-digits", "base", "type");

    private final Definitions definitions;
    private final List<Fault> faults;
    private final List<Node> typedefs = new ArrayList<>();

    TypeRules(Definitions definitions, List<Fault> faults) {
        this.definitions = definitions;
        this.faults = faults;
    }

    void check(Node node) {
        if (node.is("typedef")) {
            typedefs.add(node);
            if (isBuiltIn(node.argument())) {
                faults.add(node.fault("has the name of a built-in type"));
            }
        } else if (node.is("type")) {
            checkRestrictions(node);
        } else if (node.is("enum")) {
            checkEnum(node);
        } else if (node.is("pattern")) {
            checkPattern(node);
        }
    }

    private void checkPattern(Node node) {
        try {
            XsdPattern.compile(node.argument());
        } catch (XsdPatternException e) {
            faults.add(node.fault("is no XSD pattern: " + e.getMessage()));
        }
    }

    private void checkEnum(Node node) {
        String name = node.argument();
        if (name.isEmpty()) {
            faults.add(node.fault("has an empty name"));
        } else if (!name.equals(name.strip())) {
            faults.add(node.fault("has a space at one end of its name"));
        }
    }

    private void checkRestrictions(Node type) {
        if (!isBuiltIn(type.argument()) && definition(type) == null) {
            faults.add(type.fault("is no typedef in scope"));
            return;
        }
        String base = base(type).orElse(null);
        if (base == null) {
            return; // a fault at another place
        }
        for (IRStatement restriction : type.statement().statements()) {
            checkRestriction(type, base, type.child(restriction));
        }
        if (!type.source().version11() && base.equals("union") && isBuiltIn(type.argument())) {
            checkMembersOfVersion1(type);
        }
    }

    private void checkRestriction(Node type, String base, Node restriction) {
        String keyword = restriction.statement().keyword().identifier();
        Set<String> types = RESTRICTED.getOrDefault(keyword, Set.of());
        if (restriction.statement().keyword().prefix() != null || !RESTRICTED.containsKey(keyword)) {
            return;
        }
        if (!types.contains(INTEGERS.contains(base) ? "integer" : base)) {
            faults.add(restriction.fault("does not restrict type " + base));
        } else if (ON_BUILT_IN_ONLY.contains(keyword) && !isBuiltIn(type.argument())) {
            faults.add(restriction.fault("is for type " + base + " itself and not for '" + type.argument() + "'"));
        }
    }

    /** RFC 6020 section 9.12. */
    private void checkMembersOfVersion1(Node union) {
        members(union)
                .filter(member -> base(member)
                        .filter(base -> base.equals("leafref") || base.equals("empty"))
                        .isPresent())
                .forEach(member -> faults.add(member.fault("is no member for a union of YANG version 1")));
    }

    private static Stream<Node> members(Node type) {
        return Statements.children(type.statement(), "type").map(type::child);
    }

    private static boolean isBuiltIn(String name) {
        return INTEGERS.contains(name) || OTHERS.contains(name);
    }

    private @Nullable Node definition(Node type) {
        return definitions.find(type, "typedef", type.argument());
    }

    /** The built-in type that a type comes from; empty if there is none. */
    private Optional<String> base(Node type) {
        Node at = type;
        for (int steps = 0; steps < CHAIN_MAX; steps++) {
            if (isBuiltIn(at.argument())) {
                return Optional.of(at.argument());
            }
            Node typedef = definition(at);
            IRStatement next = typedef == null ? null : Statements.child(typedef.statement(), "type");
            if (next == null) {
                return Optional.empty();
            }
            at = Objects.requireNonNull(typedef).child(next);
        }
        faults.add(type.fault("comes through more than " + CHAIN_MAX + " typedefs, or is defined by itself"));
        return Optional.empty();
    }

    void checkCircles() {
        for (List<Node> circle : Circles.among(typedefs, this::used)) {
            faults.add(circle.getLast().fault("is defined by itself"));
        }
    }

    private List<Node> used(Node typedef) {
        List<Node> used = new ArrayList<>();
        Statements.children(typedef.statement(), "type").map(typedef::child).forEach(type -> addUsed(type, used));
        return used;
    }

    private void addUsed(Node type, List<Node> used) {
        if (!isBuiltIn(type.argument())) {
            Optional.ofNullable(definition(type)).ifPresent(used::add);
        }
        members(type).forEach(member -> addUsed(member, used));
    }
}
