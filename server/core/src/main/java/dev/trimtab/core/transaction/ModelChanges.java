package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.target.ModelSettings;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.ModelId;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/** The models as one candidate leaves them: those that are served, but for what the candidate adds and removes. */
final class ModelChanges {
    private static final int TARGETS_TOLD = 10;

    private final Models models;
    private final ModelCatalog catalog;
    private final ModelBounds bounds;
    private final Answers answers;
    private final List<Violation> violations;
    private final Map<ModelId, Optional<Added>> changed = new TreeMap<>(Comparator.comparing(ModelId::toString));

    private record Added(ServedModel served, ModelSettings settings) {}

    /**
     * No changes yet.
     *
     * @param violations gets what is wrong with the changes
     */
    ModelChanges(Models models, ModelCatalog catalog, ModelBounds bounds, Answers answers, List<Violation> violations) {
        this.models = models;
        this.catalog = catalog;
        this.bounds = bounds;
        this.answers = answers;
        this.violations = violations;
    }

    /**
     * Takes a change of {@code /system} in.
     *
     * @param after the tree after it
     * @throws UnansweredException when a model has yet to be loaded
     */
    void follow(List<Edit> edits, @Nullable NormalizedNode after) {
        for (ModelId id : catalog.touched(edits, models.added(), after)) {
            Optional<ModelSettings> settings = catalog.find(id, after);
            if (settings.isPresent()) {
                add(settings.get());
            } else if (models.settings(id).isPresent()) {
                changed.put(id, Optional.empty());
            }
        }
        if (adds() && catalog.size(after) > bounds.modelsMax()) {
            violations.add(new Violation(
                    ModelCatalog.MODELS, "models-max", null, "at most " + bounds.modelsMax() + " are allowed", null));
        }
        if (violations.isEmpty()) {
            answers.requireAll(); // what is wrong anyway is not worth the time
        }
    }

    private boolean adds() {
        return changed.entrySet().stream()
                .anyMatch(change -> change.getValue().isPresent()
                        && models.settings(change.getKey()).isEmpty());
    }

    private void add(ModelSettings settings) {
        ModelDescription description = settings.description();
        ModelId id = description.id();
        Optional<ModelSettings> present = models.settings(id);
        if (present.isPresent() && !present.get().description().equals(description)) {
            refuse(id, "what makes a model is fixed once it is added; add another version");
        } else if (present.isPresent()) {
            changed.put(id, Optional.of(new Added(models.require(id), settings)));
        } else if (models.isBuiltIn(id)) {
            refuse(id, "the model is built in; add another version");
        } else if (isWithinBounds(description)) {
            answers.find(new LoadModel(description))
                    .ifPresent(served -> changed.put(id, Optional.of(new Added(served, settings))));
        }
    }

    private boolean isWithinBounds(ModelDescription description) {
        int sources = description.sources().size();
        long length = description.sources().stream()
                .mapToLong(source -> source.text().length())
                .sum();
        if (sources > bounds.sourcesMax()) {
            refuse(description.id(), "it has " + sources + " sources; at most " + bounds.sourcesMax() + " are allowed");
        } else if (length > bounds.charactersMax()) {
            refuse(
                    description.id(),
                    "its text has " + length + " characters; at most " + bounds.charactersMax() + " are allowed");
        }
        return sources <= bounds.sourcesMax() && length <= bounds.charactersMax();
    }

    private void refuse(ModelId id, String reason) {
        violations.add(new Violation(ModelCatalog.entry(id), "model", id.toString(), reason, null));
    }

    /** Ids of the models that the candidate removes. */
    Collection<ModelId> removed() {
        return changed.entrySet().stream()
                .filter(change -> change.getValue().isEmpty() && !models.isBuiltIn(change.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Refuses the removal of a model that these targets have. */
    void refuseRemoval(ModelId id, Collection<TargetId> targets) {
        String names = targets.stream().limit(TARGETS_TOLD).map(TargetId::value).collect(Collectors.joining(", "));
        String more = targets.size() > TARGETS_TOLD ? " and " + (targets.size() - TARGETS_TOLD) + " more" : "";
        refuse(id, "the model is in use by target " + names + more);
    }

    /** A model that will be served once the candidate is committed. */
    Optional<ServedModel> find(ModelId id) {
        Optional<Added> change = changed.get(id);
        return change == null ? models.find(id) : change.map(Added::served);
    }

    /** Makes the served models what the candidate, now committed, says. */
    void publish() {
        changed.forEach((id, change) ->
                change.ifPresentOrElse(added -> models.add(added.served(), added.settings()), () -> models.remove(id)));
    }
}
