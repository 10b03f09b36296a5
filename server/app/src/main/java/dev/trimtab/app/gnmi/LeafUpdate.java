package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.Value;
import dev.trimtab.proto.gnmi.Update;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A leaf's new value, encoded at most about once for each encoding however many streams send it. Thread-safe.
 *
 * <p>The encoded form has an absolute path without origin.
 */
final class LeafUpdate {
    private final Path path;
    private final SchemaNode schema;
    private final Value value;
    private final AtomicReferenceArray<Update> encoded = new AtomicReferenceArray<>(ValueEncoding.values().length);

    LeafUpdate(Path path, SchemaNode schema, Value value) {
        this.path = path;
        this.schema = schema;
        this.value = value;
    }

    Path path() {
        return path;
    }

    Value value() {
        return value;
    }

    /** @param origin as the subscription has it in its path; mostly empty */
    Update encode(ValueEncoding encoding, String origin) {
        Update update = encoded.get(encoding.slot());
        if (update == null) {
            update = Update.newBuilder()
                    .setPath(GnmiPaths.encode(path))
                    .setVal(LeafEncoder.encode(schema, value, encoding))
                    .build();
            encoded.set(encoding.slot(), update);
        }
        return origin.isEmpty()
                ? update
                : update.toBuilder().setPath(GnmiPaths.encode(path, origin)).build();
    }
}
