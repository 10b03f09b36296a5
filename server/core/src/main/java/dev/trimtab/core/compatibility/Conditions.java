package dev.trimtab.core.compatibility;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.IfFeatureEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.MustEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.UniqueEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.WhenEffectiveStatement;

/**
 * Compares the conditions of a node: what it takes for it to be valid, or to be there.
 *
 * <p>They are compared as text, spaces aside. One that is gone leaves more room; a new one may take some, and so may one that says
 * something else now.
 */
final class Conditions {
    private static final Set<String> OPERATORS = Set.of("and", "or", "not");

    private final Findings findings;

    Conditions(Findings findings) {
        this.findings = findings;
    }

    void compare(SchemaNode old, SchemaNode now) {
        compare(old, "must", texts(old, MustEffectiveStatement.class), texts(now, MustEffectiveStatement.class));
        compare(old, "when", texts(old, WhenEffectiveStatement.class), texts(now, WhenEffectiveStatement.class));
        compare(old, "unique", texts(old, UniqueEffectiveStatement.class), texts(now, UniqueEffectiveStatement.class));
        compare(
                old,
                "if-feature",
                texts(old, IfFeatureEffectiveStatement.class),
                texts(now, IfFeatureEffectiveStatement.class));
    }

    private void compare(SchemaNode node, String what, Set<String> old, Set<String> now) {
        String gone = shown(old, now);
        String added = shown(now, old);
        if (!gone.isEmpty() && !added.isEmpty()) {
            findings.breaking(node, what, gone + " became " + added);
        } else if (!added.isEmpty()) {
            findings.breaking(node, what, added + " is new");
        } else if (!gone.isEmpty()) {
            findings.nonBreaking(node, what, gone + " is gone");
        }
    }

    private static String shown(Set<String> some, Set<String> butNot) {
        return some.stream()
                .filter(text -> !butNot.contains(text))
                .map(text -> "'" + text + "'")
                .collect(Collectors.joining(", "));
    }

    /** Whether a node is there only with a feature that {@code old} does not have, so that nobody is asked for it. */
    boolean isOfNewFeature(LoadedModel old, SchemaNode node) {
        Set<String> known = new HashSet<>();
        old.schema()
                .getModules()
                .forEach(module -> module.getFeatures()
                        .forEach(feature -> known.add(feature.getQName().getLocalName())));
        return texts(node, IfFeatureEffectiveStatement.class).stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s()]+", -1)))
                .map(name -> name.substring(name.indexOf(':') + 1))
                .anyMatch(name -> !name.isEmpty() && !OPERATORS.contains(name) && !known.contains(name));
    }

    private static Set<String> texts(SchemaNode node, Class<? extends EffectiveStatement<?, ?>> kind) {
        Set<String> texts = new TreeSet<>();
        Statements.of(node, kind).forEach(statement -> texts.add(text(statement)));
        return texts;
    }

    private static String text(EffectiveStatement<?, ?> statement) {
        var declared = statement.getDeclared();
        String raw = declared == null ? null : declared.rawArgument();
        String text = raw == null ? String.valueOf(statement.argument()) : raw;
        return text.replaceAll("\\s+", " ").strip();
    }
}
