package dev.trimtab.core.yang;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.ir.IRStatement;

/** A statement and where it stands: names mean what the statements around it define. */
record Node(Source source, @Nullable Node parent, IRStatement statement) {
    static Node root(Source source) {
        return new Node(source, null, source.root());
    }

    boolean is(String keyword) {
        return Statements.is(statement, keyword);
    }

    String argument() {
        return Statements.argument(statement);
    }

    Node child(IRStatement child) {
        return new Node(source, this, child);
    }

    /** The node and all below it, those above first. */
    void walk(Consumer<Node> visitor) {
        visitor.accept(this);
        for (IRStatement child : statement.statements()) {
            child(child).walk(visitor);
        }
    }

    Fault fault(String reason) {
        return source.fault(statement, reason);
    }

    /** A statement is itself, wherever an equal one stands. */
    @Override
    @SuppressWarnings("ReferenceEquality") // equal statements stand at many places
    public boolean equals(Object other) {
        return other instanceof Node node && node.statement == statement;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(statement);
    }
}
