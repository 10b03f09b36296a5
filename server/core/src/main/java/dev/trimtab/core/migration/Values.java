package dev.trimtab.core.migration;

import dev.trimtab.core.migration.Conversions.Converted;
import dev.trimtab.core.migration.Places.LeafPlace;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.SchemaNode.Kind;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.ValueConversion;
import dev.trimtab.model.ValueSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.LeafSetNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Carries values to their places, and notes what becomes of them. */
final class Values {
    private final TargetId target;
    private final Identifiers identifiers;
    private final Outcome outcome;

    Values(TargetId target, Identifiers identifiers, Outcome outcome) {
        this.target = target;
        this.identifiers = identifiers;
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
            var goal = new Goal(draft, leaf, fate);
            identifiers.became(path, draft, leaf);
            if (old.kind() == Kind.ANYDATA) {
                draft.put(leaf, (String) node.body());
            } else if (!identifiers.waits(old, () -> put(old, node, path, goal))) {
                put(old, node, path, goal);
            }
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

        String reason(Object value) {
            if (conversion() == null && value instanceof YangInstanceIdentifier) {
                return "what it names is there in the new version";
            }
            return fate instanceof Fate.Moves moves ? moves.reason() : "the new version writes the value this way";
        }

        Path path() {
            return draft.path(leaf);
        }
    }

    private void put(SchemaNode old, NormalizedNode node, Path path, Goal goal) {
        if (node instanceof LeafSetNode<?> values) {
            putLeafList(old, values, path, goal);
            return;
        }
        String before = old.type().canonical(node.body());
        switch (converted(old, node.body(), goal)) {
            case Converted.Fit fit -> putLeaf(node.body(), before, fit, path, goal);
            case Converted.Unfit(String reason) -> lost(path, before, unfit(reason));
        }
    }

    private Converted converted(SchemaNode old, Object value, Goal goal) {
        ValueConversion conversion = goal.conversion();
        String text = conversion == null
                ? identifiers.text(old, value, goal.leaf())
                : old.type().canonical(value);
        return Conversions.convert(conversion, text, goal.leaf().type());
    }

    private void putLeaf(Object old, String before, Converted.Fit fit, Path path, Goal goal) {
        Object there = goal.draft().value(goal.leaf());
        String thereText = there == null ? fit.text() : goal.leaf().type().canonical(there);
        if (!thereText.equals(fit.text())) {
            outcome.refuse(path, before, "it would become " + goal.path() + ", which already has another value");
            return;
        }
        goal.draft().put(goal.leaf(), fit.value());
        if (!fit.text().equals(before)) {
            outcome.note(Outcome.changed(path, goal.path(), before, fit.text(), goal.reason(old)));
        }
    }

    private void putLeafList(SchemaNode old, LeafSetNode<?> node, Path path, Goal goal) {
        List<Object> values = new ArrayList<>();
        if (goal.draft().value(goal.leaf()) instanceof List<?> already) {
            values.addAll(already);
        }
        for (var element : node.body()) {
            String before = old.type().canonical(element.body());
            switch (converted(old, element.body(), goal)) {
                case Converted.Fit(Object value, String text) -> {
                    values.add(value);
                    if (!text.equals(before)) {
                        outcome.note(Outcome.changed(path, goal.path(), before, text, goal.reason(element.body())));
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
