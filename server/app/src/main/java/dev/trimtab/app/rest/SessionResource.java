package dev.trimtab.app.rest;

import dev.trimtab.app.identity.Authenticator;
import dev.trimtab.app.identity.Credentials;
import dev.trimtab.app.identity.Tokens;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;

/** Says who sends a request, and gives tokens to those who prove it with a password. */
final class SessionResource {
    private final Authenticator authenticator;

    SessionResource(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /** A handler for requests whose sender is known. */
    @FunctionalInterface
    interface ForPrincipal {
        void handle(Context ctx, Principal principal);
    }

    /** Lets through to {@code handler} only who is known. */
    Handler known(ForPrincipal handler) {
        return ctx -> handler.handle(
                ctx, authenticator.authenticate(Credentials.ofAuthorization(ctx.header("Authorization"))));
    }

    /** {@code POST /api/v1/login}: a name and a password, as HTTP's Basic has them, for a token. */
    void login(Context ctx) {
        Query.of(ctx, Set.of());
        if (!(Credentials.ofAuthorization(ctx.header("Authorization")) instanceof Credentials.Basic basic)) {
            throw new Failure.Unauthenticated("a login needs a name and a password as Basic authorization")
                    .asException();
        }
        Tokens.Issued issued = authenticator.login(basic);
        var body = Json.object()
                .put("token", issued.token())
                .put("type", "Bearer")
                .put("expires", issued.expires().toString());
        ctx.header("Cache-Control", "no-store").contentType(Media.JSON.type()).result(Json.bytes(body));
    }
}
