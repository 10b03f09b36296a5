package dev.trimtab.models;

import dev.trimtab.core.model.LoadedModel;
import java.util.Set;

/** A corpus as one model. */
enum Corpus {
    OPENCONFIG("openconfig", Set.of()),
    IETF("ietf", Set.of("ietf-template", "ietf-connectionless-oam"));

    private final String folder;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is
    private final Set<String> without;

    Corpus(String folder, Set<String> without) {
        this.folder = folder;
        this.without = without;
    }

    /** Loads every module whose imports are there; skips the test where the files are not. */
    LoadedModel load() {
        return ModelCatalog.load(folder, folder, ModelCatalog.complete(folder, without));
    }
}
