package dev.trimtab.core.migration;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapEntryNode;
import org.opendaylight.yangtools.yang.data.api.schema.MapNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Goes through the old tree once, in the order of its schema, and puts each value where it belongs in the new one. */
final class Walk {
    private final CompiledPlan plan;
    private final Places places;
    private final Values values;
    private final Identifiers identifiers;
    private final Outcome outcome;
    private final Map<SchemaNode, String> bindings = new HashMap<>();

    Walk(CompiledPlan plan, Places places, Values values, Identifiers identifiers, Outcome outcome) {
        this.plan = plan;
        this.places = places;
        this.values = values;
        this.identifiers = identifiers;
        this.outcome = outcome;
    }

    /** Walks everything. */
    void root(SchemaNode root, DataContainerNode tree, Draft draft) {
        Fate fate = plan.fates().get(root);
        Spot spot = fate == null ? new Spot.In(draft) : places.decided(fate, bindings);
        members(root, tree, Path.ROOT, spot, List.of());
    }

    /** {@code bound} are the keys that the new path already has. */
    private void members(
            SchemaNode schema, @Nullable DataContainerNode node, Path path, Spot spot, List<SchemaNode> bound) {
        for (SchemaNode child : schema.children()) {
            if (child.config() && !bound.contains(child)) {
                member(child, OldNodes.child(node, child), path.child(PathNames.of(child)), spot);
            }
        }
    }

    private void member(SchemaNode child, @Nullable NormalizedNode node, Path path, Spot spot) {
        Fate fate = plan.fates().get(child);
        switch (child.kind()) {
            case CONTAINER -> container(child, (DataContainerNode) node, path, spot, fate);
            case LIST -> {
                if (node instanceof MapNode map) {
                    map.body().forEach(entry -> entry(child, entry, path, spot, fate));
                }
            }
            default -> {
                if (node != null || defaultMatters(child, spot)) {
                    values.carry(child, node, path, places.ofLeaf(child, spot, fate, bindings), fate);
                }
            }
        }
    }

    private boolean defaultMatters(SchemaNode schema, Spot parent) {
        return plan.towardsDefaults().contains(schema) || places.mayHaveDefaults(schema, parent);
    }

    /** A container that is not there is walked too: defaults below it are in use. */
    private void container(
            SchemaNode schema, @Nullable DataContainerNode node, Path path, Spot parent, @Nullable Fate fate) {
        if (node == null && (schema.presence() || !defaultMatters(schema, parent))) {
            return;
        }
        Spot spot = places.ofContainer(schema, parent, fate, bindings);
        if (node != null) {
            presence(schema, path, spot);
        }
        if (spot instanceof Spot.In(Draft draft)) {
            identifiers.became(path, draft);
        }
        members(schema, node, path, spot, List.of());
    }

    private void presence(SchemaNode schema, Path path, Spot spot) {
        switch (spot) {
            case Spot.In(Draft draft)
            when schema.presence() -> {
                draft.touch();
                if (draft.schema().kind() == Kind.CONTAINER && !draft.schema().presence()) {
                    values.lost(path, null, "that the container exists means nothing in the new version");
                }
            }
            case Spot.In(Draft draft) -> {
                if (draft.schema().presence()) {
                    values.inventedPresence(draft);
                }
            }
            case Spot.Nowhere(String reason) when schema.presence() -> values.lost(path, null, reason);
            case Spot.WithCode _ when schema.presence() -> outcome.leaveToCode(path, null);
            case Spot.Nowhere _, Spot.WithCode _ -> {}
        }
    }

    private void entry(SchemaNode list, MapEntryNode entry, Path listPath, Spot parent, @Nullable Fate fate) {
        List<String> keys = OldNodes.keys(list, entry);
        for (int i = 0; i < keys.size(); i++) {
            bindings.put(list.keyNodes().get(i), keys.get(i));
        }
        Path path = listPath.parent().child(PathNames.entry(list, keys));
        Spot spot = places.ofEntry(list, entry, parent, fate, bindings);
        if (spot instanceof Spot.In(Draft draft)) {
            draft.touch();
            if (!outcome.claim(draft, path)) {
                return;
            }
            identifiers.became(path, draft);
        }
        List<SchemaNode> bound = places.boundKeys(list, spot, fate);
        for (SchemaNode key : bound) {
            keyBecame(key, path, spot, fate);
        }
        members(list, entry, path, spot, bound);
    }

    private void keyBecame(SchemaNode key, Path entry, Spot spot, @Nullable Fate fate) {
        SchemaNode now = spot instanceof Spot.In(Draft draft) ? Places.keyOf(draft, key, fate) : null;
        if (now != null && spot instanceof Spot.In(Draft draft)) {
            identifiers.became(entry.child(PathNames.of(key)), draft, now);
        }
    }
}
