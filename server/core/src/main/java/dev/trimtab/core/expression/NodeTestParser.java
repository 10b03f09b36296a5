package dev.trimtab.core.expression;

import dev.trimtab.core.expression.Token.Kind;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QNameModule;

/** Parses what a step selects before its predicates: an axis, and a node test on it. Not thread-safe. */
final class NodeTestParser {
    private static final Map<String, NodeTest.Kind> NODE_TYPES = Map.of(
            "node", NodeTest.Kind.NODE,
            "text", NodeTest.Kind.TEXT,
            "comment", NodeTest.Kind.COMMENT,
            "processing-instruction", NodeTest.Kind.PROCESSING_INSTRUCTION);

    private final TokenReader tokens;
    private final Function<String, @Nullable QNameModule> prefixes;

    /** @param prefixes the module that a prefix stands for; null for a prefix that is not known */
    NodeTestParser(TokenReader tokens, Function<String, @Nullable QNameModule> prefixes) {
        this.tokens = tokens;
        this.prefixes = prefixes;
    }

    /** Whether the next token begins a step, abbreviated or not. */
    boolean startsStep() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME, AXIS -> true;
            case FUNCTION -> nodeType(token) != null;
            case PUNCTUATION -> ".".equals(token.text()) || "..".equals(token.text()) || "@".equals(token.text());
            case VARIABLE, LITERAL, NUMBER, OPERATOR, END -> false;
        };
    }

    private static NodeTest.@Nullable Kind nodeType(Token token) {
        return token.prefix() == null ? NODE_TYPES.get(token.text()) : null;
    }

    AxisName axis() {
        if (tokens.take(Kind.PUNCTUATION, "@")) {
            return AxisName.ATTRIBUTE;
        }
        Token token = tokens.peek();
        if (token.kind() != Kind.AXIS) {
            return AxisName.CHILD;
        }
        AxisName axis = token.prefix() == null ? AxisName.of(token.text()) : null;
        if (axis == null) {
            throw tokens.error(token.named() + " is no axis");
        }
        tokens.take();
        return axis;
    }

    NodeTest nodeTest() {
        Token token = tokens.peek();
        NodeTest.Kind type = token.kind() == Kind.FUNCTION ? nodeType(token) : null;
        if (type != null) {
            return ofType(type);
        }
        if (token.kind() != Kind.NAME) {
            throw tokens.unexpected("a name");
        }
        QNameModule module = token.prefix() == null ? null : module(token.prefix());
        tokens.take();
        return token.text().equals("*") ? new NodeTest.Any(module) : new NodeTest.Named(module, token.text());
    }

    private QNameModule module(String prefix) {
        QNameModule module = prefixes.apply(prefix);
        if (module == null) {
            throw tokens.error("the prefix '" + prefix + "' is not known");
        }
        return module;
    }

    private NodeTest ofType(NodeTest.Kind type) {
        tokens.take();
        tokens.expect("(");
        if (type == NodeTest.Kind.PROCESSING_INSTRUCTION && tokens.peek().kind() == Kind.LITERAL) {
            tokens.take();
        }
        tokens.expect(")");
        return type;
    }
}
