package dev.trimtab.core.migration;

import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationNote.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one migration has come to so far: notes, reasons to refuse it, and what can only be said at its end. */
final class Outcome {
    private static final String RULE = "migration";
    private static final int SHOWN_MAX = 20;
    private static final int REFUSALS_MAX = 1000;
    private static final Comparator<MigrationNote> IN_ORDER = Comparator.comparing(MigrationNote::kind)
            .thenComparing(
                    note -> Objects.requireNonNullElse(note.from(), note.to()).toString())
            .thenComparing(MigrationNote::toString);

    private final List<MigrationNote> notes = new ArrayList<>();
    private final List<Violation> refusals = new ArrayList<>();
    private final Map<Draft, Path> claims = new HashMap<>();
    private final Map<Draft, SortedSet<String>> disputes = new LinkedHashMap<>();
    private final Map<Path, MigrationNote> leftToCode = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();

    /** A note that holds only if a place exists in the end, or a default in it is in use. */
    private record Pending(Draft place, @Nullable SchemaNode defaulted, MigrationNote note) {
        private boolean holds() {
            return defaulted == null ? place.exists() : place.hasDefaultsInUse() && place.value(defaulted) == null;
        }
    }

    void note(MigrationNote note) {
        notes.add(note);
    }

    void noteIfExists(Draft place, MigrationNote note) {
        pending.add(new Pending(place, null, note));
    }

    void noteUnlessPut(Draft place, SchemaNode leaf, MigrationNote note) {
        pending.add(new Pending(place, leaf, note));
    }

    /** Takes the loss of a value that code may yet prevent. */
    void leaveToCode(Path from, @Nullable String value) {
        leftToCode.put(from, MigrationNote.lost(from, value, "the migration's code has no place for it"));
    }

    void refuse(Path path, @Nullable String value, String message) {
        refusals.add(new Violation(path, RULE, value, message, null));
    }

    void refuse(List<Violation> reasons) {
        refusals.addAll(reasons);
    }

    /**
     * Says that an old entry becomes {@code place}.
     *
     * @return whether it is the first one that does; two of them cannot
     */
    boolean claim(Draft place, Path oldEntry) {
        Path first = claims.putIfAbsent(place, oldEntry);
        if (first != null) {
            disputes.computeIfAbsent(place, _ -> new TreeSet<>(Set.of(first.toString())))
                    .add(oldEntry.toString());
        }
        return first == null;
    }

    /** Ends the walk: what could only be said now is said. */
    void settle() {
        pending.stream().filter(Pending::holds).map(Pending::note).forEach(notes::add);
        pending.clear();
        if (!disputes.isEmpty()) {
            refusals.clear(); // what came of the first of several entries depends on which was the first
        }
        disputes.forEach(this::refuseClaims);
    }

    private void refuseClaims(Draft place, SortedSet<String> entries) {
        String where = place.path().isRoot() ? "the one tree" : place.path().toString();
        String message = "these entries would all become " + where + " of the new version, which has a place for one: "
                + shown(entries);
        refuse(Path.parse(entries.getFirst()), null, message);
    }

    private static String shown(SortedSet<String> entries) {
        String some = entries.stream().limit(SHOWN_MAX).collect(Collectors.joining(", "));
        return entries.size() <= SHOWN_MAX ? some : some + " and " + (entries.size() - SHOWN_MAX) + " more";
    }

    Map<Path, MigrationNote> leftToCode() {
        return leftToCode;
    }

    /** All notes: by kind, then by path. */
    List<MigrationNote> notes() {
        return notes.stream().sorted(IN_ORDER).distinct().toList();
    }

    /** Reasons to refuse, sorted, at most {@link #REFUSALS_MAX}; empty if there are none. */
    List<Violation> refusals() {
        return refusals.stream()
                .sorted(Comparator.comparing(Violation::toString))
                .distinct()
                .limit(REFUSALS_MAX)
                .toList();
    }

    static MigrationNote changed(Path from, Path to, @Nullable String before, @Nullable String after, String reason) {
        return new MigrationNote(Kind.CHANGED, from, to, before, after, reason);
    }
}
