package dev.trimtab.core.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Decoded;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonReader;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Migration;
import dev.trimtab.model.Migration.Carried;
import dev.trimtab.model.Migration.Completed;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationNote.Kind;
import dev.trimtab.model.Path;
import dev.trimtab.model.TargetId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** Runs the code of a migration, and holds it to account: what it does and does not say is noted. */
final class CodePart {
    private static final String BY_CODE = "the migration's code put it there";

    private final LoadedModel from;
    private final LoadedModel to;
    private final Migration migration;
    private final Outcome outcome;

    CodePart(LoadedModel from, LoadedModel to, Migration migration, Outcome outcome) {
        this.from = from;
        this.to = to;
        this.migration = migration;
        this.outcome = outcome;
    }

    /** The tree that the code made of {@code made}; refused in the outcome if it is none of the new version. */
    ContainerNode complete(TargetId target, NormalizedNode old, ContainerNode made) {
        Completed completed = migration.complete(
                new Migration.Unfinished(target, JsonWriter.text(from.root(), old), JsonWriter.text(to.root(), made)));
        Decoded decoded = read(completed.newConfig());
        outcome.refuse(decoded.violations());
        if (!(decoded.node() instanceof ContainerNode result)) {
            return made;
        }
        account(completed, LeafTexts.of(from, old), LeafTexts.of(to, made), LeafTexts.of(to, result));
        return result;
    }

    private Decoded read(String json) {
        try {
            return JsonReader.read(to, Instance.root(to), json.getBytes(UTF_8), true);
        } catch (FailureException e) {
            throw new IllegalStateException("the code of the migration to " + to + " answered no configuration", e);
        }
    }

    private void account(Completed completed, Map<Path, String> old, Map<Path, String> made, Map<Path, String> result) {
        completed.notes().forEach(outcome::note);
        Set<Path> saidOfOld = new HashSet<>();
        Set<Path> saidOfNew = new HashSet<>();
        for (MigrationNote note : completed.notes()) {
            saidOfOld.add(note.from() == null ? Path.ROOT : note.from());
            saidOfNew.add(note.to() == null ? Path.ROOT : note.to());
        }
        for (Carried carried : completed.carried()) {
            saidOfOld.add(carried.from());
            saidOfNew.add(carried.to());
            String before = old.get(carried.from());
            String after = result.get(carried.to());
            if (after == null || !after.equals(before)) {
                Kind kind = after == null ? Kind.LOST : before == null ? Kind.INVENTED : Kind.CHANGED;
                outcome.note(new MigrationNote(kind, carried.from(), carried.to(), before, after, BY_CODE));
            }
        }
        outcome.leftToCode().forEach((path, loss) -> {
            if (!saidOfOld.contains(path)) {
                outcome.note(loss);
            }
        });
        difference(made, result, saidOfNew);
    }

    private void difference(Map<Path, String> made, Map<Path, String> result, Set<Path> said) {
        result.forEach((path, after) -> {
            String before = made.get(path);
            if (!after.equals(before) && !said.contains(path)) {
                Kind kind = before == null ? Kind.INVENTED : Kind.CHANGED;
                outcome.note(new MigrationNote(kind, null, path, before, after, BY_CODE));
            }
        });
        made.forEach((path, before) -> {
            if (!result.containsKey(path) && !said.contains(path)) {
                String reason = "the migration's code removed it";
                outcome.note(new MigrationNote(Kind.LOST, null, path, before, null, reason));
            }
        });
    }
}
