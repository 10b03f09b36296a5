package dev.trimtab.core.yang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.ir.IRStatement;
import org.opendaylight.yangtools.yang.model.api.EffectiveModelContext;
import org.opendaylight.yangtools.yang.model.api.stmt.ChoiceEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaNodeIdentifier;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaTreeAwareEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaTreeEffectiveStatement;

/** What an augment of a module may add to (RFC 7950 section 7.17); yangtools drops one that adds to a leaf without a word. */
final class AugmentRules {
    private final Sources sources;
    private final EffectiveModelContext schema;
    private final List<Fault> faults = new ArrayList<>();

    private AugmentRules(Sources sources, EffectiveModelContext schema) {
        this.sources = sources;
        this.schema = schema;
    }

    static List<Fault> check(Sources sources, EffectiveModelContext schema) {
        var rules = new AugmentRules(sources, schema);
        sources.all().stream()
                .filter(sources::isImplemented)
                .forEach(source ->
                        Statements.children(source.root(), "augment").forEach(augment -> rules.check(source, augment)));
        return rules.faults;
    }

    /** A target that is not there is under a feature that is not enabled, or deviated away. */
    private void check(Source source, IRStatement augment) {
        target(source, Statements.argument(augment))
                .flatMap(schema::findSchemaTreeNode)
                .ifPresent(target -> checkTarget(source, augment, target));
    }

    private void checkTarget(Source source, IRStatement augment, SchemaTreeEffectiveStatement<?> target) {
        String keyword = target.statementDefinition().getStatementName().getLocalName();
        if (!(target instanceof SchemaTreeAwareEffectiveStatement)) {
            faults.add(source.fault(augment, "adds nodes to a " + keyword));
        } else if (!(target instanceof ChoiceEffectiveStatement)) {
            Statements.children(augment, "case")
                    .map(inCase -> source.fault(inCase, "is added to a " + keyword + "; cases are for choices"))
                    .forEach(faults::add);
        }
    }

    private Optional<SchemaNodeIdentifier> target(Source source, String path) {
        List<QName> steps = Arrays.stream(path.strip().split("/", -1))
                .filter(step -> !step.isBlank())
                .map(step -> qname(source, step.strip()))
                .flatMap(Optional::stream)
                .toList();
        return steps.isEmpty() ? Optional.empty() : Optional.of(SchemaNodeIdentifier.Absolute.of(steps));
    }

    private Optional<QName> qname(Source source, String step) {
        int colon = step.indexOf(':');
        return module(source, step.substring(0, Math.max(0, colon)))
                .map(module -> QName.create(module.qnameModule(), step.substring(colon + 1)));
    }

    private Optional<Source> module(Source source, String prefix) {
        if (prefix.isEmpty() || prefix.equals(source.prefix())) {
            return sources.wholeModule(source).stream().filter(Source::isModule).findFirst();
        }
        return source.imports().stream()
                .filter(reference -> reference.prefix().equals(prefix))
                .findFirst()
                .flatMap(sources::imported);
    }
}
