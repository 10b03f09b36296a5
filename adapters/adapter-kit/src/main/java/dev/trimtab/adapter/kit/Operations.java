package dev.trimtab.adapter.kit;

import dev.trimtab.codec.GnmiPrefix;
import dev.trimtab.codec.GnmiValues;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.InvalidValueException;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LeafLists;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.model.Path;
import dev.trimtab.model.Value;
import dev.trimtab.model.Violation;
import dev.trimtab.proto.gnmi.SetRequest;
import dev.trimtab.proto.gnmi.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;

/**
 * Carries the operations of a Set over to a modification of a tree: all deletes, then all replaces, then all updates, each in the
 * order of the request. Source: gNMI 0.10.0, section 3.4.3.
 */
final class Operations {
    private final LoadedModel model;
    private final DataTreeModification modification;
    private final List<Violation> violations = new ArrayList<>();

    private Operations(LoadedModel model, DataTreeModification modification) {
        this.model = model;
        this.modification = modification;
    }

    /**
     * Applies a request.
     *
     * @return every value that does not fit its type; the modification is of no use if there is one
     * @throws dev.trimtab.core.failure.FailureException for a path that the model does not have
     * @throws dev.trimtab.codec.CodecException for a path or a value that is not gNMI's
     */
    static List<Violation> apply(SetRequest request, LoadedModel model, DataTreeModification modification) {
        var operations = new Operations(model, modification);
        GnmiPrefix prefix = GnmiPrefix.decode(request.getPrefix());
        for (dev.trimtab.proto.gnmi.Path path : request.getDeleteList()) {
            operations.delete(prefix.resolve(path));
        }
        for (Update replace : request.getReplaceList()) {
            Instance at = operations.writable(prefix.resolve(replace.getPath()));
            operations.node(at, replace).ifPresent(node -> TreeEdits.put(modification, model, at, node));
        }
        for (Update update : request.getUpdateList()) {
            Instance at = operations.writable(prefix.resolve(update.getPath()));
            operations.node(at, update).ifPresent(node -> TreeEdits.merge(modification, model, at, node));
        }
        return operations.violations;
    }

    private void delete(Path path) {
        if (!PathResolver.exists(model, path)) {
            return; // gNMI 0.10.0, section 3.4.6: deleting what does not exist is silent
        }
        NormalizedNode root = modification.readNode(YangInstanceIdentifier.of()).orElse(null);
        for (Match match : PathResolver.expand(model, path, root)) {
            requireWritable(match.instance());
            if (isKey(match.instance().schema())) {
                throw new Failure.Malformed(path, match.instance().path() + " is a key; delete its entry")
                        .asException();
            }
            TreeEdits.delete(modification, match.instance());
        }
    }

    private Instance writable(Path path) {
        Instance at = PathResolver.resolve(model, path);
        requireWritable(at);
        return at;
    }

    private static void requireWritable(Instance at) {
        if (!at.schema().config()) {
            throw new Failure.Malformed(at.path(), at.path() + " is read-only").asException();
        }
    }

    private static boolean isKey(SchemaNode schema) {
        SchemaNode parent = schema.parent();
        return parent != null && parent.keys().contains(schema.name());
    }

    private Optional<NormalizedNode> node(Instance at, Update update) {
        Value value = GnmiValues.decode(update);
        if (value instanceof Value.Json(byte[] text, boolean strict)) {
            Decoded decoded = JsonReader.read(model, at, text, strict);
            violations.addAll(decoded.violations());
            return Optional.ofNullable(decoded.node());
        }
        try {
            return Optional.of(scalar(at, value));
        } catch (InvalidValueException e) {
            violations.add(new Violation(at.path(), e.rule(), null, e.message(), e.appTag()));
            return Optional.empty();
        }
    }

    private static NormalizedNode scalar(Instance at, Value value) {
        SchemaNode schema = at.schema();
        return switch (schema.kind()) {
            case LEAF -> ImmutableNodes.leafNode(schema.qname(), schema.type().fromValue(value));
            case LEAF_LIST -> leafList(schema, value instanceof Value.Sequence(var many) ? many : List.of(value));
            default -> throw new Failure.Malformed(at.path(), at.path() + " takes JSON, not a scalar").asException();
        };
    }

    private static NormalizedNode leafList(SchemaNode schema, List<Value> elements) {
        return LeafLists.node(
                schema, elements.stream().map(schema.type()::fromValue).toList());
    }
}
