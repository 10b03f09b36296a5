package dev.trimtab.core.xpath;

import dev.trimtab.core.expression.NodeTest;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.common.QName;
import org.opendaylight.yangtools.yang.common.QNameModule;

/**
 * Which nodes of an axis a step takes: a node test whose names are bound.
 *
 * @param kind what the nodes are
 * @param module the module of the elements; null for every module
 * @param name the name of the elements; null for every name
 */
record NodeMatcher(
        Kind kind, @Nullable QNameModule module, @Nullable QName name) {
    enum Kind {
        ELEMENT,
        TEXT,
        ANY,
        /** Comments and processing instructions, which YANG data has none of. */
        NONE
    }

    /** @param module what a name without a prefix belongs to */
    static NodeMatcher of(NodeTest test, QNameModule module) {
        return switch (test) {
            case NodeTest.Named named ->
                new NodeMatcher(
                        Kind.ELEMENT,
                        null,
                        QName.unsafeOf(named.module() == null ? module : named.module(), named.name()));
            case NodeTest.Any any -> new NodeMatcher(Kind.ELEMENT, any.module(), null);
            case NodeTest.Kind.NODE -> new NodeMatcher(Kind.ANY, null, null);
            case NodeTest.Kind.TEXT -> new NodeMatcher(Kind.TEXT, null, null);
            case NodeTest.Kind.COMMENT, NodeTest.Kind.PROCESSING_INSTRUCTION -> new NodeMatcher(Kind.NONE, null, null);
        };
    }

    boolean accepts(XSchema schema) {
        return switch (kind) {
            case ANY -> true;
            case NONE -> false;
            case TEXT -> schema.isText();
            case ELEMENT -> acceptsElement(schema);
        };
    }

    private boolean acceptsElement(XSchema schema) {
        return !schema.isText()
                && schema.parent() != null
                && (name == null || name.equals(schema.name()))
                && (module == null || module.equals(schema.name().getModule()));
    }

    boolean takesElements() {
        return kind == Kind.ELEMENT || kind == Kind.ANY;
    }

    boolean takesTexts() {
        return kind == Kind.TEXT || kind == Kind.ANY;
    }
}
