package dev.trimtab.core.transaction;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import dev.trimtab.core.failure.FailureException;
import dev.trimtab.core.model.LoadedModel;
import dev.trimtab.core.plugin.Plugins;
import dev.trimtab.core.store.ConfigStore;
import dev.trimtab.core.target.Models;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.Path;
import dev.trimtab.model.Revision;
import dev.trimtab.model.TargetId;
import dev.trimtab.model.Violation;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in for changes: every edge calls {@link #commit}, and none can forget authorisation, since it is asked for here.
 *
 * <p>Thread-safe. Callers wait; they come on virtual threads.
 */
public final class TransactionService implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TransactionService.class);
    private static final int COMMENT_MAX = 1000;
    private static final int KEY_MAX = 200;

    private final ConfigStore store;
    private final Targets targets;
    private final Authorizer authorizer;
    private final TransactionSettings settings;
    private final Committer committer;
    private final CommitQueue queue;

    public TransactionService(
            ConfigStore store,
            Models models,
            Plugins plugins,
            Targets targets,
            Authorizer authorizer,
            InstantSource clock,
            TransactionSettings settings) {
        this.store = store;
        this.targets = targets;
        this.authorizer = authorizer;
        this.settings = settings;
        this.committer = new Committer(
                store,
                Catalogs.of(models, plugins, settings.models()),
                targets,
                clock,
                new IdempotencyKeys(settings.idempotencyKeysMax()));
        this.queue = new CommitQueue(committer, settings);
    }

    /** Brings the trees up to the log's end and begins to take commands; called once. */
    public void start() {
        committer.follow();
        log.atInfo().addKeyValue("transaction", committer.followed()).log("configuration restored from the log");
        queue.start();
    }

    /**
     * Commits one command atomically.
     *
     * @return of a dry run, as much of what would change as the principal may read; otherwise after the transaction is durable and visible to every reader of this server
     * @throws FailureException with what is wrong, or in the way; see {@link Failure}
     */
    public CommitResult commit(Command command) {
        check(command);
        authorize(command, Action.WRITE);
        Map<TargetId, Pending.DecodedSteps> decoded = decode(command);
        Revision base = revision(command);
        Answers answers = Answers.none();
        for (int i = 0; i <= settings.preparationsMax(); i++) {
            try {
                CommitResult result = queue.commit(new Pending(command, decoded, answers, new CompletableFuture<>()));
                return command.dryRun() ? seen(command.principal(), result) : result;
            } catch (UnansweredException e) {
                answers = answers.with(e.questions());
            }
        }
        // What the candidate depends on has changed each time while it was being found out.
        throw new Failure.Conflict(command.operations().getFirst().target(), base, revision(command)).asException();
    }

    /** Who may write may not read everything: a preview tells as much as the history would. */
    private CommitResult seen(Principal principal, CommitResult result) {
        Map<TargetId, TargetChange> seen = new HashMap<>();
        result.targets()
                .forEach((target, change) ->
                        seen.put(target, change.seenBy(authorizer.decide(principal, Action.READ, target))));
        return new CommitResult(result.index(), result.time(), seen);
    }

    /**
     * Undoes a transaction with another one, which is authorised and validated like any: what it changed is as it was before.
     *
     * @param comment why; at most 1,000 characters; where empty, the history says what was undone
     * @param dryRun whether to stop before the commit
     * @throws FailureException with {@code NotFound} for an index that the history does not have, and for one that
     *     {@code principal} may not see, {@code Denied} without the right to roll back, {@code FailedPrecondition} where what it
     *     changed has changed since
     */
    public CommitResult rollBack(Principal principal, long index, String comment, boolean dryRun) {
        var failure = new Failure.NotFound("transaction " + index + " does not exist");
        if (index < 1 || index > store.lastIndex()) {
            throw failure.asException();
        }
        Transaction transaction = TransactionCodec.decode(store.read(index, 1).getFirst());
        if (transaction.targets().keySet().stream().noneMatch(target -> maySee(principal, target))) {
            throw failure.asException();
        }
        String reason = comment.isEmpty() ? "rollback of transaction " + index : comment;
        Command command = Rollback.of(transaction, targets, principal, reason, dryRun);
        authorize(command, Action.ROLLBACK);
        return commit(command);
    }

    private boolean maySee(Principal principal, TargetId target) {
        return authorizer.decide(principal, Action.READ, target).allowsAnything();
    }

    private Revision revision(Command command) {
        return command.operations().stream()
                .findFirst()
                .flatMap(operation -> targets.find(operation.target()))
                .map(view -> view.snapshot().revision())
                .orElse(Revision.NONE);
    }

    private void check(Command command) {
        if (command.operations().size() > settings.operationsMax()) {
            throw new Failure.Malformed(
                            Path.ROOT,
                            "the request has " + command.operations().size() + " operations; at most "
                                    + settings.operationsMax() + " are allowed")
                    .asException();
        }
        if (command.comment().length() > COMMENT_MAX || command.idempotencyKey().length() > KEY_MAX) {
            throw new Failure.Malformed(
                            Path.ROOT,
                            "a comment has at most " + COMMENT_MAX + " characters, an idempotency key " + KEY_MAX)
                    .asException();
        }
    }

    private void authorize(Command command, Action action) {
        Principal principal = command.principal();
        Map<TargetId, PolicyDecision> decisions = new HashMap<>();
        for (Operation operation : command.operations()) {
            PolicyDecision decision = decisions.computeIfAbsent(
                    operation.target(), target -> authorizer.decide(principal, action, target));
            if (!decision.allows(operation.path())) {
                throw refusal(principal, operation).asException();
            }
        }
    }

    /** A target that the principal may not even read does not exist for it. */
    private Failure refusal(Principal principal, Operation operation) {
        TargetId target = operation.target();
        if (!maySee(principal, target)) {
            return new Failure.NotFound("target " + target + " does not exist");
        }
        return new Failure.Denied(principal.subject() + " may not change " + operation.path() + " of target " + target);
    }

    private Map<TargetId, Pending.DecodedSteps> decode(Command command) {
        Map<TargetId, List<Operation>> byTarget = new LinkedHashMap<>();
        command.operations()
                .forEach(operation -> byTarget.computeIfAbsent(operation.target(), _ -> new ArrayList<>())
                        .add(operation));
        if (byTarget.containsKey(TargetId.SYSTEM)) {
            // It may add a target or give one another model: the committer knows what the others mean.
            byTarget.keySet().retainAll(Set.of(TargetId.SYSTEM));
        }
        Map<TargetId, Pending.DecodedSteps> decoded = new HashMap<>();
        byTarget.forEach((target, operations) ->
                decoded.put(target, decode(target, targets.require(target).model(), operations)));
        return decoded;
    }

    private static Pending.DecodedSteps decode(TargetId target, LoadedModel model, List<Operation> operations) {
        List<Violation> violations = new ArrayList<>();
        List<Step> steps = operations.stream()
                .map(operation -> Step.decode(model, operation, violations))
                .toList();
        if (!violations.isEmpty()) {
            throw new Failure.Invalid(target, violations).asException();
        }
        return new Pending.DecodedSteps(model, steps);
    }

    /** Commits what waits already and ends; later commands are refused. */
    @Override
    public void close() {
        queue.close();
    }
}
