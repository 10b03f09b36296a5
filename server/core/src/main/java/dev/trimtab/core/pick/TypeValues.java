package dev.trimtab.core.pick;

import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.DerivedIdentities;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.InvalidValueException;
import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.read.VisibleTarget;
import dev.trimtab.model.PickedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.IdentitySchemaNode;
import org.opendaylight.yangtools.yang.model.api.TypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BitsTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.BooleanTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.EnumTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.IdentityrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.UnionTypeDefinition;

/** The values that a leaf's type names, or leads to. */
record TypeValues(VisibleTarget visible, Instance leaf) {

    List<PickedValue> of(TypeDefinition<?> type) {
        return switch (type) {
            case EnumTypeDefinition enumeration ->
                enumeration.getValues().stream()
                        .map(one -> value(one.getName(), one.getDescription().orElse("")))
                        .toList();
            case BooleanTypeDefinition _ -> List.of(value("true", ""), value("false", ""));
            case BitsTypeDefinition bits ->
                bits.getBits().stream()
                        .map(bit -> value(bit.getName(), bit.getDescription().orElse("")))
                        .toList();
            case IdentityrefTypeDefinition identity -> identities(identity);
            case LeafrefTypeDefinition leafref -> referred(leafref);
            case UnionTypeDefinition union ->
                union.getTypes().stream().flatMap(member -> of(member).stream()).toList();
            default -> List.of();
        };
    }

    private static PickedValue value(String value, String text) {
        return new PickedValue(value, text.replaceAll("\\s+", " ").strip());
    }

    /** Those that are derived from every base; the leaf's own type says how they are written, and which it takes. */
    private List<PickedValue> identities(IdentityrefTypeDefinition type) {
        LeafType own = leaf.schema().type();
        List<PickedValue> values = new ArrayList<>();
        for (IdentitySchemaNode base : type.getIdentities()) {
            for (IdentitySchemaNode derived :
                    DerivedIdentities.of(visible.model().schema(), base)) {
                String text = derived.getDescription().orElse("");
                canonical(own, derived.getQName()).ifPresent(name -> values.add(value(name, text)));
            }
        }
        return values;
    }

    /** Empty for an identity of a module that the model only imports from. */
    private Optional<String> canonical(LeafType type, QName identity) {
        String module = visible.model()
                .schema()
                .findModuleStatement(identity.getModule())
                .orElseThrow()
                .argument()
                .getLocalName();
        try {
            return Optional.of(type.canonical(type.parse(module + ":" + identity.getLocalName())));
        } catch (InvalidValueException _) {
            return Optional.empty();
        }
    }

    private List<PickedValue> referred(LeafrefTypeDefinition leafref) {
        return LeafrefPattern.of(visible, leaf.path(), leafref.getPathStatement())
                .map(pattern -> visible.find(pattern, Content.CONFIG, false))
                .orElse(List.of())
                .stream()
                .map(match -> value(
                        match.instance().schema().type().canonical(match.node().body()), ""))
                .toList();
    }
}
