package dev.trimtab.apigen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trimtab.core.model.SchemaNode;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opendaylight.yangtools.yang.model.api.EffectiveStatementEquivalent;
import org.opendaylight.yangtools.yang.model.api.ListSchemaNode;
import org.opendaylight.yangtools.yang.model.api.MustConstraintAware;
import org.opendaylight.yangtools.yang.model.api.MustDefinition;
import org.opendaylight.yangtools.yang.model.api.meta.DeclaredStatement;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.UniqueEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.WhenEffectiveStatement;

/** The constraints that JSON Schema has no words for, as {@code x-yang-} members in the words of the YANG source. */
final class Constraints {
    private Constraints() {}

    static void expressions(SchemaNode node, ObjectNode schema) {
        if (node.kind() == SchemaNode.Kind.ROOT) {
            return;
        }
        if (node.effective() instanceof MustConstraintAware aware) {
            aware.getMustConstraints()
                    .forEach(must -> must(must, schema.withArray("x-yang-must").addObject()));
        }
        if (node.effective() instanceof EffectiveStatementEquivalent<?> equivalent) {
            equivalent
                    .asEffectiveStatement()
                    .findFirstEffectiveSubstatement(WhenEffectiveStatement.class)
                    .flatMap(Constraints::source)
                    .ifPresent(when -> schema.put("x-yang-when", when));
        }
    }

    private static void must(MustDefinition must, ObjectNode json) {
        source(must.asEffectiveStatement()).ifPresent(text -> json.put("expression", text));
        must.getErrorMessage().ifPresent(text -> json.put("message", flowing(text)));
        must.getErrorAppTag().ifPresent(tag -> json.put("error-app-tag", tag));
    }

    static void unique(SchemaNode node, ObjectNode schema) {
        if (node.effective() instanceof ListSchemaNode list) {
            for (UniqueEffectiveStatement unique : list.getUniqueConstraints()) {
                String leaves = source(unique)
                        .orElseGet(() ->
                                unique.argument().stream().map(Object::toString).collect(Collectors.joining(" ")));
                schema.withArray("x-yang-unique").add(leaves);
            }
        }
    }

    private static Optional<String> source(EffectiveStatement<?, ?> statement) {
        return Optional.ofNullable(statement.getDeclared())
                .map(DeclaredStatement::rawArgument)
                .map(Constraints::flowing);
    }

    /** YANG texts are broken into lines for the reader of the module; here they flow. */
    static String flowing(String text) {
        return text.strip().replaceAll("[ \\t]*\\R[ \\t]*", "\n").replaceAll("(?<!\n)\n(?!\n)", " ");
    }
}
