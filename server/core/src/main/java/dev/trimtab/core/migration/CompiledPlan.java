package dev.trimtab.core.migration;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.ValueSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plan whose paths are nodes of two loaded models.
 *
 * @param fates what the rules decide, by node of the old schema
 * @param towardsDefaults nodes of the old schema at or below which something moves to where a default can be in use
 * @param inventions the defaults, in the order of the plan
 */
record CompiledPlan(Map<SchemaNode, Fate> fates, Set<SchemaNode> towardsDefaults, List<Invention> inventions) {
    CompiledPlan {
        fates = Map.copyOf(fates);
        towardsDefaults = Set.copyOf(towardsDefaults);
        inventions = List.copyOf(inventions);
    }

    /**
     * A leaf of the new version that gets a value wherever it has none.
     *
     * @param way from the root down to the leaf
     * @param sourceWay likewise, to the leaf whose value it takes; empty if the source is no leaf
     */
    record Invention(List<SchemaNode> way, ValueSource source, List<SchemaNode> sourceWay, String reason) {
        Invention {
            way = List.copyOf(way);
            sourceWay = List.copyOf(sourceWay);
        }
    }
}
