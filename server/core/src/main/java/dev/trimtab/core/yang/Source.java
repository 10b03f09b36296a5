package dev.trimtab.core.yang;

import dev.trimtab.model.YangSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QNameModule;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/**
 * A YANG source whose statements were read, with what its header says.
 *
 * @param text where it came from
 * @param root the {@code module} or {@code submodule} statement
 * @param name of the module or submodule
 * @param revision the newest one; empty without any
 * @param version11 whether it is in YANG 1.1
 * @param imports in their order
 * @param includes in their order
 */
record Source(
        YangSource text,
        IRStatement root,
        String name,
        String revision,
        boolean version11,
        List<Reference> imports,
        List<Reference> includes) {

    /** An import or include; {@code revision} is empty unless a revision is asked for. */
    record Reference(IRStatement statement, String name, String prefix, String revision) {
        static Reference of(IRStatement statement) {
            return new Reference(
                    statement,
                    Statements.argument(statement),
                    Statements.argument(statement, "prefix"),
                    Statements.argument(statement, "revision-date"));
        }
    }

    static Source of(YangSource text, IRStatement root) {
        return new Source(
                text,
                root,
                Statements.argument(root),
                Statements.children(root, "revision")
                        .map(Statements::argument)
                        .max(String::compareTo)
                        .orElse(""),
                Statements.argument(root, "yang-version").equals("1.1"),
                Statements.children(root, "import").map(Reference::of).toList(),
                Statements.children(root, "include").map(Reference::of).toList());
    }

    boolean isModule() {
        return Statements.is(root, "module");
    }

    boolean implemented() {
        return text.implemented();
    }

    /** The module itself, or the one that the submodule belongs to. */
    String moduleName() {
        return isModule() ? name : Statements.argument(root, "belongs-to");
    }

    /** The prefix that stands for the module in this source; empty if it has none. */
    String prefix() {
        IRStatement belongsTo = Statements.child(root, "belongs-to");
        return Statements.argument(belongsTo == null ? root : belongsTo, "prefix");
    }

    /** Empty for a submodule. */
    String namespace() {
        return Statements.argument(root, "namespace");
    }

    /** Namespace and revision, as yangtools names a module. */
    QNameModule qnameModule() {
        return revision.isEmpty() ? QNameModule.of(namespace()) : QNameModule.ofRevision(namespace(), revision);
    }

    String file() {
        return text.fileName();
    }

    Fault fault(IRStatement at, String reason) {
        return new Fault(file(), at.startLine(), at.startColumn() + 1, "'" + Statements.title(at) + "' " + reason);
    }

    /** The statement that begins at a place that a fault names; null if there is none. */
    @Nullable IRStatement at(int line, int column) {
        return at(root, line, column);
    }

    private static @Nullable IRStatement at(IRStatement statement, int line, int column) {
        if (statement.startLine() == line && statement.startColumn() + 1 == column) {
            return statement;
        }
        for (IRStatement child : statement.statements()) {
            IRStatement found = at(child, line, column);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A source is itself: to compare statements is to compare files. */
    @Override
    @SuppressWarnings("ReferenceEquality") // two files may hold the same text
    public boolean equals(Object other) {
        return other instanceof Source source && source.root == root;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(root);
    }
}
