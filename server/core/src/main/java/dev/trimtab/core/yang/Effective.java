package dev.trimtab.core.yang;

import java.util.regex.Pattern;
import org.opendaylight.yangtools.yang.model.api.meta.DeclarationReference;
import org.opendaylight.yangtools.yang.model.api.meta.DeclaredStatement;
import org.opendaylight.yangtools.yang.model.api.meta.EffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.ConfigEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaTreeAwareEffectiveStatement;
import org.opendaylight.yangtools.yang.model.api.stmt.SchemaTreeEffectiveStatement;

/** Looks at effective statements. */
public final class Effective {
    private static final Pattern PLACE = Pattern.compile("(.+):(\\d+):(\\d+)");

    private Effective() {}

    /** What the statement itself says; true if nothing. */
    static boolean config(EffectiveStatement<?, ?> statement) {
        return statement
                .findFirstEffectiveSubstatementArgument(ConfigEffectiveStatement.class)
                .orElse(true);
    }

    /** Whether nodes of the schema tree are in the statement; what augments, groupings and extensions hold counts elsewhere. */
    static boolean hasNodes(EffectiveStatement<?, ?> statement) {
        return statement instanceof SchemaTreeEffectiveStatement<?>
                && statement instanceof SchemaTreeAwareEffectiveStatement<?, ?>;
    }

    /** A fault of the statement, at the place where it is declared: for what a grouping brings, in the grouping. */
    public static Fault fault(EffectiveStatement<?, ?> statement, String reason) {
        DeclaredStatement<?> declared = statement.getDeclared();
        String keyword = statement.statementDefinition().getStatementName().getLocalName();
        String title = declared == null ? keyword : keyword + " " + declared.rawArgument();
        String sentence = "'" + Statements.shortened(title) + "' " + reason;
        String place = declared == null
                ? ""
                : declared.declarationReference()
                        .map(DeclarationReference::toHumanReadable)
                        .orElse("");
        var parts = PLACE.matcher(place);
        return parts.matches()
                ? new Fault(
                        parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), sentence)
                : Fault.ofModel(sentence);
    }
}
