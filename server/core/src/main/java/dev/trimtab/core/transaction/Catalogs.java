package dev.trimtab.core.transaction;

import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.target.Models;
import dev.trimtab.model.Violation;
import java.util.List;

/** What the target {@code system} says of models and targets, and what serves the models. Thread-safe. */
record Catalogs(Models models, Plugins plugins, ModelCatalog added, TargetCatalog targets, ModelBounds bounds) {
    static Catalogs of(Models models, Plugins plugins, ModelBounds bounds) {
        var system = models.system();
        return new Catalogs(models, plugins, new ModelCatalog(system), new TargetCatalog(system), bounds);
    }

    /** For one candidate. */
    ModelChanges changes(Answers answers, List<Violation> violations) {
        return new ModelChanges(models, added, bounds, answers, violations);
    }
}
