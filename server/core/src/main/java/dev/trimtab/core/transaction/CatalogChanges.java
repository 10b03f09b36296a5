package dev.trimtab.core.transaction;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.migration.MigrationResult;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.Visibility;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.core.target.TargetSettings;
import dev.trimtab.model.MigrationNote;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.ContainerNode;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;
import org.opendaylight.yangtools.yang.data.spi.node.ImmutableNodes;

/** What a candidate's change of {@code /system/targets} makes of the targets: those that come, go, or get another model. */
final class CatalogChanges {
    private final TargetCatalog catalog;
    private final Models served;
    private final Plugins plugins;
    private final ModelChanges models;
    private final WorkingTrees trees;
    private final Answers answers;
    private final List<Violation> violations;
    private final Map<TargetId, WorkingTree> fresh = new TreeMap<>();
    private final Map<TargetId, Migrating> migrating = new TreeMap<>();
    private final List<WorkingTree> removed = new ArrayList<>();

    /**
     * A target on its way to another model.
     *
     * @param root what its configuration becomes, before the command's own operations
     */
    record Migrating(ContainerNode root, Migrated migrated) {}

    /** @param violations gets what is wrong with the change */
    CatalogChanges(
            Catalogs catalogs, ModelChanges models, WorkingTrees trees, Answers answers, List<Violation> violations) {
        this.catalog = catalogs.targets();
        this.served = catalogs.models();
        this.plugins = catalogs.plugins();
        this.models = models;
        this.trees = trees;
        this.answers = answers;
        this.violations = violations;
    }

    /** The empty tree of a target that is new or gets another model. */
    Optional<WorkingTree> fresh(TargetId target) {
        return Optional.ofNullable(fresh.get(target));
    }

    Optional<Migrating> migrating(TargetId target) {
        return Optional.ofNullable(migrating.get(target));
    }

    /** Targets that keep a configuration in another model. */
    Set<TargetId> migrating() {
        return migrating.keySet();
    }

    /** Present trees of the targets that go. */
    List<WorkingTree> removed() {
        return removed;
    }

    /**
     * Makes the set of targets what {@code /system/targets} says after the change.
     *
     * @param edits of the target {@code system}
     * @param after its tree after them
     * @param operations the command's own, by target
     * @throws dev.trimtab.core.failure.FailureException if a migration is refused
     */
    void follow(List<Edit> edits, @Nullable NormalizedNode after, Map<TargetId, List<Operation>> operations) {
        for (TargetId target : catalog.touched(edits, trees.configurable(), after)) {
            Optional<TargetSettings> settings = catalog.find(target, after);
            if (settings.isEmpty()) {
                trees.find(target).ifPresent(removed::add);
            } else {
                follow(settings.get(), operations.getOrDefault(target, List.of()));
            }
        }
        models.removed().forEach(model -> refuseRemovalInUse(model, after));
    }

    private void refuseRemovalInUse(ModelId model, @Nullable NormalizedNode after) {
        Set<TargetId> users = trees.configurable().stream()
                .filter(target -> trees.require(target).served().model().id().equals(model))
                .filter(target -> catalog.find(target, after)
                        .filter(settings -> settings.model().equals(model))
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!users.isEmpty()) {
            models.refuseRemoval(model, users);
        }
    }

    private void follow(TargetSettings settings, List<Operation> operations) {
        WorkingTree existing = trees.find(settings.target()).orElse(null);
        if (existing != null && existing.served().model().id().equals(settings.model())) {
            return;
        }
        Optional<ServedModel> served = models.find(settings.model());
        if (served.isEmpty()) {
            refuse(settings, "model " + settings.model() + " is not loaded");
        } else if (existing == null || isEmpty(existing)) {
            fresh.put(settings.target(), trees.fresh(settings.target(), served.get()));
        } else {
            migrate(settings, existing, served.get(), operations);
        }
    }

    private void refuse(TargetSettings settings, String reason) {
        violations.add(new Violation(
                TargetCatalog.entry(settings.target()),
                "model",
                settings.model().toString(),
                reason,
                null));
    }

    private static boolean isEmpty(WorkingTree tree) {
        return tree.modify()
                .readNode(YangInstanceIdentifier.of())
                .map(root -> ((ContainerNode) root).isEmpty())
                .orElse(true);
    }

    /** Gives a configured target another model: a command that replaces the whole configuration brings its own. */
    private void migrate(TargetSettings settings, WorkingTree existing, ServedModel to, List<Operation> operations) {
        ModelId from = existing.served().model().id();
        NormalizedNode root =
                existing.modify().readNode(YangInstanceIdentifier.of()).orElseThrow();
        if (operations.stream()
                .anyMatch(one -> one instanceof Operation.Replace && one.path().isRoot())) {
            begin(existing, to, root, emptyRoot(to), List.of());
            return;
        }
        Optional<MigrationWay> way = MigrationWay.find(existing.served(), to, served.all(), plugins);
        if (way.isEmpty()) {
            refuse(settings, "the target is configured with model " + from + ", from which no migrations lead there");
            return;
        }
        var question = new MigrateTarget(settings.target(), way.get(), root);
        answers.find(question).ifPresent(result -> {
            switch (result) {
                case MigrationResult.Migrated(ContainerNode made, var notes) -> begin(existing, to, root, made, notes);
                case MigrationResult.Refused(var reasons) ->
                    throw new Failure.Invalid(settings.target(), reasons).asException();
            }
        });
    }

    private static ContainerNode emptyRoot(ServedModel served) {
        return ImmutableNodes.newContainerBuilder()
                .withNodeIdentifier(served.model().root().id())
                .build();
    }

    private void begin(
            WorkingTree existing,
            ServedModel to,
            NormalizedNode before,
            ContainerNode root,
            List<MigrationNote> notes) {
        LoadedModel from = existing.served().model();
        JsonWriter.Options options = JsonWriter.Options.STRICT.withAnnotations();
        byte[] config = JsonWriter.write(from.root(), before, options, Visibility.ALL);
        var migrated = new Migrated(from.id(), new String(config, StandardCharsets.UTF_8), notes);
        fresh.put(existing.target(), trees.fresh(existing.target(), to));
        migrating.put(existing.target(), new Migrating(root, migrated));
    }
}
