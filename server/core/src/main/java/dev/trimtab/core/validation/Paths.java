package dev.trimtab.core.validation;

import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.xpath.XNode;
import dev.trimtab.core.xpath.XSchema;
import dev.trimtab.model.Path;
import dev.trimtab.model.PathElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says where in the tree a node is. */
final class Paths {
    private Paths() {}

    /** The path with all keys; an entry of a leaf-list has the path of the leaf-list. */
    static Path of(XNode node) {
        List<PathElement> elements = new ArrayList<>();
        for (XNode at = node; at != null && at.parent() != null; at = at.parent()) {
            elements.addFirst(new PathElement(name(at.schema()), keys(at)));
        }
        return new Path(elements);
    }

    /** The path of a child that need not exist; of a list, of the list as a whole. */
    static Path of(XNode parent, XSchema child) {
        return of(parent).child(name(child));
    }

    /** The place of a stored node in its tree. */
    static Instance instance(XNode node) {
        return new Instance(of(node), node.schema().node(), Identifiers.of(node));
    }

    /** The place of a child that need not exist; of a list or leaf-list, of the whole. */
    static Instance instance(XNode parent, XSchema child) {
        return new Instance(of(parent, child), child.node(), Identifiers.of(parent, child));
    }

    /** A node's name as paths have it: with its module only where the plain name is not enough. */
    private static String name(XSchema schema) {
        return schema.node().path().elements().getLast().name();
    }

    private static Map<String, String> keys(XNode node) {
        Map<String, String> keys = new TreeMap<>();
        for (SchemaNode key : node.schema().node().keyNodes()) {
            XSchema leaf = node.schema().child(key.qname());
            if (leaf != null) {
                node.children(leaf).forEach(value -> keys.put(key.name(), value.text()));
            }
        }
        return keys;
    }
}
