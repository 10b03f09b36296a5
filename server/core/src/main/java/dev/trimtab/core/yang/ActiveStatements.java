package dev.trimtab.core.yang;

import com.google.common.collect.ImmutableList;
import dev.trimtab.core.yang.Source.Reference;
import java.util.Set;
import org.opendaylight.yangtools.yang.ir.IRArgument;
import org.opendaylight.yangtools.yang.ir.IRKeyword;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/**
 * What of a source takes part in the model (RFC 7950 section 5.6.5).
 *
 * <p>A module that is only imported from lends its typedefs, groupings, identities, features and extensions. Its nodes, augments
 * and deviations are not there. An import without revision means the revision that is implemented.
 */
final class ActiveStatements {
    private static final Set<String> INACTIVE = Set.of(
            "anydata",
            "anyxml",
            "augment",
            "choice",
            "container",
            "deviation",
            "leaf",
            "leaf-list",
            "list",
            "notification",
            "rpc",
            "uses");

    private final Sources sources;

    ActiveStatements(Sources sources) {
        this.sources = sources;
    }

    IRStatement of(Source source) {
        boolean implemented = sources.isImplemented(source);
        IRStatement root = source.root();
        return with(
                root,
                root.statements().stream()
                        .filter(statement -> implemented || !isInactive(statement))
                        .map(statement -> Statements.is(statement, "import") ? pinned(statement) : statement)
                        .map(statement -> mountPrefix(source).isEmpty() ? statement : withoutMounts(statement, source))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static String mountPrefix(Source source) {
        return source.imports().stream()
                .filter(imported -> imported.name().equals("ietf-yang-schema-mount"))
                .map(Reference::prefix)
                .findFirst()
                .orElse("");
    }

    /** RFC 8532 puts a mount point where RFC 8528 has none; nothing is mounted here, so it can go. */
    private static IRStatement withoutMounts(IRStatement statement, Source source) {
        boolean mayMount = Statements.is(statement, "container") || Statements.is(statement, "list");
        return with(
                statement,
                statement.statements().stream()
                        .filter(child -> mayMount
                                || !child.keyword().identifier().equals("mount-point")
                                || !mountPrefix(source).equals(child.keyword().prefix()))
                        .map(child -> withoutMounts(child, source))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static boolean isInactive(IRStatement statement) {
        return statement.keyword().prefix() == null
                && INACTIVE.contains(statement.keyword().identifier());
    }

    private IRStatement pinned(IRStatement statement) {
        Reference reference = Reference.of(statement);
        if (!reference.revision().isEmpty() || sources.modules(reference.name()).size() < 2) {
            return statement;
        }
        String revision = sources.imported(reference).orElseThrow().revision();
        IRStatement date = IRStatement.of(
                IRKeyword.Unqualified.of("revision-date"),
                IRArgument.singleQuoted(revision),
                statement.startLine(),
                statement.startColumn(),
                ImmutableList.of());
        return with(
                statement,
                ImmutableList.<IRStatement>builder()
                        .addAll(statement.statements())
                        .add(date)
                        .build());
    }

    private static IRStatement with(IRStatement statement, ImmutableList<IRStatement> children) {
        return IRStatement.of(
                statement.keyword(), statement.argument(), statement.startLine(), statement.startColumn(), children);
    }
}
