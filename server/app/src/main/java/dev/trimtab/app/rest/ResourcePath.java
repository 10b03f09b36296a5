package dev.trimtab.app.rest;

import dev.trimtab.apigen.Resource;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The place in a model that a URL names.
 *
 * @param path without wildcards, a list's keys in canonical form
 * @param kind whether a list's path is of the whole or of one entry
 */
record ResourcePath(Path path, SchemaNode node, Resource.Kind kind) {

    /**
     * Reads the decoded segments after the target: names, and after a list's name one segment for each of its keys.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code UnknownNode}, or {@code Malformed} when keys are missing or
     *     no values of their types
     */
    static ResourcePath of(LoadedModel model, List<String> segments) {
        Path path = Path.ROOT;
        SchemaNode node = model.root();
        boolean entry = false;
        for (Iterator<String> rest = segments.iterator(); rest.hasNext(); ) {
            String name = rest.next();
            SchemaNode child = name.isEmpty() ? null : node.child(name);
            if (child == null) {
                throw new Failure.UnknownNode(path, "model " + model.id() + " has no '" + name + "' in " + path)
                        .asException();
            }
            node = child;
            entry = child.kind() == SchemaNode.Kind.LIST && rest.hasNext();
            path = path.child(new PathElement(name, entry ? keys(path, child, rest) : Map.of()));
        }
        return new ResourcePath(PathResolver.resolve(model, path).path(), node, Resource.kind(node, entry));
    }

    private static Map<String, String> keys(Path above, SchemaNode list, Iterator<String> rest) {
        Map<String, String> keys = new TreeMap<>();
        for (String key : list.keys()) {
            if (!rest.hasNext()) {
                throw new Failure.Malformed(above, "an entry of " + list.name() + " is named by " + list.keys())
                        .asException();
            }
            keys.put(key, rest.next());
        }
        if (keys.isEmpty()) {
            throw new Failure.UnknownNode(above, "the entries of " + list.name() + " have no keys and no URLs")
                    .asException();
        }
        return keys;
    }
}
