package dev.trimtab.models.generate;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.RangeRestrictedTypeDefinition;

/** Makes one mistake in a valid document, or something that may be one. */
public final class Mutator {
    /** What is done; each aims at the rule it is named after, and may miss it. */
    public enum Mistake {
        TYPE,
        RANGE,
        LENGTH,
        PATTERN,
        ENUM,
        UNION,
        LEXICAL,
        KEY_MISSING,
        KEY_DUPLICATE,
        DANGLING,
        TARGET_GONE,
        MUST,
        WHEN,
        MANDATORY,
        TOO_MANY,
        TOO_FEW,
        UNIQUE,
        TWO_CASES,
        UNKNOWN_NODE,
        UNKNOWN_MODULE,
        STATE
    }

    private static final List<String> LEXICAL = List.of(
            "+1", "01", "-0", "0x10", " 1", "1 ", "1.0", "1.50", "+1.5", ".5", "1.", "1e1", "", "true", "TRUE", "-1",
            "0");

    private final TreeGenerator generator;
    private final Dice dice;

    public Mutator(TreeGenerator generator, Dice dice) {
        this.generator = generator;
        this.dice = dice;
    }

    /** Makes a random mistake; null if the document gives no occasion for the one that was drawn. */
    public @Nullable Mistake mutate(Document document) {
        Mistake mistake = dice.one(List.of(Mistake.values()));
        return mutate(document, mistake) ? mistake : null;
    }

    /** Makes a mistake; false if the document gives no occasion. */
    public boolean mutate(Document document, Mistake mistake) {
        return switch (mistake) {
            case TYPE -> replace(document, _ -> true, this::ofOtherType);
            case RANGE -> replace(document, Mutator::isInteger, this::beyondRange);
            case LENGTH -> replace(document, is(LeafType.Base.STRING), this::ofOtherLength);
            case PATTERN -> replace(document, is(LeafType.Base.STRING), this::ofOtherCharacters);
            case ENUM ->
                replace(
                        document,
                        is(LeafType.Base.ENUMERATION, LeafType.Base.IDENTITYREF, LeafType.Base.BITS),
                        value -> value.value() + dice.one("x", " ", "-", ":x"));
            case UNION -> replace(document, is(LeafType.Base.UNION), this::ofOtherMember);
            case LEXICAL -> replace(document, _ -> true, _ -> dice.one(LEXICAL));
            case KEY_MISSING -> withEntry(document, this::dropKey);
            case KEY_DUPLICATE -> withEntry(document, Mutator::duplicate);
            case DANGLING -> replace(document, Mutator::isReference, this::ofTargetType);
            case TARGET_GONE, MANDATORY, TOO_FEW ->
                withAny(document, place -> !place.schema().isKey(), Mutator::remove);
            case MUST -> replace(document, schema -> !schema.isKey(), this::another);
            case WHEN -> generator.addAnywhere(document) != null;
            case TOO_MANY -> withAny(document, Mutator::isMultiple, this::addMore);
            case UNIQUE -> withEntry(document, this::copyLeaf);
            case TWO_CASES -> withAny(document, Place::hasMembers, this::addOtherCase);
            case UNKNOWN_NODE ->
                withAny(
                        document,
                        Place::hasMembers,
                        place -> addUnknown(place, place.schema().module()));
            case UNKNOWN_MODULE -> withAny(document, Place::hasMembers, place -> addUnknown(place, "no-such-module"));
            case STATE -> withAny(document, Place::hasMembers, this::addState);
        };
    }

    private boolean withAny(Document document, Predicate<Place> of, Predicate<Place> change) {
        List<Place> places = document.root().all().stream().filter(of).toList();
        return !places.isEmpty() && change.test(dice.one(places));
    }

    private boolean withEntry(Document document, Predicate<Place> change) {
        return withAny(document, place -> place.schema().kind() == Kind.LIST, change);
    }

    private interface Replacement {
        @Nullable Object of(Place leaf);
    }

    private boolean replace(Document document, Predicate<SchemaNode> of, Replacement with) {
        return withAny(document, place -> place.schema().kind() == Kind.LEAF && of.test(place.schema()), leaf -> {
            Object value = with.of(leaf);
            Place parent = leaf.parent();
            if (parent == null || value == null || value.equals(leaf.value())) {
                return false;
            }
            parent.members().put(leaf.schema().qualifiedName(), value);
            return true;
        });
    }

    private static Predicate<SchemaNode> is(LeafType.Base... bases) {
        return leaf -> List.of(bases).contains(leaf.type().resolved().base());
    }

    private static boolean isInteger(SchemaNode leaf) {
        return leaf.type().resolved().definition() instanceof RangeRestrictedTypeDefinition
                && leaf.type().resolved().base() != LeafType.Base.DECIMAL64;
    }

    private static boolean isReference(SchemaNode leaf) {
        return leaf.type().definition() instanceof LeafrefTypeDefinition;
    }

    private static boolean isMultiple(Place place) {
        return place.schema().kind() == Kind.LIST || place.schema().kind() == Kind.LEAF_LIST;
    }

    private Object ofOtherType(Place leaf) {
        List<Object> others =
                new ArrayList<>(List.of(1L, "x", true, "1", new BigDecimal("1.5"), List.of(1L), Map.of(), Json.EMPTY));
        others.removeIf(other -> other.getClass().isInstance(leaf.value()));
        return dice.one(others);
    }

    private @Nullable Object beyondRange(Place leaf) {
        if (!(leaf.schema().type().resolved().definition() instanceof RangeRestrictedTypeDefinition<?, ?> type)) {
            return null;
        }
        var range = dice.one(List.copyOf(
                type.getRangeConstraint().orElseThrow().getAllowedRanges().asRanges()));
        BigInteger beyond = dice.chance(50)
                ? new BigInteger(range.lowerEndpoint().toString()).subtract(BigInteger.ONE)
                : new BigInteger(range.upperEndpoint().toString()).add(BigInteger.ONE);
        return leaf.value() instanceof String ? beyond.toString() : (Object) beyond.longValue();
    }

    private Object ofOtherLength(Place leaf) {
        String text = Place.text(leaf.value());
        return switch (dice.below(4)) {
            case 0 -> "";
            case 1 -> text + text;
            case 2 -> text + "a".repeat(300);
            default -> text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2));
        };
    }

    private Object ofOtherCharacters(Place leaf) {
        List<String> characters = new ArrayList<>(Place.text(leaf.value())
                .codePoints()
                .mapToObj(Character::toString)
                .toList());
        int at = dice.below(characters.size() + 1);
        if (at < characters.size() && dice.chance(50)) {
            characters.remove(at);
        }
        characters.add(at, dice.one(" ", "/", "%", "\u00e9", "\n", "0", "Z", ".", "^", "$", "\u0007", "\uD83D\uDE00"));
        return String.join("", characters);
    }

    private @Nullable Object ofOtherMember(Place leaf) {
        return switch (dice.below(4)) {
            case 0 -> leaf.value() instanceof Long ? Place.text(leaf.value()) : (Object) (long) dice.below(100);
            case 1 -> dice.one("x", "any", "1", "-", "0:0", "");
            case 2 -> leaf.value() + "/";
            default -> generator.value(requireNonNull(leaf.parent()), leaf.schema());
        };
    }

    private @Nullable Object ofTargetType(Place leaf) {
        LeafrefPath path = leaf.schema().type().definition() instanceof LeafrefTypeDefinition type
                ? LeafrefPath.parse(type)
                : null;
        SchemaNode target = path == null ? null : path.target(leaf.schema());
        return target == null || leaf.parent() == null ? null : generator.value(leaf.parent(), target);
    }

    private @Nullable Object another(Place leaf) {
        return leaf.parent() == null ? null : generator.value(leaf.parent(), leaf.schema());
    }

    private boolean dropKey(Place entry) {
        List<SchemaNode> keys = entry.schema().keyNodes();
        return !keys.isEmpty() && entry.members().remove(dice.one(keys).qualifiedName()) != null;
    }

    private static boolean duplicate(Place entry) {
        Place parent = entry.parent();
        return parent != null && parent.array(entry.schema()).add(Json.copy(entry.value()));
    }

    private static boolean remove(Place place) {
        place.remove();
        return true;
    }

    private boolean addMore(Place place) {
        Place parent = place.parent();
        for (int i = 0; i < 5 && parent != null; i++) {
            generator.add(parent, place.schema());
        }
        return parent != null;
    }

    /** Gives an entry a leaf of another entry of its list. */
    private boolean copyLeaf(Place entry) {
        Place parent = entry.parent();
        Place other = parent == null ? entry : dice.one(parent.children(entry.schema()));
        List<Place> leaves = entry.children().stream()
                .filter(place -> place.schema().kind() == Kind.LEAF)
                .toList();
        if (leaves.isEmpty() || other.isOf(entry.value())) {
            return false;
        }
        Place leaf = dice.one(leaves);
        other.members().put(leaf.schema().qualifiedName(), leaf.value());
        return true;
    }

    private boolean addOtherCase(Place place) {
        List<SchemaNode> others = place.schema().children().stream()
                .filter(child -> child.config() && place.hasOtherCase(child) && child.kind() == Kind.LEAF)
                .toList();
        Object value = others.isEmpty() ? null : generator.value(place, others.getFirst());
        return value != null && place.members().put(others.getFirst().qualifiedName(), value) == null;
    }

    private static boolean addUnknown(Place place, String module) {
        return place.members().put(module + ":no-such-node", "x") == null;
    }

    private boolean addState(Place place) {
        List<SchemaNode> state = place.schema().children().stream()
                .filter(child -> !child.config() && child.kind() == Kind.LEAF)
                .toList();
        SchemaNode leaf = state.isEmpty() ? null : dice.one(state);
        Object value = leaf == null ? null : generator.value(place, leaf);
        return leaf != null && value != null && place.members().put(leaf.qualifiedName(), value) == null;
    }
}
