package dev.trimtab.core.transaction;

import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.model.TargetId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A command that waits for the committer.
 *
 * @param decoded its steps by target, with the model they were decoded by; a target that did not exist yet is left out
 * @param answers to the questions that its candidate asked before
 * @param result fails with {@link UnansweredException} when the candidate has further questions
 */
record Pending(
        Command command, Map<TargetId, DecodedSteps> decoded, Answers answers, CompletableFuture<CommitResult> result) {

    /** Steps of one target in the order of the operations. */
    record DecodedSteps(LoadedModel model, List<Step> steps) {}
}
