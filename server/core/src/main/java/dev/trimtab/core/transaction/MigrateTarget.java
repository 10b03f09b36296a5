package dev.trimtab.core.transaction;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.migration.InvalidPlanException;
import dev.trimtab.core.migration.MigrationResult;
import dev.trimtab.core.migration.Migrator;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.Migration;
import dev.trimtab.model.TargetId;
import java.util.Objects;
import java.util.Optional;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** What the configuration of a target becomes in another model; finding out costs what the configuration is worth. */
final class MigrateTarget implements Question<MigrationResult> {
    private final TargetId target;
    private final ServedModel from;
    private final ServedModel to;
    private final NormalizedNode root;
    private final Optional<Migration> migration;

    /**
     * The question.
     *
     * @param root the whole configuration
     * @param migration the same for the same models; without one, what has the same path in both is carried over
     */
    MigrateTarget(
            TargetId target, ServedModel from, ServedModel to, NormalizedNode root, Optional<Migration> migration) {
        this.target = target;
        this.from = from;
        this.to = to;
        this.root = root;
        this.migration = migration;
    }

    /** @throws dev.trimtab.core.failure.FailureException when the migration does not fit the models, or its code fails */
    @Override
    public MigrationResult answer() {
        try {
            Migrator migrator = migration
                    .map(one -> Migrator.compile(from.model(), to.model(), one))
                    .orElseGet(() -> Migrator.bySamePaths(from.model(), to.model()));
            return migrator.migrate(target, root);
        } catch (InvalidPlanException e) {
            throw new Failure.FailedPrecondition(String.valueOf(e.getMessage())).asException();
        }
    }

    /** Trees share what did not change: a configuration that is another object may be another one, and is asked about again. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
        return other instanceof MigrateTarget that
                && target.equals(that.target)
                && from.equals(that.from)
                && to.equals(that.to)
                && root == that.root;
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, from, to);
    }
}
