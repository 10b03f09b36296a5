package dev.trimtab.core.migration;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import java.util.HashMap;
import java.util.Map;

/** Knows of a schema where a default can be in use without any data: at a node, or below it outside lists and presence. */
final class Defaults {
    private final Map<SchemaNode, Boolean> known = new HashMap<>();

    boolean atOrBelow(SchemaNode schema) {
        Boolean answer = known.get(schema);
        if (answer == null) {
            answer = !schema.defaults().isEmpty()
                    || schema.children().stream()
                            .filter(child -> child.kind() != Kind.LIST && !child.presence())
                            .anyMatch(this::atOrBelow);
            known.put(schema, answer);
        }
        return answer;
    }
}
