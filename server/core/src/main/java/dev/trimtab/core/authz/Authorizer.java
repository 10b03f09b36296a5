package dev.trimtab.core.authz;

import dev.trimtab.model.TargetId;

/** The one policy decision point. Thread-safe and quick; answers {@link PolicyDecision#NOTHING} when in doubt. */
@FunctionalInterface
public interface Authorizer {
    /** What {@code principal} may do with {@code target}; the target need not exist. */
    PolicyDecision decide(Principal principal, Action action, TargetId target);
}
