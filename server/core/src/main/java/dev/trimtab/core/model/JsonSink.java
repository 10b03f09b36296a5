package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Path;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeWithValue;

/** Writes what a walk shows as JSON; objects and arrays begin when there is something in them. */
final class JsonSink implements TreeSink {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final boolean strict;
    private final Deque<SchemaNode> notBegun = new ArrayDeque<>();
    private int open;

    JsonSink(JsonGenerator out, boolean strict) {
        this.out = out;
        this.strict = strict;
    }

    @Override
    public void openContainer(SchemaNode schema) {
        notBegun.addLast(schema);
    }

    @Override
    public void openList(SchemaNode schema) {
        notBegun.addLast(schema);
    }

    @Override
    public void openEntry(SchemaNode schema) throws IOException {
        exists();
        out.writeStartObject();
        open++;
    }

    @Override
    public void exists() throws IOException {
        while (!notBegun.isEmpty()) {
            SchemaNode schema = notBegun.removeFirst();
            out.writeFieldName(name(schema));
            if (schema.kind() == SchemaNode.Kind.LIST) {
                out.writeStartArray();
            } else {
                out.writeStartObject();
            }
            open++;
        }
    }

    @Override
    public void closeObject() throws IOException {
        if (notBegun.pollLast() == null) {
            out.writeEndObject();
            open--;
        }
    }

    @Override
    public void closeList() throws IOException {
        if (notBegun.pollLast() == null) {
            out.writeEndArray();
            open--;
        }
    }

    @Override
    public void annotations(Annotated annotations) throws IOException {
        exists();
        out.writeFieldName(Annotations.NAME);
        annotations.write(out, strict);
    }

    /** RFC 7951 section 4: the members of the top-level object are qualified, others where the module changes. */
    private String name(SchemaNode schema) {
        SchemaNode parent = schema.parent();
        boolean changes = parent == null || !parent.module().equals(schema.module());
        if (strict && (open == 0 || changes)) {
            return schema.qualifiedName();
        }
        return strict ? schema.name() : PathResolver.pathName(schema);
    }

    /** Whether a name comes before a value: not where the value is all there is. */
    private boolean inObject() {
        return out.getOutputContext().inObject();
    }

    @Override
    public void leaf(SchemaNode schema, Object value, @Nullable Path path, @Nullable Annotated annotations)
            throws IOException {
        begin(schema);
        schema.type().codec().toJson(value, out, strict);
        beside(schema, annotations);
    }

    private void begin(SchemaNode schema) throws IOException {
        exists();
        if (inObject()) {
            out.writeFieldName(name(schema));
        }
    }

    private void beside(SchemaNode schema, @Nullable Annotated annotations) throws IOException {
        if (annotations != null && annotations.isOwn() && inObject()) {
            out.writeFieldName(Annotations.NAME + name(schema));
            annotations.write(out, strict);
        }
    }

    @Override
    public void leafList(
            SchemaNode schema, Collection<Object> values, @Nullable Path path, @Nullable Annotated annotations)
            throws IOException {
        begin(schema);
        out.writeStartArray();
        for (Object value : values) {
            schema.type().codec().toJson(value, out, strict);
        }
        out.writeEndArray();
        if (annotations != null && inObject()) {
            out.writeFieldName(Annotations.NAME + name(schema));
            ofValues(schema, values, annotations);
        }
    }

    /** Null for a value without annotations, and nothing after the last one with some. */
    private void ofValues(SchemaNode schema, Collection<Object> values, Annotated annotations) throws IOException {
        int missing = 0;
        out.writeStartArray();
        for (Object value : values) {
            Annotated of = Annotated.below(annotations, new NodeWithValue<>(schema.qname(), value));
            if (of == null) {
                missing++;
                continue;
            }
            for (; missing > 0; missing--) {
                out.writeNull();
            }
            of.write(out, strict);
        }
        out.writeEndArray();
    }

    @Override
    public void any(SchemaNode schema, String json, @Nullable Path path, @Nullable Annotated annotations)
            throws IOException {
        begin(schema);
        if (annotations == null || schema.hasSiblingAnnotations()) {
            out.writeRawValue(json);
            beside(schema, annotations);
            return;
        }
        var object = new StringWriter();
        try (JsonGenerator inner = JSON.createGenerator(object)) {
            annotations.write(inner, strict);
        }
        String comma = json.length() == "{}".length() ? "" : ",";
        out.writeRawValue("{\"" + Annotations.NAME + "\":" + object + comma + json.substring(1));
    }
}
