package dev.trimtab.core.migration;

import dev.trimtab.core.model.AnnotationTransfer;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.Migration;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.MigrationPlan;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.util.List;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.DataContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * A migration between two loaded models, ready for use; thread-safe.
 *
 * <p>The same tree and name give the same result. The cost is that of the old tree, and there is at most one note for each of its
 * values and each value of the new one.
 */
public final class Migrator {
    private static final String UNPLACED = "its node or an annotation of its name and type is not there any more";

    private final LoadedModel from;
    private final LoadedModel to;
    private final Migration migration;
    private final CompiledPlan plan;

    private Migrator(LoadedModel from, LoadedModel to, Migration migration) {
        this.from = from;
        this.to = to;
        this.migration = migration;
        this.plan = PlanCompiler.compile(from, to, migration.plan());
    }

    /**
     * Compiles a migration.
     *
     * @throws InvalidPlanException if a rule does not fit the models, naming all that do not
     */
    public static Migrator compile(LoadedModel from, LoadedModel to, Migration migration) {
        return new Migrator(from, to, migration);
    }

    /** The migration without any rule: what has the same path in both versions is carried over. */
    public static Migrator bySamePaths(LoadedModel from, LoadedModel to) {
        return compile(from, to, Migration.declared(new MigrationPlan(from.id(), to.id(), List.of())));
    }

    /**
     * Migrates a configuration, with the annotations of nodes that keep their paths.
     *
     * <p>If the plan leaves something to code, that runs on the caller's thread, and what it throws passes.
     *
     * @param target whose configuration it is
     * @param root the whole tree of the old version
     */
    public MigrationResult migrate(TargetId target, NormalizedNode root) {
        var outcome = new Outcome();
        Draft draft = Draft.root(to.root());
        var places = new Places(to, draft, target, outcome);
        var identifiers = new Identifiers(from.root());
        new Walk(plan, places, new Values(target, identifiers, outcome), identifiers, outcome)
                .root(from.root(), (DataContainerNode) root, draft);
        identifiers.settle();
        var inventor = new Inventor(target, outcome);
        plan.inventions().forEach(invention -> inventor.invent(invention, draft));
        outcome.settle();
        var nodes = new DraftNodes();
        ContainerNode made = nodes.root(draft);
        outcome.refuse(nodes.conflicts());
        if (migration.plan().needsCode() && outcome.refusals().isEmpty()) {
            made = new CodePart(from, to, migration, outcome).complete(target, root, made);
        }
        made = new AnnotationTransfer(
                        from, to, (path, value) -> outcome.note(MigrationNote.lost(path, value, UNPLACED)))
                .carry((DataContainerNode) root, made);
        List<Violation> refusals = outcome.refusals();
        return refusals.isEmpty()
                ? new MigrationResult.Migrated(made, outcome.notes())
                : new MigrationResult.Refused(refusals);
    }
}
