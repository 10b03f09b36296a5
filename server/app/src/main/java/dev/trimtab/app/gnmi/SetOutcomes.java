package dev.trimtab.app.gnmi;

import dev.trimtab.codec.GnmiPaths;
import dev.trimtab.core.store.TargetResult;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.transaction.CommitResult;
import dev.trimtab.core.transaction.TargetChange;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import dev.trimtab.proto.gnmi.TypedValue;
import dev.trimtab.proto.v1.Edit;
import dev.trimtab.proto.v1.SetOptions;
import dev.trimtab.proto.v1.SetOutcome;
import dev.trimtab.proto.v1.TargetOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a Set with options is told beyond gNMI's own answer. */
final class SetOutcomes {
    private final Models models;
    private final BackendAnswers backends;
    private final Duration applyTimeout;

    /** @param applyTimeout longest wait for backends where the request does not say */
    SetOutcomes(Models models, BackendAnswers backends, Duration applyTimeout) {
        this.models = models;
        this.backends = backends;
        this.applyTimeout = applyTimeout;
    }

    /** @throws dev.trimtab.core.failure.FailureException as {@link BackendAnswers#await} does, if it was to wait */
    SetOutcome of(CommitResult result, SetOptions options) {
        if (options.getDryRun()) {
            return preview(result);
        }
        List<TargetResult> answers =
                options.getSynchronous() && result.index() > 0 ? backends.await(result, wait(options)) : List.of();
        var outcome = SetOutcome.newBuilder().setTransaction(result.index());
        addTargets(outcome, result, answers);
        return outcome.build();
    }

    private Duration wait(SetOptions options) {
        if (!options.hasApplyTimeout()) {
            return applyTimeout;
        }
        try {
            var wait = options.getApplyTimeout();
            return Duration.ofSeconds(wait.getSeconds(), wait.getNanos());
        } catch (ArithmeticException _) {
            return applyTimeout;
        }
    }

    private static void addTargets(SetOutcome.Builder outcome, CommitResult result, List<TargetResult> answers) {
        Map<TargetId, TargetResult> byTarget = new HashMap<>();
        answers.forEach(answer -> byTarget.put(answer.target(), answer));
        new TreeMap<>(result.targets())
                .forEach((target, change) -> outcome.addTargets(TargetOutcome.newBuilder()
                        .setTarget(target.value())
                        .setRevision(change.revision().value())
                        .setStatus(status(byTarget.get(target)))));
    }

    /** A refusal is no outcome: it fails the call. */
    private static TargetOutcome.Status status(@Nullable TargetResult answer) {
        return answer != null && answer.status() == TargetResult.Status.APPLIED
                ? TargetOutcome.Status.STATUS_APPLIED
                : TargetOutcome.Status.STATUS_PENDING;
    }

    private SetOutcome preview(CommitResult result) {
        var outcome = SetOutcome.newBuilder();
        addTargets(outcome, result, List.of());
        new TreeMap<>(result.targets())
                .forEach((target, change) -> change.migrated()
                        .ifPresentOrElse(
                                migrated -> migrated.notes()
                                        .forEach(note -> outcome.addMigrated(MigratedValues.of(target, note))),
                                () -> addEdits(outcome, target, change)));
        return outcome.build();
    }

    /** Leaf by leaf; nothing of a model that only the transaction would add, which is not loaded. */
    private void addEdits(SetOutcome.Builder outcome, TargetId target, TargetChange change) {
        models.find(change.model()).ifPresent(served -> {
            for (var edit : change.edits()) {
                LeafChange.of(served.model(), edit).forEach(leaf -> outcome.addEdits(edit(target, leaf)));
            }
        });
    }

    private static Edit edit(TargetId target, LeafChange leaf) {
        var edit = Edit.newBuilder().setTarget(target.value()).setPath(GnmiPaths.encode(leaf.path()));
        Value before = leaf.before();
        Value after = leaf.after();
        if (before != null) {
            edit.setBefore(json(leaf, before));
        }
        if (after != null) {
            edit.setAfter(json(leaf, after));
        }
        return edit.build();
    }

    private static TypedValue json(LeafChange leaf, Value value) {
        return LeafEncoder.encode(leaf.schema(), value, ValueEncoding.JSON_IETF);
    }
}
