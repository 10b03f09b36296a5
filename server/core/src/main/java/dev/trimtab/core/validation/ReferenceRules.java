package dev.trimtab.core.validation;

import static java.util.Objects.requireNonNull;

import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XPathCompiler;
import dev.trimtab.core.xpath.XSchema;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.yangtools.yang.model.api.EffectiveStatementEquivalent;
import org.opendaylight.yangtools.yang.model.api.stmt.TypeEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.type.InstanceIdentifierTypeDefinition;
import org.opendaylight.yangtools.yang.model.api.type.LeafrefTypeDefinition;

/**
 * Leafrefs and instance-identifiers that require an instance, also as members of unions: RFC 7950 sections 9.9, 9.12, 9.13 and 15.5.
 *
 * <p>A member of a union whose instance does not exist does not match, and the next one is tried.
 */
final class ReferenceRules {
    private static final String APP_TAG = "instance-required";

    private final XSchema node;
    private final XPathCompiler compiler;
    private final RequireInstance requireInstance;
    private final List<Reference> references = new ArrayList<>();
    private final List<LeafType> values = new ArrayList<>();

    private ReferenceRules(XSchema node, XPathCompiler compiler, RequireInstance requireInstance) {
        this.node = node;
        this.compiler = compiler;
        this.requireInstance = requireInstance;
    }

    /** The rule of one leaf or leaf-list, if it has one, and the indexes of whom it refers to. */
    static void add(XSchema node, XPathCompiler compiler, RequireInstance requireInstance, RuleIndex.Builder rules) {
        LeafType type = node.type();
        if (type != null) {
            var found = new ReferenceRules(node, compiler, requireInstance);
            var effective = (EffectiveStatementEquivalent<?>) node.node().effective();
            found.collect(type, requireNonNull(RequireInstance.typeOf(effective.asEffectiveStatement())));
            if (!found.references.isEmpty()) {
                found.addTo(rules);
            }
        }
    }

    private void collect(LeafType type, TypeEffectiveStatement<?> statement) {
        if (type.definition() instanceof LeafrefTypeDefinition leafref && leafref.requireInstance()) {
            references.add(Reference.leafref(node, leafref, compiler));
        } else if (type.definition() instanceof InstanceIdentifierTypeDefinition
                && requireInstance.isRequired(statement)) {
            references.add(Reference.identifier(node, type, compiler));
        } else if (type.members().isEmpty()) {
            values.add(type);
        } else {
            List<TypeEffectiveStatement<?>> members = requireInstance.members(statement);
            for (int i = 0; i < members.size(); i++) {
                collect(type.members().get(i), members.get(i));
            }
        }
    }

    private void addTo(RuleIndex.Builder rules) {
        List<Reading> readings =
                references.stream().flatMap(each -> each.readings().stream()).toList();
        Rule rule = Rule.of(node, readings, this::check).dependingOn(compiler.existence(node));
        Rule added = rules.add(rule);
        for (Reference each : references) {
            each.indexes().forEach(rules::add);
            if (each.identifies()) {
                each.indexes().forEach(index -> rules.addIdentifying(added, index));
            }
        }
    }

    private void check(XNode context, ConstraintIndexes indexes, Report report) {
        if (references.stream().anyMatch(each -> each.target().exists(context, indexes))) {
            return;
        }
        String text = context.text();
        if (values.stream().anyMatch(type -> type.takes(text))) {
            return;
        }
        Reference first = references.getFirst();
        boolean alone = references.size() == 1 && values.isEmpty();
        String message = alone ? first.message(text) : "fits no type of the union: " + first.message(text);
        report.add(context, alone ? first.name() : "union", message, APP_TAG);
    }
}
