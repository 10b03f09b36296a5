package dev.trimtab.core.migration;

import dev.trimtab.core.migration.Conversions.Converted;
import dev.trimtab.core.migration.Places.LeafPlace;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.ValueConversion;
import dev.trimtab.model.ValueSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Carries values to their places, and notes what becomes of them. */
final class Values {
    private final TargetId target;
    private final Outcome outcome;

    Values(TargetId target, Outcome outcome) {
        this.target = target;
        this.outcome = outcome;
    }

    /** Carries a leaf, a leaf-list or anydata; {@code node} is null if it is not there. */
    void carry(SchemaNode old, @Nullable NormalizedNode node, Path path, LeafPlace place, @Nullable Fate fate) {
        SchemaNode leaf = place.leaf();
        if (node == null) {
            if (leaf != null && place.spot() instanceof Spot.In(Draft draft)) {
                compareDefaults(old, path, draft, leaf);
            }
        } else if (leaf != null && place.spot() instanceof Spot.In(Draft draft)) {
            put(old, node, path, new Goal(draft, leaf, fate));
        } else {
            leaveBehind(old, node, path, place.spot(), fate);
        }
    }

    /** Where a value goes and how. */
    private record Goal(
            Draft draft, SchemaNode leaf, @Nullable Fate fate) {
        @Nullable ValueConversion conversion() {
            return fate instanceof Fate.Moves moves ? moves.conversion() : null;
        }

        String reason() {
            return fate instanceof Fate.Moves moves ? moves.reason() : "the new version writes the value this way";
        }

        Path path() {
            return draft.path(leaf);
        }
    }

    private void put(SchemaNode old, NormalizedNode node, Path path, Goal goal) {
        switch (old.kind()) {
            case LEAF -> {
                String before = old.type().canonical(node.body());
                switch (Conversions.convert(
                        goal.conversion(), before, goal.leaf().type())) {
                    case Converted.Fit fit -> putLeaf(before, fit, path, goal);
                    case Converted.Unfit(String reason) -> lost(path, before, unfit(reason));
                }
            }
            case LEAF_LIST -> putLeafList(old, (LeafSetNode<?>) node, path, goal);
            default -> goal.draft().put(goal.leaf(), (String) node.body());
        }
    }

    private void putLeaf(String before, Converted.Fit fit, Path path, Goal goal) {
        Object there = goal.draft().value(goal.leaf());
        String thereText = there == null ? fit.text() : goal.leaf().type().canonical(there);
        if (!thereText.equals(fit.text())) {
            outcome.refuse(path, before, "it would become " + goal.path() + ", which already has another value");
            return;
        }
        goal.draft().put(goal.leaf(), fit.value());
        if (!fit.text().equals(before)) {
            outcome.note(Outcome.changed(path, goal.path(), before, fit.text(), goal.reason()));
        }
    }

    private void putLeafList(SchemaNode old, LeafSetNode<?> node, Path path, Goal goal) {
        List<Object> values = new ArrayList<>();
        if (goal.draft().value(goal.leaf()) instanceof List<?> already) {
            values.addAll(already);
        }
        for (var element : node.body()) {
            String before = old.type().canonical(element.body());
            switch (Conversions.convert(goal.conversion(), before, goal.leaf().type())) {
                case Converted.Fit(Object value, String text) -> {
                    values.add(value);
                    if (!text.equals(before)) {
                        outcome.note(Outcome.changed(path, goal.path(), before, text, goal.reason()));
                    }
                }
                case Converted.Unfit(String reason) -> lost(path, before, unfit(reason));
            }
        }
        goal.draft().put(goal.leaf(), values.stream().distinct().toList());
    }

    private static String unfit(String reason) {
        return "the new version does not take it: " + reason;
    }

    private void leaveBehind(SchemaNode old, NormalizedNode node, Path path, Spot spot, @Nullable Fate fate) {
        List<String> texts = texts(old, node);
        switch (spot) {
            case Spot.WithCode _ -> outcome.leaveToCode(path, String.join(" ", texts));
            case Spot.Nowhere(String reason) ->
                texts.stream().filter(text -> !implied(fate, text)).forEach(text -> lost(path, text, reason));
            case Spot.In _ -> throw new IllegalStateException(path + " has a place but no leaf to be");
        }
    }

    private static List<String> texts(SchemaNode old, NormalizedNode node) {
        return switch (old.kind()) {
            case LEAF -> List.of(old.type().canonical(node.body()));
            case LEAF_LIST ->
                ((LeafSetNode<?>) node)
                        .body().stream()
                                .map(element -> old.type().canonical(element.body()))
                                .toList();
            default -> List.of((String) node.body());
        };
    }

    private boolean implied(@Nullable Fate fate, String text) {
        return fate instanceof Fate.Ends(ValueSource source, var _)
                && switch (source) {
                    case null -> false;
                    case ValueSource.Constant(String implied) -> implied.equals(text);
                    case ValueSource.TargetName _ -> target.value().equals(text);
                    case ValueSource.Leaf _ -> false;
                };
    }

    /** A value that nobody set may mean another one now. */
    private void compareDefaults(SchemaNode old, Path path, Draft draft, SchemaNode leaf) {
        if (!old.defaults().equals(leaf.defaults())
                && OldNodes.defaultMayApply(old)
                && OldNodes.defaultMayApply(leaf)) {
            String reason = "nobody set it, and the default is another one";
            var note = Outcome.changed(path, draft.path(leaf), text(old.defaults()), text(leaf.defaults()), reason);
            outcome.noteUnlessPut(draft, leaf, note);
        }
    }

    private static @Nullable String text(List<String> defaults) {
        return defaults.isEmpty() ? null : String.join(" ", defaults);
    }

    void lost(Path path, @Nullable String value, String reason) {
        outcome.note(MigrationNote.lost(path, value, reason));
    }

    void inventedPresence(Draft draft) {
        String reason = "that the container exists has a meaning in the new version";
        outcome.noteIfExists(draft, MigrationNote.invented(draft.path(), null, reason));
    }
}
