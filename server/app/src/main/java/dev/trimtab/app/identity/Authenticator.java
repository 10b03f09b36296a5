package dev.trimtab.app.identity;

import dev.trimtab.app.identity.Credentials.Basic;
import dev.trimtab.app.identity.Credentials.Bearer;
import dev.trimtab.app.identity.Credentials.None;
import dev.trimtab.core.authz.Principal;
import dev.trimtab.core.failure.Failure;

/** The one place where credentials become a principal, for every edge. May be called from any number of threads. */
public final class Authenticator {
    private final LocalUsers users;
    private final Tokens tokens;

    public Authenticator(LocalUsers users, Tokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    /**
     * Who sent a request.
     *
     * @throws dev.trimtab.core.failure.FailureException with {@code Unauthenticated}, or {@code Throttled} to who guesses
     */
    public Principal authenticate(Credentials credentials) {
        return switch (credentials) {
            case Bearer(String token) -> bearer(token);
            case Basic(String name, String password) -> principal(users.verify(name, password), "password");
            case None() ->
                throw new Failure.Unauthenticated("the request says not who sent it: a token, or a user's name and"
                                + " password, is needed")
                        .asException();
        };
    }

    /**
     * A token for a user of the local file.
     *
     * @throws dev.trimtab.core.failure.FailureException as {@link #authenticate}
     */
    public Tokens.Issued login(Basic credentials) {
        User user = users.verify(credentials.user(), credentials.password());
        return tokens.issue(user.name(), user.groups(), user.stamp());
    }

    /** A token ends with what it was issued for: when the user is removed, or gets another password or other groups. */
    private Principal bearer(String token) {
        Tokens.Claims claims = tokens.verify(token);
        return users.find(claims.subject())
                .filter(user -> user.stamp().equals(claims.stamp()))
                .map(user -> principal(user, "token"))
                .orElseThrow(() -> new Failure.Unauthenticated(
                                "the token is not accepted: its user was changed since, log in again")
                        .asException());
    }

    private static Principal principal(User user, String method) {
        return new Principal(user.name(), user.groups(), method);
    }
}
