package dev.trimtab.core.read;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.target.ChangeFeed;
import dev.trimtab.core.target.TargetView;
import dev.trimtab.core.target.Targets;
import dev.trimtab.model.TargetId;
import java.util.List;
import java.util.Optional;

/** Gives principals their views of targets. Thread-safe; never blocks. */
public final class ReadService {
    private final Targets targets;
    private final Authorizer authorizer;

    public ReadService(Targets targets, Authorizer authorizer) {
        this.targets = targets;
        this.authorizer = authorizer;
    }

    /**
     * One target as {@code principal} may see it.
     *
     * @param action {@code READ} or {@code SUBSCRIBE}
     * @throws dev.trimtab.core.failure.FailureException with {@code NotFound}, also when all of it is hidden
     */
    public VisibleTarget read(Principal principal, Action action, TargetId target) {
        return find(principal, action, target).orElseThrow(() -> Targets.notFound(target));
    }

    /** The targets of which {@code principal} may see anything, in the order of their names. */
    public List<VisibleTarget> all(Principal principal, Action action) {
        return targets.all().stream()
                .map(TargetView::snapshot)
                .flatMap(snapshot -> find(principal, action, snapshot.target()).stream())
                .toList();
    }

    private Optional<VisibleTarget> find(Principal principal, Action action, TargetId target) {
        PolicyDecision decision = authorizer.decide(principal, action, target);
        if (!decision.allowsAnything()) {
            return Optional.empty();
        }
        return targets.find(target).map(view -> new VisibleTarget(view, decision.visibility()));
    }

    /** What changes from here on; a follower filters it by what its principal may see. */
    public ChangeFeed feed() {
        return targets.feed();
    }
}
