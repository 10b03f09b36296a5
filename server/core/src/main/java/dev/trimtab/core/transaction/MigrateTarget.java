package dev.trimtab.core.transaction;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.migration.InvalidPlanException;
import dev.trimtab.core.migration.MigrationResult;
import dev.trimtab.core.migration.Migrator;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.transaction.MigrationWay.Leg;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** What the configuration of a target becomes in another model; finding out costs what the configuration is worth. */
final class MigrateTarget implements Question<MigrationResult> {
    private final TargetId target;
    private final MigrationWay way;
    private final NormalizedNode root;

    /**
     * The question.
     *
     * @param way the same for the same models
     * @param root the whole configuration
     */
    MigrateTarget(TargetId target, MigrationWay way, NormalizedNode root) {
        this.target = target;
        this.way = way;
        this.root = root;
    }

    /**
     * What comes of all migrations on the way; only what comes out of the last one is validated, by whoever asks.
     *
     * @throws dev.trimtab.core.failure.FailureException when a migration does not fit the models, or its code fails
     */
    @Override
    public MigrationResult answer() {
        Leg first = way.legs().getFirst();
        MigrationResult result = migrate(first, root);
        if (way.legs().size() == 1) {
            return result;
        }
        result = told(first, result);
        for (Leg leg : way.legs().subList(1, way.legs().size())) {
            if (result instanceof MigrationResult.Migrated so) {
                result = after(so, told(leg, migrate(leg, so.root())));
            }
        }
        return result;
    }

    private MigrationResult migrate(Leg leg, NormalizedNode tree) {
        LoadedModel from = leg.from().model();
        LoadedModel to = leg.to().model();
        try {
            Migrator migrator = leg.migration()
                    .map(one -> Migrator.compile(from, to, one))
                    .orElseGet(() -> Migrator.bySamePaths(from, to));
            return migrator.migrate(target, tree);
        } catch (InvalidPlanException e) {
            throw new Failure.FailedPrecondition(String.valueOf(e.getMessage())).asException();
        }
    }

    /** Of several migrations each note and refusal says which it is of: its paths are those of that migration's versions. */
    private static MigrationResult told(Leg leg, MigrationResult result) {
        return switch (result) {
            case MigrationResult.Migrated(var made, var notes) ->
                new MigrationResult.Migrated(
                        made,
                        notes.stream()
                                .map(note -> new MigrationNote(
                                        note.kind(),
                                        note.from(),
                                        note.to(),
                                        note.before(),
                                        note.after(),
                                        "from " + leg + ": " + note.reason()))
                                .toList());
            case MigrationResult.Refused(var reasons) ->
                new MigrationResult.Refused(reasons.stream()
                        .map(reason -> new Violation(
                                reason.path(),
                                reason.rule(),
                                reason.value(),
                                "from " + leg + ": " + reason.message(),
                                reason.appTag()))
                        .toList());
        };
    }

    /** Notes of one kind stay together, the earlier migration's first. */
    private static MigrationResult after(MigrationResult.Migrated before, MigrationResult result) {
        return switch (result) {
            case MigrationResult.Migrated(var made, var notes) ->
                new MigrationResult.Migrated(
                        made,
                        Stream.concat(before.notes().stream(), notes.stream())
                                .sorted(Comparator.comparing(MigrationNote::kind))
                                .toList());
            case MigrationResult.Refused refused -> refused;
        };
    }

    /** Trees share what did not change: a configuration that is another object may be another one, and is asked about again. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
        return other instanceof MigrateTarget that
                && target.equals(that.target)
                && way.models().equals(that.way.models())
                && root == that.root;
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, way.models());
    }
}
