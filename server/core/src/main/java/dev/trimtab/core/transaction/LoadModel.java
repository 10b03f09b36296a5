package dev.trimtab.core.transaction;

import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.model.ModelLoadException;
import dev.trimtab.core.target.ServedModel;
import dev.trimtab.model.ModelDescription;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What the model of this description is, ready to be served; an answer takes up to seconds. */
record LoadModel(ModelDescription description) implements Question<ServedModel> {

    /**
     * Loads the model while the caller waits.
     *
     * <p>Callers come on virtual threads, of which one that computes for seconds would hold up the others: it is done elsewhere.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code Invalid}: file, line, statement and reason
     */
    @Override
    public ServedModel answer() {
        try {
            return CompletableFuture.supplyAsync(this::load).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof FailureException refusal ? refusal : e;
        }
    }

    /** As {@link #answer}, on this thread. */
    ServedModel load() {
        try {
            return ServedModel.of(LoadedModel.load(description));
        } catch (ModelLoadException e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw refused("model " + description.id() + " is nested too deeply");
        }
    }

    private RuntimeException refused(String reason) {
        var violation = new Violation(ModelCatalog.entry(description.id()), "model", null, reason, null);
        return new Failure.Invalid(TargetId.SYSTEM, List.of(violation)).asException();
    }
}
