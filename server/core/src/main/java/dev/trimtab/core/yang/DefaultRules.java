package dev.trimtab.core.yang;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.model.api.TypedDataSchemaNode;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.ChoiceEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.ContainerEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.DefaultEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.LeafEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.LeafListEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.MandatoryEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.MinElementsEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.PresenceEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.type.EmptyTypeDefinition;

/** Defaults beside what excludes them (RFC 7950 sections 7.6.4, 7.7.4, 7.9.3 and 9.11). */
final class DefaultRules {
    private DefaultRules() {}

    static List<Fault> check(LeafEffectiveStatement leaf) {
        if (leaf.findFirstEffectiveSubstatement(DefaultEffectiveStatement.class).isEmpty()) {
            return List.of();
        }
        if (isMandatory(leaf)) {
            return List.of(Effective.fault(leaf, "is mandatory and has a default"));
        }
        boolean empty = leaf instanceof TypedDataSchemaNode node && node.getType() instanceof EmptyTypeDefinition;
        return empty ? List.of(Effective.fault(leaf, "is of type empty and has a default")) : List.of();
    }

    static List<Fault> check(LeafListEffectiveStatement leafList, boolean config) {
        List<String> defaults = leafList.streamEffectiveSubstatements(DefaultEffectiveStatement.class)
                .map(EffectiveStatement::argument)
                .toList();
        if (!defaults.isEmpty() && minElements(leafList) > 0) {
            return List.of(Effective.fault(leafList, "needs elements and has a default"));
        }
        Set<String> different = new HashSet<>(defaults);
        return config && different.size() < defaults.size()
                ? List.of(Effective.fault(leafList, "has a default twice"))
                : List.of();
    }

    static List<Fault> check(ChoiceEffectiveStatement choice) {
        Optional<String> name = choice.findFirstEffectiveSubstatementArgument(DefaultEffectiveStatement.class);
        if (name.isEmpty()) {
            return List.of();
        }
        if (isMandatory(choice)) {
            return List.of(Effective.fault(choice, "is mandatory and has a default"));
        }
        return choice.schemaTreeNodes().stream()
                .filter(inCase -> isNamed(inCase.argument(), name.get()))
                .filter(DefaultRules::needsANode)
                .map(inCase -> Effective.fault(choice, "has a default case with a mandatory node"))
                .map(List::of)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isNamed(QName name, String prefixed) {
        return prefixed.substring(prefixed.indexOf(':') + 1).equals(name.getLocalName());
    }

    /** RFC 7950 section 3, "mandatory node", below a case or a container without presence. */
    private static boolean needsANode(EffectiveStatement<?, ?> statement) {
        return statement.effectiveSubstatements().stream()
                .anyMatch(child -> isMandatory(child)
                        || minElements(child) > 0
                        || (child instanceof ContainerEffectiveStatement container
                                && container
                                        .findFirstEffectiveSubstatement(PresenceEffectiveStatement.class)
                                        .isEmpty()
                                && needsANode(container)));
    }

    private static boolean isMandatory(EffectiveStatement<?, ?> statement) {
        return statement
                .findFirstEffectiveSubstatementArgument(MandatoryEffectiveStatement.class)
                .orElse(false);
    }

    private static int minElements(EffectiveStatement<?, ?> statement) {
        return statement
                .findFirstEffectiveSubstatementArgument(MinElementsEffectiveStatement.class)
                .orElse(0);
    }
}
