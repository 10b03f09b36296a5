package dev.trimtab.core.model;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.trimtab.model.Path;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes what a walk shows as JSON; objects and arrays begin when there is something in them. */
final class JsonSink implements TreeSink {
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
            writeName(schema);
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

    /** RFC 7951 section 4: the members of the top-level object are qualified, others where the module changes. */
    private void writeName(SchemaNode schema) throws IOException {
        SchemaNode parent = schema.parent();
        boolean changes = parent == null || !parent.module().equals(schema.module());
        if (strict && (open == 0 || changes)) {
            out.writeFieldName(schema.qualifiedName());
        } else {
            out.writeFieldName(strict ? schema.name() : PathResolver.pathName(schema));
        }
    }

    /** Whether a name comes before a value: not where the value is all there is. */
    private boolean inObject() {
        return out.getOutputContext().inObject();
    }

    @Override
    public void leaf(SchemaNode schema, Object value, @Nullable Path path) throws IOException {
        begin(schema);
        schema.type().codec().toJson(value, out, strict);
    }

    private void begin(SchemaNode schema) throws IOException {
        exists();
        if (inObject()) {
            writeName(schema);
        }
    }

    @Override
    public void leafList(SchemaNode schema, Collection<Object> values, @Nullable Path path) throws IOException {
        begin(schema);
        out.writeStartArray();
        for (Object value : values) {
            schema.type().codec().toJson(value, out, strict);
        }
        out.writeEndArray();
    }

    @Override
    public void any(SchemaNode schema, String json, @Nullable Path path) throws IOException {
        begin(schema);
        out.writeRawValue(json);
    }
}
