package dev.trimtab.core.model;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.util.ImmutableOffsetMapTemplate;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.NodeIdentifierWithPredicates;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier.PathArgument;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Finds what a path names: in the schema, or in a tree. */
public final class PathResolver {
    private PathResolver() {}

    /**
     * The place that a path without wildcards names. Costs a few lookups for each element.
     *
     * @param path keys may be missing on the last element only, which then names the whole list
     * @throws FailureException with {@code UnknownNode} if the model has no such node, {@code Malformed} if the path's keys or
     *     modules do not fit the model or it has a wildcard
     */
    public static Instance resolve(LoadedModel model, Path path) {
        return resolve(model.root(), path);
    }

    static Instance resolve(SchemaNode root, Path path) {
        SchemaNode node = root;
        int length = path.elements().size();
        List<PathElement> canonical = new ArrayList<>(length);
        List<PathArgument> id = new ArrayList<>(2 * length);
        for (int i = 0; i < length; i++) {
            PathElement element = path.elements().get(i);
            if (element.hasWildcard()) {
                throw malformed(path, "a wildcard is not allowed here");
            }
            node = child(node, element, path);
            Map<String, String> keys = step(node, element, i == length - 1, path, id);
            canonical.add(new PathElement(pathName(node), keys));
        }
        return new Instance(new Path(canonical), node, YangInstanceIdentifier.of(id));
    }

    private static SchemaNode child(SchemaNode parent, PathElement element, Path path) {
        SchemaNode child = parent.child(element.name());
        if (child != null) {
            return child;
        }
        int colon = element.name().indexOf(':');
        String plain = element.name().substring(colon + 1);
        if (colon >= 0
                && parent.children().stream().anyMatch(other -> other.name().equals(plain))) {
            throw malformed(
                    path,
                    "'" + plain + "' is not defined by module '"
                            + element.name().substring(0, colon) + "'");
        }
        throw unknown(path, element.name(), parent);
    }

    /** Adds the arguments of one element to {@code id} and gives its keys in canonical form. */
    private static Map<String, String> step(
            SchemaNode node, PathElement element, boolean last, Path path, List<PathArgument> id) {
        node.choices().forEach(choice -> id.add(choice.id()));
        id.add(node.id());
        if (element.keys().isEmpty()) {
            if (node.kind() == Kind.LIST && !last) {
                throw malformed(path, "list '" + node.name() + "' needs its keys " + node.keys());
            }
            return Map.of();
        }
        Map<String, String> canonical = new TreeMap<>();
        id.add(entry(node, element, path, canonical));
        return canonical;
    }

    private static NodeIdentifierWithPredicates entry(
            SchemaNode node, PathElement element, Path path, Map<String, String> canonical) {
        Map<String, Object> values = keyValues(node, element, path);
        if (values.size() != node.keys().size()) {
            throw malformed(path, "list '" + node.name() + "' needs all its keys " + node.keys());
        }
        Object[] inOrder = node.keys().stream().map(values::get).toArray();
        for (SchemaNode key : node.keyNodes()) {
            canonical.put(key.name(), key.type().canonical(values.getOrDefault(key.name(), "")));
        }
        return entryId(node, inOrder);
    }

    /** The name of a list entry among yangtools' path arguments, its values in the order of the list's keys. */
    static NodeIdentifierWithPredicates entryId(SchemaNode list, Object[] values) {
        if (values.length == 1) {
            return NodeIdentifierWithPredicates.of(
                    list.qname(), list.keyNodes().getFirst().qname(), values[0]);
        }
        var template = ImmutableOffsetMapTemplate.ordered(
                list.keyNodes().stream().map(SchemaNode::qname).toList());
        return NodeIdentifierWithPredicates.of(list.qname(), template.instantiateWithValues(values));
    }

    /** The values of an element's keys that are no wildcards, by the plain name of the key. */
    static Map<String, Object> keyValues(SchemaNode node, PathElement element, Path path) {
        if (!element.keys().isEmpty() && node.kind() != Kind.LIST) {
            throw malformed(path, "'" + node.name() + "' is no list and has no keys");
        }
        Map<String, Object> values = new TreeMap<>();
        element.keys().forEach((name, text) -> {
            SchemaNode key = key(node, name, path);
            if (!text.equals(PathElement.ANY)) {
                values.put(key.name(), keyValue(key, text, path));
            }
        });
        return values;
    }

    private static SchemaNode key(SchemaNode list, String name, Path path) {
        SchemaNode key = list.child(name);
        if (key == null || !list.keyNodes().contains(key)) {
            throw malformed(path, "list '" + list.name() + "' has the keys " + list.keys() + ", not '" + name + "'");
        }
        return key;
    }

    private static Object keyValue(SchemaNode key, String text, Path path) {
        try {
            return key.type().parse(text);
        } catch (InvalidValueException e) {
            throw malformed(path, "key '" + key.name() + "': " + e.message());
        }
    }

    /** The node's name in a path: plain unless ambiguous. */
    static String pathName(SchemaNode node) {
        return node.path().elements().getLast().name();
    }

    /**
     * Whether some node of the model can match a pattern.
     *
     * @throws FailureException with {@code Malformed} if the keys of the pattern do not fit the nodes it names
     */
    public static boolean exists(LoadedModel model, Path pattern) {
        return PathPattern.of(pattern).matchesSchema(model.root());
    }

    /**
     * Everything in a tree that a pattern matches, with the real keys.
     *
     * <p>{@code *} is any one node, {@code ...} any number of them, at the end of the pattern any one; keys that are missing or
     * {@code *} match every entry. Each place is given once, in the order of the schema and of the entries.
     *
     * @param root the tree's root; null for an empty tree
     * @param existence which nodes match although nothing is stored for them: leaves with a default in use, and, without any
     *     content, containers that may have one at some level below
     * @param wholeLists whether a list without any key at the pattern's end is one match, and not one for each entry
     * @throws FailureException with {@code UnknownNode} if no node of the model can match, {@code Malformed} if the keys of the
     *     pattern do not fit the nodes it names
     */
    public static List<Match> expand(
            LoadedModel model, Path pattern, @Nullable NormalizedNode root, Existence existence, boolean wholeLists) {
        PathPattern ready = PathPattern.of(pattern);
        if (!ready.matchesSchema(model.root())) {
            throw unknown(pattern, pattern.toString(), model.root());
        }
        return new PathExpansion(ready, existence, wholeLists).from(model.root(), root);
    }

    /** Everything stored that a pattern matches, with one match for each entry of a list. */
    public static List<Match> expand(LoadedModel model, Path pattern, @Nullable NormalizedNode root) {
        return expand(model, pattern, root, Existence.STORED, false);
    }

    private static FailureException malformed(Path path, String reason) {
        return new Failure.Malformed(path, "path " + path + " is wrong: " + reason).asException();
    }

    private static FailureException unknown(Path path, String name, SchemaNode parent) {
        String where = parent.kind() == Kind.ROOT ? "the model" : "'" + parent.path() + "'";
        return new Failure.UnknownNode(path, "path " + path + ": " + where + " has no node '" + name + "'")
                .asException();
    }
}
