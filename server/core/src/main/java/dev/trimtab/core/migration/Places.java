package dev.trimtab.core.migration;

import dev.trimtab.core.migration.Conversions.Converted;
import dev.trimtab.core.migration.Step.KeySource;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.TargetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;

/** Finds the places of the new configuration: by a rule, or by name below the place of the parent. */
final class Places {
    private final LoadedModel to;
    private final Draft root;
    private final TargetId target;
    private final Outcome outcome;

    Places(LoadedModel to, Draft root, TargetId target, Outcome outcome) {
        this.to = to;
        this.root = root;
        this.target = target;
        this.outcome = outcome;
    }

    /** A leaf's place: where it goes, and as which leaf. */
    record LeafPlace(Spot spot, @Nullable SchemaNode leaf) {}

    LeafPlace ofLeaf(SchemaNode leaf, Spot parent, @Nullable Fate fate, Map<SchemaNode, String> bindings) {
        if (fate instanceof Fate.Moves(List<Step> steps, var _, var _)) {
            Spot spot = follow(steps.subList(0, steps.size() - 1), bindings);
            return new LeafPlace(spot, steps.getLast().node());
        }
        if (fate != null) {
            return new LeafPlace(decided(fate, bindings), null);
        }
        if (!(parent instanceof Spot.In(Draft draft))) {
            return new LeafPlace(parent, null);
        }
        SchemaNode child = sameName(draft.schema(), leaf);
        return child == null || child.kind() != leaf.kind() || child.isKey()
                ? new LeafPlace(new Spot.Nowhere(noPlace(child)), null)
                : new LeafPlace(parent, child);
    }

    Spot ofContainer(SchemaNode schema, Spot parent, @Nullable Fate fate, Map<SchemaNode, String> bindings) {
        if (fate != null) {
            return decided(fate, bindings);
        }
        if (!(parent instanceof Spot.In(Draft draft))) {
            return parent;
        }
        SchemaNode child = sameName(draft.schema(), schema);
        return child == null || child.kind() != Kind.CONTAINER
                ? new Spot.Nowhere(noPlace(child))
                : new Spot.In(draft.container(child));
    }

    Spot ofEntry(
            SchemaNode list,
            DataContainerNode entry,
            Spot parent,
            @Nullable Fate fate,
            Map<SchemaNode, String> bindings) {
        if (fate != null) {
            return decided(fate, bindings);
        }
        if (!(parent instanceof Spot.In(Draft draft))) {
            return parent;
        }
        SchemaNode child = sameName(draft.schema(), list);
        return child == null || child.kind() != Kind.LIST
                ? new Spot.Nowhere(noPlace(child))
                : sameKeys(child, list, entry, draft);
    }

    /** The entry whose keys are the leaves of the same names, keys before or not. */
    private Spot sameKeys(SchemaNode list, SchemaNode oldList, DataContainerNode entry, Draft parent) {
        List<String> texts = new ArrayList<>();
        for (SchemaNode key : list.keyNodes()) {
            SchemaNode old = sameName(oldList, key);
            String text = old == null || old.kind() != Kind.LEAF ? null : OldNodes.text(entry, old);
            if (text == null) {
                return new Spot.Nowhere("the entry has no '" + key.name() + "', which is a key in " + to);
            }
            texts.add(text);
        }
        return entry(parent, list, texts);
    }

    /** The old leaves that are keys of the entry's new place, and so need no place of their own. */
    List<SchemaNode> boundKeys(SchemaNode oldList, Spot spot, @Nullable Fate fate) {
        if (!(spot instanceof Spot.In(Draft draft))) {
            return List.of();
        }
        if (fate instanceof Fate.Moves(List<Step> steps, var _, var _)) {
            return oldList.keyNodes().stream()
                    .filter(key -> steps.stream()
                            .flatMap(step -> step.keys().stream())
                            .anyMatch(source -> source.equals(new KeySource.Bound(key))))
                    .toList();
        }
        return draft.schema().keyNodes().stream()
                .<SchemaNode>mapMulti((key, bound) -> {
                    SchemaNode old = sameName(oldList, key);
                    if (old != null) {
                        bound.accept(old);
                    }
                })
                .toList();
    }

    /** The key of {@code entry} that a bound key has become; null where it is a key further up. */
    static @Nullable SchemaNode keyOf(Draft entry, SchemaNode bound, @Nullable Fate fate) {
        if (fate instanceof Fate.Moves(List<Step> steps, var _, var _)) {
            int at = steps.isEmpty() ? -1 : steps.getLast().keys().indexOf(new KeySource.Bound(bound));
            return at < 0 ? null : entry.schema().keyNodes().get(at);
        }
        return sameName(entry.schema(), bound);
    }

    /** The place that a rule says. */
    Spot decided(Fate fate, Map<SchemaNode, String> bindings) {
        return switch (fate) {
            case Fate.Moves(List<Step> steps, var _, var _) -> follow(steps, bindings);
            case Fate.Ends(var _, String reason) -> new Spot.Nowhere(reason);
            case Fate.ToCode _ -> new Spot.WithCode();
        };
    }

    private Spot follow(List<Step> steps, Map<SchemaNode, String> bindings) {
        Draft draft = root;
        for (Step step : steps) {
            if (step.node().kind() == Kind.CONTAINER) {
                draft = draft.container(step.node());
            } else {
                switch (entry(draft, step, bindings)) {
                    case Spot.In(Draft found) -> draft = found;
                    case Spot other -> {
                        return other;
                    }
                }
            }
        }
        return new Spot.In(draft);
    }

    private Spot entry(Draft parent, Step step, Map<SchemaNode, String> bindings) {
        List<String> texts = new ArrayList<>();
        for (KeySource source : step.keys()) {
            texts.add(
                    switch (source) {
                        case KeySource.Bound(SchemaNode key) -> bindings.getOrDefault(key, "");
                        case KeySource.Constant(String text) -> text;
                        case KeySource.TargetName _ -> target.value();
                    });
        }
        int before = parent.entries(step.node()).size();
        Spot spot = entry(parent, step.node(), texts);
        boolean made = parent.entries(step.node()).size() > before;
        for (int i = 0; i < texts.size(); i++) {
            if (!(step.keys().get(i) instanceof KeySource.Bound)) {
                noteKey(spot, made, step.node().keyNodes().get(i), texts.get(i));
            }
        }
        return spot;
    }

    /** A key that does not come from the old configuration is invented, and if it does not fit nothing below it can be. */
    private void noteKey(Spot spot, boolean made, SchemaNode key, String text) {
        if (Conversions.convert(null, text, key.type()) instanceof Converted.Unfit(String reason)) {
            outcome.refuse(key.path(), text, "the target's name cannot be the key of the new version: " + reason);
        } else if (made && spot instanceof Spot.In(Draft entry)) {
            String reason = "the new version has a list here, and its entry needs a name";
            outcome.noteIfExists(entry, MigrationNote.invented(entry.path(key), text, reason));
        }
    }

    private Spot entry(Draft parent, SchemaNode list, List<String> texts) {
        List<String> canonical = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            SchemaNode key = list.keyNodes().get(i);
            switch (Conversions.convert(null, texts.get(i), key.type())) {
                case Converted.Fit(Object value, String text) -> {
                    canonical.add(text);
                    values.add(value);
                }
                case Converted.Unfit(String reason) -> {
                    return new Spot.Nowhere("key '" + key.name() + "' of the new version: " + reason);
                }
            }
        }
        Draft known = parent.entryIfKnown(list, canonical);
        return new Spot.In(known != null ? known : parent.addEntry(list, canonical, values));
    }

    /** Whether a default can be in use at or below something that is not there, in either version. */
    boolean mayHaveDefaults(SchemaNode schema, Spot parent) {
        SchemaNode child = parent instanceof Spot.In(Draft draft) ? sameName(draft.schema(), schema) : null;
        return schema.hasDefaultsBelow() || (child != null && child.hasDefaultsBelow());
    }

    /** The configuration node of the same name, of the same module where two have it. */
    private static @Nullable SchemaNode sameName(SchemaNode parent, SchemaNode old) {
        SchemaNode exact = parent.child(old.qualifiedName());
        SchemaNode child = exact != null ? exact : parent.child(old.name());
        return child != null && child.config() ? child : null;
    }

    private String noPlace(@Nullable SchemaNode child) {
        if (child == null) {
            return to + " has no such node";
        }
        return child.isKey() ? "it is a key in " + to : "it is not the same kind of node in " + to;
    }
}
