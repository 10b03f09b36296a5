package dev.trimtab.core.model;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.Map;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;

/**
 * Which node is annotated: in a tree its yangtools identifier, in text its canonical path, {@code /box/part[id=1]}, or of one value of
 * a leaf-list {@code /box/tag[.=a]}. Unlike the text of an instance-identifier it has room for every value of a key.
 */
final class AnnotatedNodeCodec extends NamedCodec {
    /** Names the value of a leaf-list as a key would. */
    private static final String VALUE = ".";

    private final SchemaNode root;

    AnnotatedNodeCodec(SchemaNode root) {
        super("the path of a node");
        this.root = root;
    }

    @Override
    public Object parse(String text) {
        try {
            Path path = Path.parse(text);
            if (path.isRoot() || Annotations.isAt(path)) {
                throw InvalidValueException.type("annotations of '" + text + "' do not stand here");
            }
            return id(path);
        } catch (FailureException | IllegalArgumentException e) {
            throw InvalidValueException.type("'" + text + "' is the path of no node: " + e.getMessage());
        }
    }

    private YangInstanceIdentifier id(Path path) {
        PathElement last = path.elements().getLast();
        String value = last.keys().get(VALUE);
        if (value != null) {
            Instance leafList = PathResolver.resolve(root, path.parent().child(last.name()));
            if (leafList.schema().kind() != Kind.LEAF_LIST || last.keys().size() > 1) {
                throw InvalidValueException.type("'" + path + "' is no value of a leaf-list");
            }
            return leafList.id()
                    .node(new NodeWithValue<>(
                            leafList.schema().qname(), leafList.schema().type().parse(value)));
        }
        Instance at = PathResolver.resolve(root, path);
        boolean many = at.schema().kind() == Kind.LEAF_LIST || (at.schema().kind() == Kind.LIST && !at.isEntry());
        if (many || !at.schema().config()) {
            throw InvalidValueException.type("'" + path + "' is " + (many ? "not one node" : "state"));
        }
        return at.id();
    }

    @Override
    public String canonical(Object value) {
        return instance(root, (YangInstanceIdentifier) value).path().toString();
    }

    /** The annotated node. */
    private static Instance instance(SchemaNode root, YangInstanceIdentifier id) {
        Path path = Path.ROOT;
        SchemaNode node = root;
        for (PathArgument step : id.getPathArguments()) {
            SchemaNode child = node.child(step.getNodeType());
            if (step instanceof NodeIdentifierWithPredicates entry) {
                path = path.parent().child(PathExpansion.element(node, entry));
            } else if (step instanceof NodeWithValue<?> entry) {
                String value = node.type().canonical(entry.getValue());
                path = path.parent().child(new PathElement(PathResolver.pathName(node), Map.of(VALUE, value)));
            } else if (child != null) {
                path = path.child(PathResolver.pathName(child));
                node = child;
            }
        }
        return new Instance(path, node, id);
    }

    /** Where JSON has the annotations of a node: RFC 7952 section 5.2. */
    static Path member(SchemaNode root, YangInstanceIdentifier id) {
        Instance at = instance(root, id);
        return at.schema().hasSiblingAnnotations()
                ? at.path().parent().child(Annotations.NAME + PathResolver.pathName(at.schema()))
                : at.path().child(Annotations.NAME);
    }

    @Override
    public boolean holds(Object value) {
        return value instanceof YangInstanceIdentifier;
    }
}
