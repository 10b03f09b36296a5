package dev.trimtab.core.transaction;

import dev.trimtab.core.model.Edit;
import dev.trimtab.core.target.ModelSettings;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.ModelId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * Brings the served models up to the log's end. Models are loaded side by side; only a target that has one waits for it.
 *
 * <p>Not thread-safe.
 */
final class ModelReplay {
    private final Catalogs catalogs;
    private final Map<ModelId, Loading> loading = new HashMap<>();

    private record Loading(ModelSettings settings, CompletableFuture<ServedModel> served) {}

    ModelReplay(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * Takes a change of {@code /system} in.
     *
     * @param after the tree after it
     */
    void follow(List<Edit> edits, @Nullable NormalizedNode after) {
        var known = new HashSet<>(catalogs.models().added());
        known.addAll(loading.keySet());
        for (ModelId id : catalogs.added().touched(edits, known, after)) {
            catalogs.added().find(id, after).ifPresentOrElse(this::add, () -> remove(id));
        }
    }

    private void add(ModelSettings settings) {
        ModelId id = settings.description().id();
        Optional<ServedModel> present = Optional.ofNullable(loading.get(id))
                .map(Loading::settings)
                .or(() -> catalogs.models().settings(id))
                .filter(before -> before.description().equals(settings.description()))
                .map(_ -> require(id));
        CompletableFuture<ServedModel> served = present.map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.supplyAsync(new LoadModel(settings.description())::load));
        loading.put(id, new Loading(settings, served));
    }

    private void remove(ModelId id) {
        loading.remove(id);
        catalogs.models().remove(id);
    }

    /**
     * A model, once it is loaded.
     *
     * @throws dev.trimtab.core.failure.FailureException when there is none, or it does not load
     */
    ServedModel require(ModelId id) {
        if (loading.containsKey(id)) {
            serve(id);
        }
        return catalogs.models().require(id);
    }

    /** Serves all that is being loaded. */
    void finish() {
        List.copyOf(loading.keySet()).forEach(this::serve);
    }

    private void serve(ModelId id) {
        Loading one = Objects.requireNonNull(loading.remove(id));
        try {
            catalogs.models().add(one.served().join(), one.settings());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
