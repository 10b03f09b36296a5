package dev.trimtab.core.transaction;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.InvalidValueException;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.LeafLists;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.PathElement;
import dev.trimtab.model.Value;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/** An operation with the meaning its target's model gives it; what the committer executes. */
sealed interface Step {
    Operation operation();

    /** A removal; wildcards are resolved when it is executed. */
    record Remove(Operation.Delete operation) implements Step {}

    /** A value for one node, with the annotations in it. */
    record Write(Operation operation, Instance at, NormalizedNode node, List<MapEntryNode> annotations)
            implements Step {}

    /**
     * Decodes {@code operation}.
     *
     * @param violations gets every value that does not fit its type; the step is of no use then
     * @throws dev.trimtab.core.failure.FailureException with {@code UnknownNode} or {@code Malformed}
     */
    static Step decode(LoadedModel model, Operation operation, List<Violation> violations) {
        return switch (operation) {
            case Operation.Delete delete -> new Remove(delete);
            case Operation.Replace(var _, var path, Value value) ->
                write(operation, PathResolver.resolve(model, path), model, value, violations);
            case Operation.Update(var _, var path, Value value) ->
                write(operation, PathResolver.resolve(model, path), model, value, violations);
            case Operation.Create(var _, var path, Value value) ->
                write(operation, PathResolver.resolve(model, path), model, value, violations);
        };
    }

    private static Step write(
            Operation operation, Instance at, LoadedModel model, Value value, List<Violation> violations) {
        if (!at.schema().config()) {
            throw new Failure.Malformed(at.path(), at.path() + " is read-only").asException();
        }
        int before = violations.size();
        Write write = switch (value) {
            case Value.Json(byte[] text, boolean strict) -> json(operation, model, at, text, strict, violations);
            default -> new Write(operation, at, scalar(at, value, violations), List.of());
        };
        if (violations.size() == before) {
            checkKeyUnchanged(at, write.node());
        }
        return write;
    }

    private static Write json(
            Operation operation,
            LoadedModel model,
            Instance at,
            byte[] text,
            boolean strict,
            List<Violation> violations) {
        Decoded decoded = JsonReader.readAnnotated(model, at, text, strict);
        violations.addAll(decoded.violations());
        NormalizedNode node = decoded.node();
        return new Write(operation, at, node == null ? absent(at) : node, decoded.annotations());
    }

    /** Stands in for a value that did not decode; never reaches a tree, since its violations stop the command. */
    private static NormalizedNode absent(Instance at) {
        return ImmutableNodes.leafNode(at.schema().qname(), "");
    }

    private static NormalizedNode scalar(Instance at, Value value, List<Violation> violations) {
        SchemaNode schema = at.schema();
        try {
            return switch (schema.kind()) {
                case LEAF ->
                    ImmutableNodes.leafNode(schema.qname(), schema.type().fromValue(value));
                case LEAF_LIST -> leafList(schema, value);
                default ->
                    throw new Failure.Malformed(
                                    at.path(), at.path() + " is not a leaf and takes JSON, not a scalar value")
                            .asException();
            };
        } catch (InvalidValueException e) {
            violations.add(new Violation(at.path(), e.rule(), text(value), e.message(), e.appTag()));
            return absent(at);
        }
    }

    /** The offending value for the person who sent it. */
    private static @Nullable String text(Value value) {
        return switch (value) {
            case Value.Json(byte[] json, boolean _) -> new String(json, StandardCharsets.UTF_8);
            case Value.Text(String text) -> text;
            case Value.Int(long number) -> Long.toString(number);
            case Value.Uint(long number) -> Long.toUnsignedString(number);
            case Value.Bool(boolean truth) -> Boolean.toString(truth);
            case Value.Floating(double number) -> Double.toString(number);
            case Value.Decimal(var number) -> number.toPlainString();
            case Value.Binary(byte[] bytes) -> bytes.length + " bytes";
            case Value.Sequence(List<Value> elements) -> elements.size() + " elements";
        };
    }

    private static NormalizedNode leafList(SchemaNode schema, Value value) {
        var elements = value instanceof Value.Sequence(var many) ? many : List.of(value);
        return LeafLists.node(
                schema, elements.stream().map(schema.type()::fromValue).toList());
    }

    /** A key leaf may be written with the value it has and no other: keys never change (RFC 7950 section 7.8.2). */
    private static void checkKeyUnchanged(Instance at, NormalizedNode node) {
        SchemaNode list = at.schema().parent();
        if (list == null || !list.keys().contains(at.schema().name())) {
            return;
        }
        PathElement entry = at.path().elements().get(at.path().elements().size() - 2);
        String key = entry.keys().getOrDefault(at.schema().name(), "");
        String given = at.schema().type().canonical(node.body());
        if (!key.equals(given)) {
            throw new Failure.Malformed(
                            at.path(),
                            "key " + at.path() + " cannot be changed to '" + given + "'; write another entry")
                    .asException();
        }
    }
}
