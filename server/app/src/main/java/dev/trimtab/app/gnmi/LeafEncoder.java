package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiValues;
import dev.trimtab.core.model.Content;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LeafType;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.model.Value;
import dev.trimtab.proto.gnmi.TypedValue;
import java.util.List;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/** One leaf's value in the encoding that a stream asked for: a scalar, or the bare JSON value. Content without a schema is JSON. */
final class LeafEncoder {
    private static final JsonWriter.Options PLAIN = new JsonWriter.Options(false, true, Content.ALL, 0);
    private static final JsonWriter.Options STRICT = new JsonWriter.Options(true, true, Content.ALL, 0);

    private LeafEncoder() {}

    static TypedValue encode(SchemaNode schema, Value value, ValueEncoding encoding) {
        if (encoding == ValueEncoding.PROTO || value instanceof Value.Json) {
            return GnmiValues.encode(value);
        }
        byte[] json = JsonWriter.write(schema, node(schema, value), encoding.strict() ? STRICT : PLAIN, Visibility.ALL);
        return GnmiValues.encode(new Value.Json(json, encoding.strict()));
    }

    private static NormalizedNode node(SchemaNode schema, Value value) {
        LeafType type = schema.type();
        if (schema.kind() == SchemaNode.Kind.LEAF) {
            return ImmutableNodes.leafNode(schema.qname(), type.fromValue(value));
        }
        // The user's order is kept for every leaf-list: what is written is what the tree had.
        var leafList = ImmutableNodes.newUserLeafSetBuilder().withNodeIdentifier(schema.id());
        elements(value).forEach(element -> leafList.withChildValue(type.fromValue(element)));
        return leafList.build();
    }

    private static List<Value> elements(Value value) {
        return value instanceof Value.Sequence(List<Value> many) ? many : List.of(value);
    }
}
