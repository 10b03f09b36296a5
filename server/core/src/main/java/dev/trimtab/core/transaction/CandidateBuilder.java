package dev.trimtab.core.transaction;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.model.TreeEdits;
import dev.trimtab.core.model.TreeFootprint;
import dev.trimtab.core.plugin.Plugin;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.tree.api.DataTreeModification;
import org.opendaylight.yangtools.yang.data.tree.api.DataValidationFailedException;

/**
 * Builds and validates one command's candidate on top of the ones before it.
 *
 * <p>The target {@code system} comes first, so that one transaction can add a target and configure it; a target that it removes
 * loses its configuration in the same transaction.
 */
final class CandidateBuilder {
    private final WorkingTrees trees;
    private final Plugins plugins;
    private final Pending pending;
    private final List<Violation> violations = new ArrayList<>();
    private final ModelChanges models;
    private final CatalogChanges targets;
    private final Map<TargetId, Candidate.Part> parts = new LinkedHashMap<>();

    CandidateBuilder(Catalogs catalogs, WorkingTrees trees, Pending pending) {
        this.trees = trees;
        this.plugins = catalogs.plugins();
        this.pending = pending;
        this.models = catalogs.changes(pending.answers(), violations);
        this.targets = new CatalogChanges(catalogs, models, trees, pending.answers(), violations);
    }

    /**
     * Builds the candidate.
     *
     * @throws FailureException with every violation of every target, or with what else is wrong with the command
     * @throws UnansweredException when it depends on what takes time to find out
     */
    Candidate build() {
        Map<TargetId, List<Operation>> byTarget = new LinkedHashMap<>();
        for (Operation operation : pending.command().operations()) {
            byTarget.computeIfAbsent(operation.target(), _ -> new ArrayList<>()).add(operation);
        }
        List<Operation> system = byTarget.remove(TargetId.SYSTEM);
        if (system != null) {
            part(TargetId.SYSTEM, trees.require(TargetId.SYSTEM), system);
            followCatalog(byTarget);
            targets.migrating().forEach(target -> byTarget.putIfAbsent(target, List.of()));
        }
        byTarget.forEach((target, operations) -> part(target, tree(target), operations));
        pending.command().expected().forEach(this::checkRevision);
        pending.answers().requireAll();
        return new Candidate(pending, parts, models);
    }

    private WorkingTree tree(TargetId target) {
        return targets.fresh(target).orElseGet(() -> trees.require(target));
    }

    private void checkRevision(TargetId target, Revision expected) {
        Revision actual = tree(target).revision();
        if (!actual.equals(expected)) {
            throw new Failure.Conflict(target, expected, actual).asException();
        }
    }

    private void part(TargetId target, WorkingTree tree, List<Operation> operations) {
        LoadedModel model = tree.served().model();
        Optional<Plugin> plugin = plugins.find(model.id());
        plugin.ifPresent(Plugin::requireAvailable);
        List<Step> steps = steps(target, model, operations);
        failIfInvalid(target);
        Candidate.Part part =
                finish(tree, modification -> change(target, model, steps, modification), payload(target, steps));
        plugin.ifPresent(one -> ask(one, part));
        parts.put(target, part);
    }

    private void change(TargetId target, LoadedModel model, List<Step> steps, DataTreeModification modification) {
        targets.migrating(target)
                .ifPresent(begun -> TreeEdits.put(modification, model, Instance.root(model), begun.root()));
        steps.forEach(step -> execute(step, model, modification));
    }

    /** What a migration makes counts as written by the command: nothing of it disappears without being named. */
    private Payload payload(TargetId target, List<Step> steps) {
        Payload payload = Payload.of(steps);
        targets.migrating(target).ifPresent(begun -> payload.add(YangInstanceIdentifier.of(), begun.root()));
        return payload;
    }

    private void ask(Plugin plugin, Candidate.Part part) {
        var question = PluginValidation.of(plugin, part);
        if (!question.changed().isEmpty()) {
            pending.answers().find(question).ifPresent(violations::addAll);
            failIfInvalid(part.tree().target());
        }
    }

    private List<Step> steps(TargetId target, LoadedModel model, List<Operation> operations) {
        Pending.DecodedSteps decoded = pending.decoded().get(target);
        if (decoded != null && decoded.model() == model) {
            return decoded.steps();
        }
        return operations.stream()
                .map(operation -> Step.decode(model, operation, violations))
                .toList();
    }

    private void execute(Step step, LoadedModel model, DataTreeModification modification) {
        switch (step) {
            case Step.Remove(Operation.Delete delete) -> remove(delete.path(), model, modification);
            case Step.Write write -> {
                write(write, model, modification);
                TreeEdits.annotate(modification, model, write.annotations());
            }
        }
    }

    private static void write(Step.Write step, LoadedModel model, DataTreeModification modification) {
        switch (step.operation()) {
            case Operation.Replace _ -> TreeEdits.put(modification, model, step.at(), step.node());
            case Operation.Update _ -> TreeEdits.merge(modification, model, step.at(), step.node());
            case Operation.Create create -> {
                if (modification.readNode(step.at().id()).isPresent()) {
                    throw new Failure.FailedPrecondition(create.path() + " exists already").asException();
                }
                TreeEdits.put(modification, model, step.at(), step.node());
            }
            case Operation.Delete _ -> throw new IllegalStateException("a delete writes nothing");
        }
    }

    private static void remove(Path path, LoadedModel model, DataTreeModification modification) {
        if (!PathResolver.exists(model, path)) {
            return; // gNMI 0.10, section 3.4.6: deleting what does not exist is silent
        }
        @Nullable NormalizedNode root = modification.readNode(YangInstanceIdentifier.of()).orElse(null);
        for (Match match : PathResolver.expand(model, path, root)) {
            SchemaNode schema = match.instance().schema();
            SchemaNode parent = schema.parent();
            if (!schema.config()) {
                throw new Failure.Malformed(path, match.instance().path() + " is read-only").asException();
            }
            if (parent != null && parent.keys().contains(schema.name())) {
                throw new Failure.Malformed(path, match.instance().path() + " is a key; delete its list entry")
                        .asException();
            }
            TreeEdits.delete(modification, match.instance());
        }
    }

    private Candidate.Part finish(WorkingTree tree, Consumer<DataTreeModification> changes, Payload payload) {
        try {
            Settled settled = Settled.of(tree, changes, payload);
            violations.addAll(settled.violations());
            failIfInvalid(tree.target());
            return new Candidate.Part(
                    tree,
                    tree.revision(),
                    settled.modification(),
                    settled.tip(),
                    settled.verdict().indexes(),
                    TreeEdits.edits(tree.served().model(), settled.tip()),
                    targets.migrating(tree.target()).map(CatalogChanges.Migrating::migrated),
                    pending.command().dryRun() ? 0 : TreeFootprint.octets(settled.tip()));
        } catch (DataValidationFailedException | IllegalArgumentException e) {
            // The tree's own checks are the last line of defence; ours have passed or could not run.
            throw new Failure.Invalid(
                            tree.target(),
                            List.of(new Violation(Path.ROOT, "structure", null, String.valueOf(e.getMessage()), null)))
                    .asException();
        }
    }

    private void failIfInvalid(TargetId target) {
        if (!violations.isEmpty()) {
            throw new Failure.Invalid(target, violations).asException();
        }
    }

    /** Makes the set of targets what {@code /system/targets} says now. */
    private void followCatalog(Map<TargetId, List<Operation>> byTarget) {
        Candidate.Part system = parts.get(TargetId.SYSTEM);
        if (system == null || system.edits().isEmpty()) {
            return;
        }
        NormalizedNode after = system.tip().getRootNode().dataAfter();
        models.follow(system.edits(), after);
        failIfInvalid(TargetId.SYSTEM);
        targets.follow(system.edits(), after, byTarget);
        targets.removed().forEach(this::clear);
        failIfInvalid(TargetId.SYSTEM);
        pending.answers().requireAll(); // the rest of the candidate builds on what a migration makes
    }

    private void clear(WorkingTree tree) {
        Instance root = Instance.root(tree.served().model());
        parts.put(
                tree.target(),
                finish(tree, modification -> TreeEdits.delete(modification, root), Payload.of(List.of())));
    }
}
