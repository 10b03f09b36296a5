package dev.trimtab.core.transaction;

import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.Annotations;
import dev.trimtab.core.model.Edit;
import dev.trimtab.core.model.Instance;
import dev.trimtab.core.model.JsonWriter;
import dev.trimtab.core.model.Match;
import dev.trimtab.core.model.PathResolver;
import dev.trimtab.core.model.SchemaNode;
import dev.trimtab.core.target.TargetSnapshot;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opendaylight.yangtools.yang.data.api.YangInstanceIdentifier;
import org.opendaylight.yangtools.yang.data.api.schema.NormalizedNode;

/**
 * The command that undoes a transaction: what the transaction changed is as it was before, whatever else has changed since.
 *
 * <p>It is refused where something that the transaction changed has another value by now: undo the later transaction first. A target
 * that was migrated has changed as a whole.
 */
final class Rollback {
    private final Transaction transaction;
    private final Targets targets;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<TargetId, Revision> expected = new HashMap<>();

    private Rollback(Transaction transaction, Targets targets) {
        this.transaction = transaction;
        this.targets = targets;
    }

    /**
     * Makes the command for the present configurations; it is a conflict if one of them changes before it is committed.
     *
     * @throws FailureException with {@code FailedPrecondition} naming what has changed since
     */
    static Command of(Transaction transaction, Targets targets, Principal principal, String comment, boolean dryRun) {
        var rollback = new Rollback(transaction, targets);
        transaction.targets().forEach(rollback::undo);
        return new Command(principal, rollback.operations, comment, "", rollback.expected, dryRun);
    }

    private void undo(TargetId target, TargetChange change) {
        TargetSnapshot present =
                targets.find(target).map(view -> view.snapshot()).orElse(null);
        if (present == null) {
            // The transaction removed it; the entry in the configuration of the server, which comes back too, adds it
            // again.
            undo(target, change.edits().stream(), Optional.empty());
            return;
        }
        expected.put(target, present.revision());
        change.migrated()
                .ifPresentOrElse(
                        migrated -> undo(target, change, migrated, present), () -> undo(target, change, present));
    }

    private void undo(TargetId target, TargetChange change, Migrated migrated, TargetSnapshot present) {
        if (!present.revision().equals(change.revision())) {
            throw changedSince(target, Path.ROOT);
        }
        operations.add(new Operation.Replace(target, Path.ROOT, json(migrated.config())));
    }

    private void undo(TargetId target, TargetChange change, TargetSnapshot present) {
        if (!present.model().id().equals(change.model())) {
            throw changedSince(target, Path.ROOT);
        }
        for (Edit edit : change.edits()) {
            if (!isStillAsLeft(edit, present)) {
                throw changedSince(target, edit.path());
            }
        }
        // What was put goes first, the last one first: entries that the user orders come back at the end, in their
        // order.
        Stream<Edit> puts = change.edits().reversed().stream().filter(Edit.Put.class::isInstance);
        Stream<Edit> deletes = change.edits().stream().filter(Edit.Delete.class::isInstance);
        undo(target, Stream.concat(puts, deletes), Optional.of(present));
    }

    /** Annotations come back after their nodes, which lose them when they are replaced. */
    private void undo(TargetId target, Stream<Edit> edits, Optional<TargetSnapshot> present) {
        edits.sorted(Comparator.comparing(edit -> Annotations.isAt(edit.path())))
                .forEach(edit -> undo(target, edit, present));
    }

    private void undo(TargetId target, Edit edit, Optional<TargetSnapshot> present) {
        switch (edit) {
            case Edit.Put(Path path, var _, var before)
            when before == null -> operations.add(new Operation.Delete(target, path));
            case Edit.Put(Path path, var _, String before)
            when present.isPresent() -> change(target, path, before, present.get());
            case Edit.Put(Path path, var _, String before) ->
                operations.add(new Operation.Replace(target, path, json(before)));
            case Edit.Delete(Path path, String before) ->
                operations.add(new Operation.Replace(target, path, json(before)));
        }
    }

    /** Gives a node the value before, and leaves it the annotations that other transactions gave it. */
    private void change(TargetId target, Path path, String before, TargetSnapshot present) {
        Instance at = PathResolver.resolve(present.model(), path);
        if (at.schema().kind() != SchemaNode.Kind.LIST) { // a value, which an update replaces
            operations.add(new Operation.Update(target, path, json(before)));
            return;
        }
        operations.add(new Operation.Replace(target, path, json(before)));
        NormalizedNode root = present.read(YangInstanceIdentifier.of()).orElseThrow();
        for (Match annotated : Annotations.within(present.model(), root, at, before)) {
            String json = JsonWriter.text(annotated.instance().schema(), annotated.node());
            operations.add(new Operation.Replace(target, annotated.instance().path(), json(json)));
        }
    }

    private static Value json(String text) {
        return new Value.Json(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static boolean isStillAsLeft(Edit edit, TargetSnapshot present) {
        Instance at = PathResolver.resolve(present.model(), edit.path());
        String now = present.read(at.id())
                .map(node -> JsonWriter.text(at.schema(), node))
                .orElse(null);
        return edit instanceof Edit.Put put ? put.json().equals(now) : now == null;
    }

    private FailureException changedSince(TargetId target, Path path) {
        String where = path.isRoot() ? "target " + target : path + " of target " + target;
        return new Failure.FailedPrecondition(where + " has changed since transaction " + transaction.index()
                        + "; undo what came later first")
                .asException();
    }
}
