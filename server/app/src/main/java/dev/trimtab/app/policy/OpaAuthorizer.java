package dev.trimtab.app.policy;

import dev.trimtab.core.authz.Action;
import dev.trimtab.core.authz.Authorizer;
import dev.trimtab.core.authz.PolicyDecision;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.model.TargetId;

/** Asks the Rego policy, in this process. Thread-safe. */
public final class OpaAuthorizer implements Authorizer {
    private final WasmPolicy policy;

    public OpaAuthorizer(WasmPolicy policy) {
        this.policy = policy;
    }

    @Override
    public PolicyDecision decide(Principal principal, Action action, TargetId target) {
        return policy.decide(principal.groups(), principal.subject(), name(action), target.value());
    }

    private static String name(Action action) {
        return switch (action) {
            case READ -> "read";
            case WRITE -> "write";
            case SUBSCRIBE -> "subscribe";
            case ROLLBACK -> "rollback";
            case ADMIN -> "admin";
        };
    }
}
