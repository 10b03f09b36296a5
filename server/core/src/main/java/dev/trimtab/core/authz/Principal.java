package dev.trimtab.core.authz;

import java.util.Set;

/**
 * Who acts.
 *
 * @param subject name that the audit record shows
 * @param groups what the policy goes by
 * @param method how the principal was authenticated: {@code password}, {@code token}, {@code certificate}, ...
 */
public record Principal(String subject, Set<String> groups, String method) {
    public Principal {
        groups = Set.copyOf(groups);
    }
}
