package dev.trimtab.app.gnmi;

import dev.trimtab.core.authz.Principal;
import io.grpc.Context;

/** Who sent the RPC that is being answered. */
final class Caller {
    private static final Context.Key<Principal> PRINCIPAL = Context.key("principal");

    private Caller() {}

    static Context is(Principal principal) {
        return Context.current().withValue(PRINCIPAL, principal);
    }

    /** @throws IllegalStateException when no interceptor asked who it is */
    static Principal principal() {
        Principal principal = PRINCIPAL.get();
        if (principal == null) {
            throw new IllegalStateException("an RPC came past the authentication");
        }
        return principal;
    }
}
