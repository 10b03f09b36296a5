package dev.trimtab.core.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opendaylight.yangtools.yang.common.QName;

/** The children of one schema node with the names that find them. */
record SchemaChildren(
        String module, List<SchemaNode> inOrder, Map<String, SchemaNode> byName, Map<QName, SchemaNode> byQName) {

    static SchemaChildren of(String module, List<SchemaNode> children) {
        Map<String, SchemaNode> byName = new HashMap<>();
        Map<QName, SchemaNode> byQName = new HashMap<>();
        Set<String> ambiguous = ambiguousNames(children);
        for (SchemaNode child : children) {
            byQName.put(child.qname(), child);
            byName.put(child.qualifiedName(), child);
            if (child.module().equals(module) || !ambiguous.contains(child.name())) {
                byName.put(child.name(), child);
            }
        }
        return new SchemaChildren(module, List.copyOf(children), Map.copyOf(byName), Map.copyOf(byQName));
    }

    /** Children that only their qualified names find. */
    static SchemaChildren qualified(List<SchemaNode> children) {
        Map<String, SchemaNode> byName = new HashMap<>();
        Map<QName, SchemaNode> byQName = new HashMap<>();
        for (SchemaNode child : children) {
            byName.put(child.qualifiedName(), child);
            byQName.put(child.qname(), child);
        }
        return new SchemaChildren("", List.copyOf(children), Map.copyOf(byName), Map.copyOf(byQName));
    }

    /** Plain names that only their module tells apart: used by several children. */
    private static Set<String> ambiguousNames(List<SchemaNode> children) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (SchemaNode child : children) {
            if (!seen.add(child.name())) {
                twice.add(child.name());
            }
        }
        return twice;
    }

    /** The child that {@code name} means to the parent's own module: how a list names its keys. */
    SchemaNode own(String name) {
        SchemaNode child = byName.get(name);
        if (child == null) {
            throw new IllegalStateException("list of module " + module + " has no key leaf '" + name + "'");
        }
        return child;
    }
}
