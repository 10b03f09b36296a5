package dev.trimtab.core.authz;

import dev.trimtab.model.TargetId;

/** The one policy decision point. Implementations are thread-safe, quick, and answer {@link Access#NONE} when in doubt. */
@FunctionalInterface
public interface Authorizer {
    Access access(Principal principal, Action action, TargetId target);
}
