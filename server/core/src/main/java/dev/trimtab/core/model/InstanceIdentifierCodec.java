package dev.trimtab.core.model;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;

/** {@code instance-identifier}; RFC 7950 section 9.13 in the form of RFC 7951 section 6.11. */
final class InstanceIdentifierCodec extends NamedCodec {
    private final Supplier<SchemaNode> root;

    InstanceIdentifierCodec(Supplier<SchemaNode> root) {
        super("an instance-identifier");
        this.root = root;
    }

    @Override
    public Object parse(String text) {
        return new InstanceIdentifierText(text, root.get()).read();
    }

    /** The shortest form: a module's name only where it differs from the parent's. */
    @Override
    public String canonical(Object value) {
        var out = new StringBuilder();
        SchemaNode node = root.get();
        for (PathArgument step : ((YangInstanceIdentifier) value).getPathArguments()) {
            switch (step) {
                case NodeIdentifierWithPredicates entry -> predicates(node, entry, out);
                case NodeWithValue<?> leaf -> predicate(".", node.type().canonical(leaf.getValue()), out);
                case NodeIdentifier plain -> {
                    SchemaNode child = node.child(plain.getNodeType());
                    if (child != null) {
                        out.append('/')
                                .append(child.module().equals(node.module()) ? child.name() : child.qualifiedName());
                        node = child;
                    }
                }
                default -> throw new IllegalStateException("no such step: " + step);
            }
        }
        return out.toString();
    }

    private static void predicates(SchemaNode list, NodeIdentifierWithPredicates entry, StringBuilder out) {
        for (SchemaNode key : list.keyNodes()) {
            predicate(key.name(), key.type().canonical(requireNonNull(entry.getValue(key.qname()))), out);
        }
    }

    private static void predicate(String name, String value, StringBuilder out) {
        char quote = value.indexOf('\'') < 0 ? '\'' : '"';
        out.append('[')
                .append(name)
                .append('=')
                .append(quote)
                .append(value)
                .append(quote)
                .append(']');
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof YangInstanceIdentifier;
    }
}
