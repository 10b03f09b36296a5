package dev.trimtab.core.migration;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.PathElement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Elements of instance paths, named as the schema's own paths name them. */
final class PathNames {
    private PathNames() {}

    static PathElement of(SchemaNode node) {
        return node.path().elements().getLast();
    }

    /** The element of an entry, from the texts of its keys in the order of the list's keys. */
    static PathElement entry(SchemaNode list, List<String> keys) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            named.put(list.keys().get(i), keys.get(i));
        }
        return new PathElement(of(list).name(), named);
    }
}
